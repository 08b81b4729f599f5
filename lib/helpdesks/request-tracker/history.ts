/** The messages of a history: what the page shows of each, joined with what the API knows, by RT's own ids. */
import type { Gap, Message, TicketPage } from '../../model.ts';
import type { Means, Reading } from '../helpdesk.ts';
import { authorOf, visibilityOf } from './author.ts';
import { isRepeated, said } from './quoted.ts';
import { type Entry, isMessage, type Known } from './rest.ts';
import { type Item, idOf, isWordless, readItem } from './transaction.ts';

export interface Shown {
  /** The ticket that the page was asked for. */
  ticketId: string;
  /** The ticket whose history it shows: another one where the first was merged into it. */
  historyOf: string;
  /** In the order of their ids. */
  transactions: readonly Element[];
  /** RT's numbers of the requestors, as the page shows them. */
  requestors: ReadonlySet<string>;
  /** The page itself says that more is to be loaded. */
  more: boolean;
}

export const iso = (time: number | undefined): string | null => (time === undefined || Number.isNaN(time) ? null : new Date(time).toISOString());

/** The agent's calls were recorded under the ticket that it wrote on: messages that came along in a merge are not this ticket's. */
const isOwn = (item: Item, entry: Entry | null, shown: Shown): boolean => (entry?.ticketId ?? item.mergedFrom ?? shown.historyOf) === shown.ticketId;

export async function readHistoryShown(
  shown: Shown,
  known: Known,
  pause: Means['pause'],
): Promise<Pick<Reading, 'bodies'> & Pick<TicketPage, 'messages' | 'gaps'>> {
  const entries = new Map((known.entries ?? []).map((entry) => [entry.id, entry]));
  const messages: Message[] = [];
  const gaps: Gap[] = [];
  const bodies = new Map<string, Element>();
  const folded: Item[] = [];
  let merged = 0;
  for (const transaction of shown.transactions) {
    await pause();
    if (isWordless(transaction)) continue;
    const item = readItem(transaction);
    const { id: messageId, text } = item;
    const entry = entries.get(messageId) ?? null;
    if (!isOwn(item, entry, shown)) {
      merged += 1;
      continue;
    }
    const isRequestor = entry && known.ticket ? known.ticket.watchers.has(entry.by.login) : shown.requestors.has(item.userId);
    const author = authorOf(item, entry, isRequestor, known);
    const at = iso(entry?.at);
    messages.push({ id: messageId, author, visibility: visibilityOf(item, entry), at, text });
    if (item.body) bodies.set(messageId, item.body);
    if (text === '' || item.partly) gaps.push({ kind: 'unreadable', messageId });
    if (author.kind === 'unknown' && item.folds.length > 0) folded.push(item);
    if (author.kind === 'unknown') gaps.push({ kind: 'author', messageId });
    if (at === null) gaps.push({ kind: 'time', messageId });
  }
  gaps.push(
    ...(await collapsed(folded, messages, pause)),
    ...(merged > 0 ? [{ kind: 'merged' as const, count: merged }] : []),
    ...notLoaded(shown, known),
  );
  if (messages.length === 0 && !gaps.some((gap) => gap.kind === 'not-loaded')) gaps.push({ kind: 'no-messages' });
  sort(messages);
  return { messages, gaps, bodies };
}

/** Folded parts of the team's messages that repeat nobody's words may be the message's own. */
async function collapsed(items: readonly Item[], messages: readonly Message[], pause: Means['pause']): Promise<Gap[]> {
  if (items.length === 0) return [];
  const words = said(messages.map((message) => message.text));
  const gaps: Gap[] = [];
  for (const { id: messageId, folds } of items) {
    for (const fold of folds) {
      if (await isRepeated(fold, words, pause)) continue;
      gaps.push({ kind: 'collapsed', messageId });
      break;
    }
  }
  return gaps;
}

/** The API tells how much is missing; without it the page only tells that something is. */
function notLoaded({ ticketId, transactions, more }: Shown, { entries }: Known): Gap[] {
  if (!entries) return more ? [{ kind: 'not-loaded' }] : [];
  const seen = new Set(transactions.map(idOf));
  const count = entries.filter((entry) => isMessage(entry) && entry.ticketId === ticketId && !seen.has(entry.id)).length;
  return count > 0 ? [{ kind: 'not-loaded', count }] : [];
}

/** Oldest first. Ids rise with time, but for tickets that were imported. */
function sort(messages: Message[]): void {
  if (messages.every((message) => message.at)) messages.sort((a, b) => Date.parse(a.at!) - Date.parse(b.at!));
}
