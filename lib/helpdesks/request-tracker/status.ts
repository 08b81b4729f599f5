/**
 * RT's statuses. A team may define lifecycles of its own, and RT tells nobody which of their words end a ticket; so the words of the
 * default lifecycle are known, the usual words of own ones are taken for what they say, and the rest is found out by other signs.
 */
import type { TicketPage } from '../../model.ts';
import type { Entry, Known } from './rest.ts';

const OPEN = ['new', 'open', 'stalled'];
const CLOSED = ['resolved', 'rejected', 'deleted'];
/** In the lifecycles of teams. */
const CLOSED_ELSEWHERE = [
  ...['closed', 'done', 'solved', 'fixed', 'completed', 'complete', 'finished', 'answered', 'archived'],
  ...['cancelled', 'canceled', 'declined', 'denied', 'refused', 'abandoned', 'duplicate', 'invalid', 'spam', 'wontfix'],
];

const ENDINGS: ReadonlySet<string> = new Set([...CLOSED, ...CLOSED_ELSEWHERE]);

/** Does a word of RT's own (an option's value, a status in an address) end the ticket? */
export const endsTicket = (word: string): boolean => ENDINGS.has(word.trim().toLowerCase());

/** A status in RT's words, as shown or as told by the API; `unknown` where a lifecycle or a language has other words. */
export function statusOf(word: string): TicketPage['status'] {
  const known = word.trim().toLowerCase();
  return OPEN.includes(known) ? 'open' : endsTicket(known) ? 'closed' : 'unknown';
}

/** RT stamps an end just before it writes the change, both to the second. In milliseconds. */
const ONE_CHANGE = 2_000;

/** The changes of the ticket's status, newest first. */
export const statusChanges = ({ ticket, entries }: Known): Entry[] =>
  (entries ?? []).filter((entry) => entry.type === 'Status' && entry.ticketId === ticket?.id).reverse();

/**
 * The status as the API tells it. RT stamps each end of a ticket and never takes the stamp back, whatever the status is called:
 * where the last change was the one that was stamped, the ticket has ended.
 */
export function statusKnown(known: Known): TicketPage['status'] {
  const { ticket, entries } = known;
  const status = statusOf(ticket?.status ?? '');
  if (!ticket || !entries || status !== 'unknown') return status;
  const [last, before] = statusChanges(known);
  if (!last || Number.isNaN(ticket.resolved)) return Number.isNaN(ticket.resolved) ? 'open' : 'closed';
  if (last.at - ticket.resolved > ONE_CHANGE) return 'open';
  // A reply opens a ticket again, maybe in the very second of its end: then nobody can tell which of the two was stamped.
  return !before || before.at < ticket.resolved ? 'closed' : 'unknown';
}
