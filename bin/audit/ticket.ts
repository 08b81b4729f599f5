/** One line of a ticket file, as docs/tickets.md describes it: its shape, and what is wrong with a line that has another. */
import * as v from 'valibot';
import type { Iso, Json } from '../../lib/model.ts';
import { trouble } from './json.ts';
import { checkPolicy } from './policy.ts';
import { utc } from './time.ts';

/** Longer texts are no messages of a ticket. The extension reads none either. In UTF-16 units. */
const MAX_TEXT = 5_000_000;
const MAX_MESSAGES = 20_000;

const text = v.string('must be text');
const name = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'must not be empty'),
  v.maxLength(1_000, 'must not be longer than 1,000 characters'),
);
const flag = v.boolean('must be true or false');
const list = 'must be a list, as in [ … ]';
const object = 'must be an object, as in { … }';

/** `4711` and `"4711"` are the same id. */
const id = v.pipe(
  v.union([v.string(), v.number()], 'must be text or a number'),
  v.check((value) => typeof value === 'string' || Number.isSafeInteger(value), 'is too long for a number: write it as text'),
  v.transform(String),
  name,
);

const time = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }): Iso => {
    const iso = utc(dataset.value);
    if (iso !== null) return iso;
    addIssue({ message: 'must be a time with a zone, from 1970 on, such as 2026-03-02T09:00:00Z' });
    return NEVER;
  }),
);

const json = v.pipe(
  v.custom<Json>(() => true),
  v.rawCheck(({ dataset, addIssue }) => {
    const wrong = dataset.typed ? trouble(dataset.value) : null;
    if (wrong) addIssue({ message: wrong });
  }),
);

const policy = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const checked = checkPolicy(dataset.value, 'ticket');
    if ('policy' in checked) return checked.policy;
    for (const message of checked.problems) addIssue({ message });
    return NEVER;
  }),
);

const turn = v.object({ id, from: time, to: time }, object);
const tool = v.object({ name, description: v.nullish(text) }, object);

const callFields = {
  id: v.nullish(id),
  // A call without a name is a gap in the log, not a reason to leave its ticket out.
  name: v.nullish(v.pipe(text, v.maxLength(1_000, 'must not be longer than 1,000 characters'))),
  arguments: v.nullish(json),
  result: v.nullish(json),
  status: v.nullish(v.picklist(['ok', 'error', 'unknown'], 'must be ok, error or unknown')),
  error: v.nullish(text),
  startedAt: v.nullish(time),
  endedAt: v.nullish(time),
  turn: v.nullish(turn),
};

export const call = v.object(callFields, object);

/** A line of a calls file: a call, and the ticket that it was made for. */
export const callLine = v.object({ ticket: id, ...callFields }, object);

const message = v.object(
  {
    id: v.nullish(id),
    from: v.nullish(
      v.picklist(['ai-agent', 'person', 'customer', 'system', 'unknown'], 'must be ai-agent, person, customer, system or unknown'),
      'unknown',
    ),
    name: v.nullish(text),
    internal: v.nullish(flag),
    at: v.nullish(time),
    text: v.pipe(text, v.maxLength(MAX_TEXT, 'must not be longer than 5,000,000 characters')),
  },
  object,
);

export const ticket = v.object(
  {
    ticket: id,
    helpdesk: v.nullish(name),
    host: v.nullish(name),
    subject: v.nullish(text),
    status: v.nullish(text),
    messages: v.pipe(v.array(message, list), v.maxLength(MAX_MESSAGES, 'must not be longer than 20,000')),
    calls: v.nullish(v.array(call, list)),
    inventory: v.nullish(v.object({ tools: v.nullish(v.array(tool, list)), complete: v.nullish(flag) }, object)),
    coverage: v.nullish(v.object({ complete: v.nullish(flag), note: v.nullish(text) }, object)),
    policy: v.nullish(policy),
  },
  object,
);

export type Ticket = v.InferOutput<typeof ticket>;
export type TicketMessage = v.InferOutput<typeof message>;
export type TicketCall = v.InferOutput<typeof call>;
export type CallLine = v.InferOutput<typeof callLine>;

/** What is wrong, in words: `messages[2].at must be a time …`. Never empty. */
export interface Refused {
  problems: string[];
  /** The line, where it is JSON at all. */
  raw?: unknown;
}

/** More than these say nothing new. */
const MOST_PROBLEMS = 5;

/** Reads one line by a schema of this file. */
export function read<T>(schema: v.GenericSchema<unknown, T>, line: string): { value: T; raw: unknown } | Refused {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return { problems: [`the line is not JSON: ${wordsOf(error as Error)}`] };
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { value: parsed.output, raw };
  return { problems: parsed.issues.slice(0, MOST_PROBLEMS).map(worded), raw };
}

/** Without the line and column that the parser counts, which are not the file's. */
const wordsOf = (error: Error): string => error.message.replace(/ \(line \d+ column \d+\)/, '');

function worded(issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue.path ?? []);
  const missing = issue.received === 'undefined';
  return `${path || 'the line'} ${missing ? 'is missing' : issue.message}`;
}

const pathOf = (path: readonly { key: unknown }[]): string =>
  path.reduce((all, { key }) => (typeof key === 'number' ? `${all}[${key}]` : `${all}${all && '.'}${String(key)}`), '');

/** Fields that nothing reads, as `calls[].started_at`: a misspelt name must not pass for a value that is missing. */
export function unread(raw: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, known: object, at: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) if (!Object.hasOwn(known, key)) found.add(`${at}${key}`);
  };
  const each = (value: unknown, known: object, at: string) => {
    if (Array.isArray(value)) for (const one of value) look(one, known, at);
  };
  const line = raw as Record<string, unknown>;
  look(line, { ...ticket.entries, expected: true }, '');
  each(line.messages, message.entries, 'messages[].');
  each(line.calls, call.entries, 'calls[].');
  look(line.coverage, { complete: true, note: true }, 'coverage.');
  look(line.inventory, { complete: true, tools: true }, 'inventory.');
  return [...found];
}
