/** The shapes that the worker accepts from a page. Content scripts are untrusted: what does not fit is refused, with the reason. */
import * as v from 'valibot';
import type { GateEvent, Iso, TicketPage, TicketRef } from '../../lib/model.ts';

/** A thread of thousands of long messages is still read; anything beyond is no ticket page. */
const MAX_MESSAGES = 20_000;
const MAX_TEXT = 5_000_000;

const line = v.pipe(v.string(), v.maxLength(2_000));

const ticket = v.strictObject({
  helpdesk: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}(:\d{1,5})?$/)),
  id: v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/)),
});

const author = v.strictObject({
  kind: v.picklist(['ai-agent', 'person', 'customer', 'system', 'unknown']),
  name: line,
  id: v.optional(line),
  knownBy: v.optional(v.picklist(['vendor', 'team'])),
});

const message = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  author,
  visibility: v.picklist(['public', 'internal']),
  at: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
});

const gap = v.strictObject({
  kind: v.picklist(['no-messages', 'not-loaded', 'collapsed', 'unreadable', 'merged', 'language', 'author', 'time']),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  messageId: v.optional(line),
});

const names = v.pipe(v.array(line), v.maxLength(100));

const page = v.strictObject({
  ticket,
  subject: line,
  status: v.picklist(['open', 'solved', 'closed', 'unknown']),
  closed: v.optional(v.strictObject({ by: v.nullable(line), at: v.nullable(v.pipe(v.string(), v.isoTimestamp())) })),
  messages: v.pipe(v.array(message), v.maxLength(MAX_MESSAGES)),
  gaps: v.pipe(v.array(gap), v.maxLength(MAX_MESSAGES)),
  landmarks: v.strictObject({ found: names, missing: names }),
});

/** What only the worker itself may say of the gate (`forced`, `closed-without-review`) is not among these. */
const gate = v.strictObject({
  at: v.pipe(v.string(), v.isoTimestamp()),
  outcome: v.picklist(['held', 'let-through', 'closed-before-audit']),
  why: v.optional(v.picklist(['watching', 'nothing-open', 'freed', 'no-verdict', 'log-unreadable', 'trail-unwritable', 'no-heartbeat'])),
  findings: v.pipe(v.array(line), v.maxLength(10_000)),
});

function accept<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`${what} refused: ${v.getDotPath(issue) ?? what} ${issue.message}`);
}

export const acceptPage = (value: unknown): TicketPage => accept(page, value, 'page') as TicketPage;
export const acceptTicket = (value: unknown): TicketRef => accept(ticket, value, 'ticket');
export const acceptGate = (value: unknown): GateEvent & { at: Iso } => accept(gate, value, 'gate') as GateEvent & { at: Iso };
