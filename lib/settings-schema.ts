/**
 * The settings as one JSON, and what makes one valid. Pure: the command-line doors use it as well.
 * Keys of logs are never part of it; they are kept by the worker alone.
 */
import * as v from 'valibot';
import type { Policy, TicketRef } from './model.ts';
import type { LogConfig } from './sources/source.ts';

const iso = v.pipe(v.string(), v.isoTimestamp('must be a time such as 2026-06-30T00:00:00.000Z'));
const word = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const amount = v.pipe(v.number('must be a number'), v.finite('must be a finite number'), v.minValue(0, 'must not be negative'));

const host = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
    'must be a host name in small letters, such as acme.zendesk.com, without https:// or a path',
  ),
);

const logUrl = v.pipe(
  v.string(),
  v.check((url) => URL.canParse(url), 'must be an address such as https://jaeger.example.com'),
  v.check((url) => !URL.canParse(url) || /^https?:\/\//.test(url), 'must begin with https:// (or http:// for this machine)'),
  v.check((url) => {
    const { username, password, search, hash } = URL.canParse(url) ? new URL(url) : {};
    return !username && !password && !search && !hash;
  }, 'must be a plain address: no user name, key or query in it; the key has its own field'),
);

const limit = v.object({
  action: word,
  maxAmount: amount,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be a three-letter currency such as USD')),
  per: v.literal('ticket', 'must be "ticket"'),
  approvalAbove: v.optional(amount),
  approvalTool: v.optional(word),
});

const destination = v.object({
  name: word,
  aliases: v.optional(v.array(word)),
  kind: v.picklist(['person', 'queue', 'team'], 'must be person, queue or team'),
  acceptsFromAi: v.boolean('must be true or false'),
  validFrom: v.optional(iso),
  validTo: v.optional(iso),
});

const schema = v.object({
  version: v.literal(1, 'must be 1'),
  reviewer: v.optional(v.string(), ''),
  gate: v.optional(v.picklist(['hold', 'watch', 'off'], 'must be hold, watch or off'), 'hold'),
  /** Names or ids by which the team knows its AI agents. */
  agents: v.optional(v.array(word), []),
  helpdesks: v.array(v.object({ helpdesk: word, host, log: word })),
  logs: v.array(
    v.object({
      id: word,
      source: word,
      url: logUrl,
      attribute: v.optional(word, 'gen_ai.conversation.id'),
      conversation: v.optional(v.pipe(word, v.includes('{id}', 'must hold {id}, where the ticket id goes')), '{id}'),
      settlingSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86400)), 60),
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

/** Reads settings from a value; each error is a sentence that begins with the field it is about. */
export function checkSettings(value: unknown, known?: Known): { settings: Settings } | { errors: string[] } {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    return { errors: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'settings'}: ${issue.message}`) };
  }
  // valibot's optional fields are `T | undefined` here and absent in the model: the JSON is the same.
  const settings = parsed.output as Settings;
  const errors: string[] = [];
  const logs = new Set<string>();
  settings.logs.forEach((log, i) => {
    if (logs.has(log.id)) errors.push(`logs.${i}.id: "${log.id}" is given twice`);
    logs.add(log.id);
    if (known && !known.sources.includes(log.source)) errors.push(`logs.${i}.source: "${log.source}" is not one of ${known.sources.join(', ')}`);
  });
  settings.helpdesks.forEach((one, i) => {
    if (!logs.has(one.log)) errors.push(`helpdesks.${i}.log: there is no log "${one.log}"`);
    if (known && !known.helpdesks.includes(one.helpdesk))
      errors.push(`helpdesks.${i}.helpdesk: "${one.helpdesk}" is not one of ${known.helpdesks.join(', ')}`);
  });
  return errors.length > 0 ? { errors } : { settings };
}

/** The same from the text of a file. */
export function parseSettings(text: string, known?: Known): { settings: Settings } | { errors: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { errors: [`This file is not JSON: ${(error as Error).message}`] };
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
