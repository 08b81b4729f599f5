/** A ticket of a file as the page and the evidence that the engine judges. */
import type { Coverage, Evidence, Gap, Iso, Message, Policy, TicketPage, ToolCall } from '../../lib/model.ts';
import { NO_POLICY } from './policy.ts';
import type { Ticket, TicketCall, TicketMessage } from './ticket.ts';
import { later } from './time.ts';

/** A log is complete up to this long before it is asked. */
export const SETTLING_MS = 60_000;

const SOURCE = 'export';
const BEGINNING: Iso = '1970-01-01T00:00:00.000Z';

/** What holds for a whole run. */
export interface Run {
  now: Iso;
  /** For tickets that bring none of their own. */
  policy: Policy | null;
}

export interface Case {
  page: TicketPage;
  evidence: Evidence;
  policy: Policy;
  now: Iso;
}

/** @param added calls of this ticket from a calls file; null where there is no such file. */
export function caseOf(ticket: Ticket, added: readonly TicketCall[] | null, { now, policy }: Run): Case {
  return {
    page: pageOf(ticket),
    evidence: evidenceOf(ticket, added, now),
    policy: ticket.policy ?? policy ?? NO_POLICY,
    now,
  };
}

/** The newest of a ticket's own times; null where it has none. */
export function newestOf(ticket: Ticket): Iso | null {
  const calls = ticket.calls ?? [];
  return [...ticket.messages.map(({ at }) => at ?? null), ...calls.flatMap(({ startedAt, endedAt }) => [startedAt ?? null, endedAt ?? null])].reduce(
    later,
    null,
  );
}

function pageOf(ticket: Ticket): TicketPage {
  const messages = inOrder(unique(ticket.messages.map(messageOf)), (message) => message.at);
  const gaps = messages.flatMap(({ id: messageId, at, author }): Gap[] => [
    ...(author.kind === 'unknown' ? [{ kind: 'author' as const, messageId }] : []),
    ...(at === null ? [{ kind: 'time' as const, messageId }] : []),
  ]);
  const { status } = ticket;
  return {
    ticket: { helpdesk: ticket.helpdesk ?? 'export', host: ticket.host ?? '-', id: ticket.ticket },
    subject: ticket.subject ?? '',
    status: status === 'open' || status === 'solved' || status === 'closed' ? status : 'unknown',
    messages,
    gaps: messages.length === 0 ? [{ kind: 'no-messages' }] : gaps,
    landmarks: { found: [], missing: [] },
  };
}

const messageOf = ({ id, from, name, internal, at, text }: TicketMessage, index: number): Message => ({
  id: id ?? `m${index + 1}`,
  author: { kind: from, name: name ?? from, ...(from === 'unknown' ? {} : { knownBy: 'team' }) },
  visibility: internal ? 'internal' : 'public',
  at: at ?? null,
  text,
});

function evidenceOf(ticket: Ticket, added: readonly TicketCall[] | null, now: Iso): Evidence {
  const told = [...(ticket.calls ?? []), ...(added ?? [])];
  const calls = unique(told.map(callOf));
  const named = calls.filter((call) => call.name.trim() !== '');
  return {
    calls: inOrder(named, (call) => call.startedAt ?? call.endedAt),
    inventory: {
      tools: (ticket.inventory?.tools ?? []).map(({ name, description }) => (description ? { name, description } : { name })),
      complete: ticket.inventory?.complete ?? false,
    },
    coverage: coverageOf(ticket, told.length, named.length, added !== null, now),
  };
}

function callOf(call: TicketCall, index: number): ToolCall {
  const { error } = call;
  return {
    id: call.id ?? `c${index + 1}`,
    name: call.name ?? '',
    ...(call.arguments == null ? {} : { arguments: call.arguments }),
    ...(call.result == null ? {} : { result: call.result }),
    status: call.status ?? (error ? 'error' : 'ok'),
    ...(error ? { error } : {}),
    startedAt: call.startedAt ?? null,
    endedAt: call.endedAt ?? null,
    ...(call.turn ? { turn: call.turn } : {}),
    source: SOURCE,
  };
}

/** What the log could have shown. Nothing said and nothing given is a log that was not read: never one in which nothing was done. */
function coverageOf(ticket: Ticket, told: number, named: number, fileRead: boolean, now: Iso): Coverage {
  const base = { source: SOURCE, from: BEGINNING, to: new Date(Date.parse(now) - SETTLING_MS).toISOString(), askedAt: now };
  const declared = ticket.coverage?.complete ?? null;
  if (declared === null && !ticket.calls && told === 0) {
    return { ...base, complete: false, trouble: fileRead ? 'nothing-recorded' : 'not-configured' };
  }
  return { ...base, complete: (declared ?? true) && told === named };
}

/** By time where all have one, else as they stand: a time that is missing may be any. */
function inOrder<T>(all: T[], timeOf: (one: T) => Iso | null): T[] {
  if (all.some((one) => timeOf(one) === null)) return all;
  return all.toSorted((a, b) => (timeOf(a)! < timeOf(b)! ? -1 : timeOf(a)! > timeOf(b)! ? 1 : 0));
}

/** Ids that stand twice would make one of two: the later are told apart by their count, `c1#2`. */
function unique<T extends { id: string }>(all: T[]): T[] {
  const taken = new Set<string>();
  return all.map((one) => {
    let { id } = one;
    for (let count = 2; taken.has(id); count += 1) id = `${one.id}#${count}`;
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  });
}
