/** A ticket of a file as the page and the evidence that the engine judges. */
import type { Coverage, Evidence, Gap, Inventory, Iso, Message, Policy, TicketPage, Tool, ToolCall } from '../../lib/model.ts';
import type { AddedCalls } from './calls.ts';
import type { Team } from './team.ts';
import type { Ticket, TicketCall, TicketMessage } from './ticket.ts';
import { later } from './time.ts';

/** A log is complete up to this long before it is asked. */
export const SETTLING_MS = 60_000;

const SOURCE = 'export';
const BEGINNING: Iso = '1970-01-01T00:00:00.000Z';

/** What holds for all tickets of a run. */
export interface Run {
  now: Iso;
  team: Team;
}

export interface Case {
  page: TicketPage;
  evidence: Evidence;
  policy: Policy;
  now: Iso;
}

/** @param added calls of this ticket from a calls file; null where there is no such file. */
export function caseOf(ticket: Ticket, added: AddedCalls | null, { now, team }: Run): Case | { problems: string[] } {
  const page = pageOf(ticket, team);
  const policy = ticket.policy ?? team.policyOf(page.ticket);
  if (!policy) {
    const { helpdesk, host } = page.ticket;
    return {
      problems: [`the settings hold several policies and none for ${helpdesk} on ${host}: say by --policy-id which one holds for all tickets`],
    };
  }
  return { page, evidence: evidenceOf(ticket, added, now), policy, now };
}

/** The newest of a ticket's own times; null where it has none. */
export function newestOf(ticket: Ticket): Iso | null {
  const calls = ticket.calls ?? [];
  return [...ticket.messages.map(({ at }) => at ?? null), ...calls.flatMap(({ startedAt, endedAt }) => [startedAt ?? null, endedAt ?? null])].reduce(
    later,
    null,
  );
}

function pageOf(ticket: Ticket, team: Team): TicketPage {
  const ref = { helpdesk: ticket.helpdesk ?? 'export', host: ticket.host ?? '-', id: ticket.ticket };
  const told = ticket.messages.map(messageOf).map((message) => ({ ...message, author: team.authorOf(message.author, ref) }));
  const messages = inOrder(unique(told), (message) => message.at);
  const gaps = messages.flatMap(({ id: messageId, at, author }): Gap[] => [
    ...(author.kind === 'unknown' ? [{ kind: 'author' as const, messageId }] : []),
    ...(at === null ? [{ kind: 'time' as const, messageId }] : []),
  ]);
  const { status } = ticket;
  return {
    ticket: ref,
    subject: ticket.subject ?? '',
    status: status === 'open' || status === 'solved' || status === 'closed' ? status : 'unknown',
    messages,
    gaps: messages.length === 0 ? [{ kind: 'no-messages' }] : gaps,
    landmarks: { found: [], missing: [] },
  };
}

/** Who a message is from is the exporter's word, as good as the vendor's: only of `unknown` does the team know better. */
const messageOf = ({ id, from, name, internal, at, text }: TicketMessage, index: number): Message => ({
  id: id ?? `m${index + 1}`,
  author: { kind: from, name: name ?? from, ...(from === 'unknown' ? {} : { knownBy: 'vendor' }) },
  visibility: internal ? 'internal' : 'public',
  at: at ?? null,
  text,
});

function evidenceOf(ticket: Ticket, added: AddedCalls | null, now: Iso): Evidence {
  const told = [...(ticket.calls ?? []), ...(added?.calls ?? [])];
  const calls = unique(told.map(callOf));
  return {
    calls: inOrder(calls.filter(isNamed), (call) => call.startedAt ?? call.endedAt),
    inventory: inventoryOf(ticket, calls),
    coverage: coverageOf(ticket, calls, added, now),
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

/** Complete only where that is said, and no call belies it: a tool that was called and is not listed shows that there were more. */
function inventoryOf({ inventory }: Ticket, calls: readonly ToolCall[]): Inventory {
  const tools = (inventory?.tools ?? []).map(({ name, description }): Tool => (description ? { name, description } : { name }));
  const listed = new Set(tools.map(({ name }) => name));
  return { tools, complete: (inventory?.complete ?? false) && calls.every(({ name }) => listed.has(name)) };
}

/** What the log could have shown. Nothing said and nothing given is a log that was not read: never one in which nothing was done. */
function coverageOf(ticket: Ticket, calls: readonly ToolCall[], added: AddedCalls | null, now: Iso): Coverage {
  const base = { source: SOURCE, from: BEGINNING, to: new Date(Date.parse(now) - SETTLING_MS).toISOString(), askedAt: now };
  const declared = ticket.coverage?.complete ?? null;
  if (declared === null && !ticket.calls && calls.length === 0) {
    return { ...base, complete: false, trouble: added ? 'nothing-recorded' : 'not-configured' };
  }
  return { ...base, complete: (declared ?? true) && (added?.whole ?? true) && calls.every(isNamed) };
}

/** A call without a name may have done anything: it bears nothing out, and nothing can be said to be missing beside it. */
const isNamed = (call: ToolCall): boolean => call.name.trim() !== '';

/** By time where all have one, else as they stand: a time that is missing may be any. */
function inOrder<T>(all: T[], timeOf: (one: T) => Iso | null): T[] {
  if (all.some((one) => timeOf(one) === null)) return all;
  return all.toSorted((a, b) => (timeOf(a)! < timeOf(b)! ? -1 : timeOf(a)! > timeOf(b)! ? 1 : 0));
}

/** Ids that stand twice would make one of two: the later are told apart by their count, `c1#2`. */
function unique<T extends { id: string }>(all: T[]): T[] {
  const counts = new Map<string, number>();
  return all.map((one) => {
    let { id } = one;
    while (counts.has(id)) {
      const count = counts.get(one.id)! + 1;
      counts.set(one.id, count);
      id = `${one.id}#${count}`;
    }
    counts.set(id, 1);
    return id === one.id ? one : { ...one, id };
  });
}
