/**
 * The settings as one JSON, and what makes one valid. Pure: the command-line doors use it as well.
 * Keys of logs are never part of it; they are kept by the worker alone.
 */
import * as v from 'valibot';
import type { Policy } from './model.ts';
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
    | 'url'
    | 'scheme'
    | 'plain_url'
    | 'template'
    | 'pattern'
    | 'header'
    | 'domain'
    | 'order'
    | 'choice'
    | 'shape'
    | 'twice'
    | 'no_log'
    | 'no_pattern'
    | 'unknown_id'
    | 'not_json';
  values: string[];
}

/** valibot's message is the problem's id; where it is valibot's own, the shape is wrong. */
const problem = (id: Problem['id']) => id;

const iso = v.pipe(v.string(), v.isoTimestamp(problem('time')));
const word = v.pipe(v.string(), v.trim(), v.nonEmpty(problem('empty')));
const amount = v.pipe(v.number(problem('number')), v.finite(problem('number')), v.minValue(0, problem('number')));

/** An address without a user name, a password, a search or a fragment. */
const address = v.pipe(
  v.string(),
  v.check((url) => URL.canParse(url), problem('url')),
  v.check((url) => !URL.canParse(url) || /^https?:\/\//.test(url), problem('scheme')),
  v.check((url) => {
    const { username, password, search, hash } = URL.canParse(url) ? new URL(url) : {};
    return !username && !password && !search && !hash;
  }, problem('plain_url')),
);

/** Headers that a browser or the key itself sets. */
const OURS =
  /^(?:authorization|cookie|cookie2|host|origin|referer|connection|content-length|accept-encoding|te|trailer|upgrade|via|proxy-.*|sec-.*)$/i;

const header = v.pipe(
  v.string(),
  v.regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, problem('header')),
  v.check((name) => !OURS.test(name), problem('header')),
);

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

const limit = v.object({
  action: word,
  maxAmount: amount,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, problem('currency'))),
  per: v.picklist(['call', 'ticket', 'day'], problem('choice')),
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

const mapping = v.object({ tool: word, action: word, words: v.optional(v.array(word)) });

const schema = v.object({
  version: v.literal(1, problem('choice')),
  reviewer: v.optional(v.string(), ''),
  gate: v.optional(v.picklist(['hold', 'watch', 'off'], problem('choice')), 'hold'),
  holdMoneyAbove: v.optional(v.nullable(v.object({ amount, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, problem('currency'))) })), null),
  helpdesks: v.array(
    v.object({
      helpdesk: word,
      url: address,
      log: word,
      policy: v.optional(word, 'main'),
      agents: v.optional(v.array(word), []),
      people: v.optional(v.array(word), []),
      others: v.optional(v.picklist(['ask', 'people'], problem('choice')), 'ask'),
    }),
  ),
  logs: v.array(
    v.object({
      id: word,
      source: word,
      url: address,
      attribute: v.optional(word, 'gen_ai.conversation.id'),
      conversation: v.optional(v.pipe(word, v.regex(/\{(?:id|found)\}/, problem('template'))), '{id}'),
      pattern: v.optional(v.pipe(word, v.check(isPattern, problem('pattern')))),
      headers: v.optional(v.array(header), []),
      settlingSeconds: v.optional(v.pipe(v.number(problem('number')), v.minValue(0, problem('number')), v.maxValue(86400, problem('number'))), 60),
    }),
  ),
  keepMonths: v.optional(
    v.nullable(
      v.pipe(v.number(problem('number')), v.integer(problem('number')), v.minValue(1, problem('number')), v.maxValue(1_200, problem('number'))),
    ),
    6,
  ),
  redaction: v.optional(
    v.object({ patterns: v.optional(v.array(v.pipe(word, v.maxLength(500, problem('pattern')), v.check(isPattern, problem('pattern')))), []) }),
    { patterns: [] },
  ),
  policies: v.optional(
    v.array(
      v.object({
        id: word,
        version: word,
        limits: v.optional(v.array(limit), []),
        destinations: v.optional(v.array(destination), []),
        tools: v.optional(v.array(mapping), []),
      }),
    ),
    [],
  ),
});

/** A helpdesk of the team: where it is, and what holds there. */
export interface DeskConfig {
  /** id of the helpdesk module. */
  helpdesk: string;
  /** e.g. `https://acme.zendesk.com`, `http://rt.acme.example:8090/rt`. */
  url: string;
  /** id of the log that records its agents. */
  log: string;
  /** id of the policy that holds there; one that is not in `policies` gives no authority and knows no destination. */
  policy: string;
  /** Names or ids of its AI agents. */
  agents: string[];
  /** Names or ids of members of the team that are known to be people. */
  people: string[];
  /** An author of the team who is in neither list: asked for in the panel, or a person. */
  others: 'ask' | 'people';
}

