/** The pane of one ticket: every open ticket stays mounted, and one is in front. */
import type { Gap, TicketPage } from '../../model.ts';
import { type Fallbacks, first } from '../dom.ts';
import { LANDMARKS } from './landmarks.ts';
import { statusOf } from './log.ts';

const ACTIVE_PANE: Fallbacks = [
  '.ticket-panes-grid-layout[data-is-active="true"]',
  '.ticket-panes-grid-layout.active',
  '[data-ticket-id][data-is-active="true"]',
];
const SELECTED_TAB: Fallbacks = [
  '[data-test-id="header-tab"][aria-current="page"]',
  '[data-test-id="header-tab"][data-entity-type="TICKET_ENTITY_TYPE"][data-entity-is-selected="true"]',
];
const SHOW_MORE: Fallbacks = ['[data-test-id="convolog-show-more-button"]'];
const LOADING: Fallbacks = ['[role="progressbar"]'];
const STATUS: Fallbacks = [
  '[data-test-id="tabs-section-nav-item-ticket"] [data-test-id^="status-badge-"]',
  '[data-test-id="tabs-section-nav-item-ticket"] .ticket_status_label',
];

/** Whose pane it is: by its own attributes, else by the tab that is selected; null where nothing says so. */
const paneTicket = (document: Document, pane: Element): string | null =>
  pane.closest('[data-ticket-id]')?.getAttribute('data-ticket-id') ??
  /^ticket-(\d+)-/.exec(pane.getAttribute('data-test-id') ?? '')?.[1] ??
  first(document, SELECTED_TAB)?.getAttribute('data-entity-id') ??
  null;

export function activePane(document: Document, ticketId: string): Element | null {
  const pane = first(document, ACTIVE_PANE);
  // While the URL has changed and the pane has not yet, there is nothing of this ticket to see.
  return pane && (paneTicket(document, pane) ?? ticketId) === ticketId ? pane : null;
}

/** The thread of a ticket; null where another ticket is in front, or none. */
export function threadOf(document: Document, ticketId: string): Element | null {
  const pane = activePane(document, ticketId);
  return pane && first(pane, LANDMARKS.thread);
}

export function statusShown(pane: Element): TicketPage['status'] {
  const label = first(pane, STATUS);
  const words = `${label?.getAttribute('data-test-id') ?? ''} ${label?.className ?? ''}`.match(/\b(new|open|pending|hold|solved|closed)\b/);
  return statusOf(words?.[1] ?? '');
}

/** What the thread holds and the page does not show. */
export function unseen(pane: Element | null, shown: number, known: number): Gap[] {
  const more = pane !== null && (first(pane, SHOW_MORE) !== null || (shown === 0 && first(pane, LOADING) !== null));
  if (more || known > shown) return [{ kind: 'not-loaded', ...(known > shown ? { count: known - shown } : {}) }];
  return shown === 0 ? [{ kind: 'no-messages' }] : [];
}
