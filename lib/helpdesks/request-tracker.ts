/** Request Tracker 5, on any host. */
import type { TicketPage, TicketRef } from '../model.ts';
import { all, type Fallbacks, first, scrollArea } from './dom.ts';
import type { Helpdesk, Means, Reading } from './helpdesk.ts';
import { called } from './request-tracker/author.ts';
import { closes } from './request-tracker/closing.ts';
import { iso, readHistoryShown } from './request-tracker/history.ts';
import { type Known, NOTHING_KNOWN, readKnown } from './request-tracker/rest.ts';
import { statusChanges, statusKnown, statusOf } from './request-tracker/status.ts';
import { IN_MESSAGE, idOf, isWordless } from './request-tracker/transaction.ts';
import { ticketAddress, ticketId } from './request-tracker/urls.ts';
import { readText } from './text.ts';

/** The keys are the names of the landmarks. */
const LANDMARKS = {
  thread: ['#delayed_ticket_history', '#deferred_ticket_history', '.history.ticket', '.history-container'],
  message: ['.transaction.message[data-transaction-id]', '.transaction[data-transaction-id]:has(.messagebody)'],
  subject: ['#header h1', 'h1'],
  status: ['.ticket-info-basics .status .current-value', '.status .current-value'],
} satisfies Record<string, Fallbacks>;

/** Says which ticket a page is of where its address does not: the answer to a form, such as "Add more files". */
const OWN_LINK: Fallbacks = ['a#page-display[href]', 'a#page-history[href]'];
/** Its id says whose history it is. */
const HISTORY: Fallbacks = ['.history[id^="ticket-"]'];
/** The history comes by itself. */
const LOADING: Fallbacks = ['#delayed_ticket_history:not(:has(.history))'];
/** There is more than is shown: it comes by a click, by scrolling, or did not come. */
const MORE: Fallbacks = [
  ...LOADING,
  '#deferred_ticket_history:not(:has(.history))',
  '#LoadAllHistoryContainer:not([style*="none"])',
  '.loading-message',
  '.error-load-history',
];
const REQUESTORS: Fallbacks = ['.ticket-info-people .requestors .user[data-user-id]'];

const textOf = (document: Document, selectors: Fallbacks): string => {
  const found = first(document, selectors);
  return found ? readText(found) : '';
};

const addressOf = (document: Document) => ticketAddress(new URL(document.URL));

function ticketOf(document: Document): string | null {
  const link = first(document, OWN_LINK)?.getAttribute('href');
  return ticketId(link && ticketAddress(new URL(link, document.URL))?.parameters.get('id'));
}

/** Nothing is asked while the history is on its way: it would have to be asked again. */
async function ask(document: Document, ticket: TicketRef, transactions: readonly Element[], { get }: Means): Promise<Known> {
  if (transactions.length === 0 && first(document, LOADING)) return NOTHING_KNOWN;
  const newest = transactions.at(-1);
  return readKnown(get, addressOf(document)?.webPath ?? '', ticket.id, newest ? Number(idOf(newest)) : 0);
}

function landmarksOf(document: Document, transactions: readonly Element[]): TicketPage['landmarks'] {
  const found: string[] = [];
  const missing: string[] = [];
  for (const [name, selectors] of Object.entries(LANDMARKS)) {
    // The page of the history alone shows no status.
    if (name === 'status' && addressOf(document)?.page === 'History') continue;
    (first(document, selectors) ? found : missing).push(name);
  }
  for (const [name, selectors] of Object.entries(IN_MESSAGE)) {
    // Where there is no message, nothing is known of what stands inside one.
    if (transactions.length === 0) continue;
    (transactions.every((one) => first(one, selectors)) ? found : missing).push(name);
  }
  return { found, missing };
}

async function read(document: Document, ticket: TicketRef, means: Means): Promise<Reading> {
  const thread = first(document, LANDMARKS.thread);
  // Readers may have the newest first.
  const transactions = (thread ? all(thread, LANDMARKS.message) : []).sort((a, b) => Number(idOf(a)) - Number(idOf(b)));
  const known = await ask(document, ticket, transactions, means);
  const shown = {
    ticketId: ticket.id,
    historyOf: /^ticket-(\d+)-history$/.exec(first(document, HISTORY)?.id ?? '')?.[1] ?? ticket.id,
    transactions,
    requestors: new Set(all(document, REQUESTORS).map((one) => one.getAttribute('data-user-id') ?? '')),
    more: first(document, MORE) !== null,
  };
  const { messages, gaps, bodies } = await readHistoryShown(shown, known, means.pause);
  // E.g. "#412: Charged twice", "Ticket History #412: Charged twice".
  const subject = textOf(document, LANDMARKS.subject).replace(/^[^#]*#\d+:\s*/, '') || (known.ticket?.subject ?? '');
  const word = statusOf(textOf(document, LANDMARKS.status));
  const status = word === 'unknown' ? statusKnown(known) : word;
  const last = status === 'closed' ? statusChanges(known)[0] : undefined;
  const closed = last && { closed: { by: called(last.by) || null, at: iso(last.at) } };
  const landmarks = landmarksOf(
    document,
    transactions.filter((one) => !isWordless(one)),
  );
  return { page: { ticket, subject, status, ...closed, messages, gaps, landmarks }, bodies };
}

export const requestTracker: Helpdesk = {
  id: 'request-tracker',
  match(url, document) {
    const address = ticketAddress(url);
    const id = address && (ticketId(address.parameters.get('id')) ?? (document ? ticketOf(document) : null));
    if (!id) return null;
    const as = address.page === 'Display' || address.page === 'History' ? 'thread' : 'form';
    return { ticket: { helpdesk: 'request-tracker', host: url.host, id }, as };
  },
  thread: (document) => first(document, LANDMARKS.thread),
  scroller(document) {
    const thread = first(document, LANDMARKS.thread);
    return thread && scrollArea(thread);
  },
  read,
  closes,
};