export interface Settings {
  version: 1;
  reviewer: string;
  gate: 'hold' | 'watch' | 'off';
  /** Closes are held for claims of more money than this that cannot be verified, also while the log cannot be read; null: never. */
  holdMoneyAbove: { amount: number; currency: string } | null;
  helpdesks: DeskConfig[];
  logs: LogConfig[];
  /** Trails are erased that many months after their last event; null: never. */
  keepMonths: number | null;
  /** What is taken out of exports besides what everybody looks for: regular expressions. */
  redaction: { patterns: string[] };
  policies: Policy[];
}

export const defaults: Settings = {
  version: 1,
  reviewer: '',
  gate: 'hold',
  holdMoneyAbove: null,
  helpdesks: [],
  logs: [],
  keepMonths: 6,
  redaction: { patterns: [] },
  policies: [],
};

/** Known ids, so that a misspelt helpdesk, source or action is an error here and not a silence later. */
export interface Known {
  /** With the domain that a helpdesk's address must be of, where it has one. */
  helpdesks: readonly { id: string; domain?: string }[];
  sources: readonly string[];
  actions: readonly string[];
}

const IDS: readonly string[] = [
  'time',
  'empty',
  'number',
  'currency',
  'url',
  'scheme',
  'plain_url',
  'template',
  'pattern',
  'header',
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
  const problems = [...troublesOfLogs(settings, known), ...troublesOfHelpdesks(settings, known), ...troublesOfPolicies(settings, known)];
  return problems.length > 0 ? { problems } : { settings };
}

/** The values that stand more than once, as problems at their later places. */
function twice(values: readonly string[], field: (i: number) => string): Problem[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [{ field: field(i), id: 'twice' as const, values: [value] }] : []));
}

const unknown = (field: string, value: string, all: readonly string[] | undefined): Problem[] =>
  !all || all.includes(value) ? [] : [{ field, id: 'unknown_id', values: [value, all.join(', ')] }];

function troublesOfLogs({ logs }: Settings, known: Known | undefined): Problem[] {
  const ids = logs.map((log) => log.id);
  return [
    ...twice(ids, (i) => `logs.${i}.id`),
    ...logs.flatMap((log, i): Problem[] => [
      ...unknown(`logs.${i}.source`, log.source, known?.sources),
      ...(log.conversation.includes('{found}') && !log.pattern ? [{ field: `logs.${i}.pattern`, id: 'no_pattern' as const, values: [] }] : []),
      ...twice(log.headers, (n) => `logs.${i}.headers.${n}`),
    ]),
  ];
}

function troublesOfHelpdesks({ helpdesks, logs }: Settings, known: Known | undefined): Problem[] {
  const domains = new Map(known?.helpdesks.map((one) => [one.id, one.domain]));
  const below = (url: string, domain: string | undefined): boolean => !domain || `.${new URL(url).hostname}`.endsWith(`.${domain}`);
  const addresses = helpdesks.map((one) => `${one.helpdesk} ${new URL(one.url).host}`);
  return [
    ...twice(addresses, (i) => `helpdesks.${i}.url`),
    ...helpdesks.flatMap((one, i): Problem[] => [
      ...unknown(
        `helpdesks.${i}.helpdesk`,
        one.helpdesk,
        known?.helpdesks.map((desk) => desk.id),
      ),
      ...(logs.some((log) => log.id === one.log) ? [] : [{ field: `helpdesks.${i}.log`, id: 'no_log' as const, values: [one.log] }]),
      ...(below(one.url, domains.get(one.helpdesk))
        ? []
        : [{ field: `helpdesks.${i}.url`, id: 'domain' as const, values: [domains.get(one.helpdesk) ?? ''] }]),
    ]),
  ];
}

function troublesOfPolicies({ policies }: Settings, known: Known | undefined): Problem[] {
  return [
    ...twice(
      policies.map((policy) => policy.id),
      (i) => `policies.${i}.id`,
    ),
    ...policies.flatMap((policy, i): Problem[] => [
      ...policy.limits.flatMap((one, n) => unknown(`policies.${i}.limits.${n}.action`, one.action, known?.actions)),
      ...policy.destinations.flatMap((one, n): Problem[] =>
        one.validFrom && one.validTo && one.validFrom >= one.validTo
          ? [{ field: `policies.${i}.destinations.${n}.validTo`, id: 'order', values: [] }]
          : [],
      ),
      ...twice(
        policy.tools.map((one) => `${one.tool} → ${one.action}`),
        (n) => `policies.${i}.tools.${n}.tool`,
      ),
      ...policy.tools.flatMap((one, n) => unknown(`policies.${i}.tools.${n}.action`, one.action, known && [...known.actions, 'other', 'nothing'])),
    ]),
  ];
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
