/**
 * The settings as one JSON, and what makes one valid. Pure: the command-line doors use it as well.
 * Keys of logs are never part of it; they are kept by the worker alone.
 */
import * as v from 'valibot';
import type { Policy, TicketRef } from './model.ts';
import type { LogConfig } from './sources/source.ts';

/** What is wrong with a field: an id that has words in the locale (`problem_<id>`), and the values that they name. */
export interface Problem {
  /** Path of the field, e.g. `logs.0.url`. */
  field: string;
  id:
    | 'time'
    | 'empty'
    | 'number'
    | 'currency'
    | 'host'
    | 'url'
    | 'scheme'
    | 'plain_url'
    | 'template'
    | 'choice'
    | 'shape'
    | 'twice'
    | 'no_log'
    | 'unknown_id'
    | 'not_json';
  values: string[];
}

/** valibot's message is the problem's id; where it is valibot's own, the shape is wrong. */
const problem = (id: Problem['id']) => id;

const iso = v.pipe(v.string(), v.isoTimestamp(problem('time')));
const word = v.pipe(v.string(), v.trim(), v.nonEmpty(problem('empty')));
const amount = v.pipe(v.number(problem('number')), v.finite(problem('number')), v.minValue(0, problem('number')));

const host = v.pipe(v.string(), v.regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/, problem('host')));

const logUrl = v.pipe(
  v.string(),
  v.check((url) => URL.canParse(url), problem('url')),
  v.check((url) => !URL.canParse(url) || /^https?:\/\//.test(url), problem('scheme')),
  v.check((url) => {
    const { username, password, search, hash } = URL.canParse(url) ? new URL(url) : {};
    return !username && !password && !search && !hash;
  }, problem('plain_url')),
);

const limit = v.object({
  action: word,
  maxAmount: amount,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, problem('currency'))),
  per: v.literal('ticket', problem('choice')),
  approvalAbove: v.optional(amount),
  approvalTool: v.optional(word),
});

const destination = v.object({
  name: word,
  aliases: v.optional(v.array(word)),
  kind: v.picklist(['person', 'queue', 'team'], problem('choice')),
  acceptsFromAi: v.boolean(problem('choice')),
  validFrom: v.optional(iso),
  validTo: v.optional(iso),
});

const schema = v.object({
  version: v.literal(1, problem('choice')),
  reviewer: v.optional(v.string(), ''),
  gate: v.optional(v.picklist(['hold', 'watch', 'off'], problem('choice')), 'hold'),
  /** Names or ids by which the team knows its AI agents. */
  agents: v.optional(v.array(word), []),
  helpdesks: v.array(v.object({ helpdesk: word, host, log: word })),
  logs: v.array(
    v.object({
      id: word,
      source: word,
      url: logUrl,
      attribute: v.optional(word, 'gen_ai.conversation.id'),
      conversation: v.optional(v.pipe(word, v.includes('{id}', problem('template'))), '{id}'),
      settlingSeconds: v.optional(v.pipe(v.number(problem('number')), v.minValue(0, problem('number')), v.maxValue(86400, problem('number'))), 60),
    }),
  ),
  policy: v.optional(v.object({ version: word, limits: v.array(limit), destinations: v.array(destination) }), {
    version: 'none',
    limits: [],
    destinations: [],
  }),
});

export interface Settings {
  version: 1;
  reviewer: string;
  gate: 'hold' | 'watch' | 'off';
  agents: string[];
  helpdesks: { helpdesk: string; host: string; log: string }[];
  logs: LogConfig[];
  policy: Policy;
}

export const defaults: Settings = {
  version: 1,
  reviewer: '',
  gate: 'hold',
  agents: [],
  helpdesks: [],
  logs: [],
  policy: { version: 'none', limits: [], destinations: [] },
};

/** Known ids, so that a misspelt helpdesk or source is an error here and not a silence later. */
export interface Known {
  helpdesks: readonly string[];
  sources: readonly string[];
}

const IDS: readonly string[] = [
  'time',
  'empty',
  'number',
  'currency',
  'host',
  'url',
  'scheme',
  'plain_url',
  'template',
  'choice',
] satisfies Problem['id'][];

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const field = v.getDotPath(issue) ?? '';
  if (IDS.includes(issue.message)) return { field, id: issue.message as Problem['id'], values: [issue.expected ?? ''] };
  return { field, id: 'shape', values: [issue.expected ?? '', issue.received] };
}

export type Checked = { settings: Settings } | { problems: Problem[] };

/** Reads settings from a value. */
export function checkSettings(value: unknown, known?: Known): Checked {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return { problems: parsed.issues.map(problemOf) };
  // valibot's optional fields are `T | undefined` here and absent in the model: the JSON is the same.
  const settings = parsed.output as Settings;
  const problems: Problem[] = [];
  const logs = new Set<string>();
  settings.logs.forEach((log, i) => {
    if (logs.has(log.id)) problems.push({ field: `logs.${i}.id`, id: 'twice', values: [log.id] });
    logs.add(log.id);
    if (known && !known.sources.includes(log.source))
      problems.push({ field: `logs.${i}.source`, id: 'unknown_id', values: [log.source, known.sources.join(', ')] });
  });
  settings.helpdesks.forEach((one, i) => {
    if (!logs.has(one.log)) problems.push({ field: `helpdesks.${i}.log`, id: 'no_log', values: [one.log] });
    if (known && !known.helpdesks.includes(one.helpdesk))
      problems.push({ field: `helpdesks.${i}.helpdesk`, id: 'unknown_id', values: [one.helpdesk, known.helpdesks.join(', ')] });
  });
  return problems.length > 0 ? { problems } : { settings };
}

/** The same from the text of a file. */
export function parseSettings(text: string, known?: Known): Checked {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [{ field: '', id: 'not_json', values: [(error as Error).message] }] };
  }
  return checkSettings(value, known);
}

/** Without keys: they are not part of the settings. */
export const exportSettings = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;

/** The log that serves a ticket's helpdesk, or null where none is set up. */
export function logFor(settings: Settings, ticket: TicketRef): LogConfig | null {
  const desk = settings.helpdesks.find((one) => one.helpdesk === ticket.helpdesk && one.host === ticket.host);
  return settings.logs.find((log) => log.id === desk?.log) ?? null;
}

/** How the log names a ticket, e.g. `zendesk:412` from `zendesk:{id}`. */
export const conversationOf = (log: LogConfig, ticket: TicketRef): string =>
  log.conversation.replaceAll(/\{(id|host|helpdesk)\}/g, (_, field: 'id' | 'host' | 'helpdesk') => ticket[field]);

/** Match patterns of every host that these settings need permission for. Patterns carry no ports: browsers refuse them. */
export function originsOf(settings: Settings): string[] {
  const helpdesks = settings.helpdesks.map((one) => `https://${one.host.replace(/:\d+$/, '')}/*`);
  const logs = settings.logs.map((log) => {
    const url = new URL(log.url);
    return `${url.protocol}//${url.hostname}/*`;
  });
  return [...new Set([...helpdesks, ...logs])];
}
