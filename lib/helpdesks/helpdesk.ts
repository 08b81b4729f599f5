/**
 * READ: one module a helpdesk. It says which URLs are tickets, reads the thread, and knows the close controls.
 * It runs in the content script and gets everything passed in: no browser API, no network of its own.
 */
import type { TicketPage, TicketRef } from '../model.ts';

/** A GET to the page's own origin, by the logged-in session. Never throws: a failure is status 0. */
export type Get = (path: string) => Promise<{ status: number; body: unknown }>;

export interface Reading {
  page: TicketPage;
  /** Where each message's text stands on the page, by message id: what marks are drawn over. */
  bodies: Map<string, Element>;
}

/** What a reader is given. */
export interface Means {
  get: Get;
  /** Awaited between messages, so that a long thread never holds the page up. */
  pause(): Promise<void>;
}

/** What a URL shows: a ticket's `thread`, or a `form` from which it can be closed and on which the thread does not stand. */
export interface Shown {
  ticket: TicketRef;
  as: 'thread' | 'form';
}

export interface Helpdesk {
  /** = file name = settings key = test folder. */
  id: string;
  /**
   * The ticket that this URL shows, or null. `document`: what stands there, for pages whose URL does not say which ticket they are of,
   * such as the answer to a form; asked again once it is there.
   */
  match(url: URL, document?: Document): Shown | null;
  /** The element to watch: its subtree changes when the shown thread changes. Null while it is not there. */
  thread(document: Document, ticket: TicketRef): Element | null;
  /** The scroll area that marks are clipped to; null for the window. */
  scroller(document: Document, ticket: TicketRef): Element | null;
  read(document: Document, ticket: TicketRef, means: Means): Promise<Reading>;
  /** Would this click or key press, if it went through, solve or close the ticket? Decided synchronously, in the capture phase. */
  closes(event: Event, document: Document, ticket: TicketRef): boolean;
}
