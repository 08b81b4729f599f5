/** The table of helpdesks. Order never matters: no URL is a ticket of two. */
import type { Helpdesk, Shown } from './helpdesk.ts';
import { requestTracker } from './request-tracker.ts';
import { zendesk } from './zendesk.ts';

export const helpdesks: readonly Helpdesk[] = [requestTracker, zendesk];

/** The ticket that a URL (or else what stands there) shows, how, and the helpdesk that reads it; null where it shows none. */
export function ticketAt(url: URL, document?: Document): (Shown & { helpdesk: Helpdesk }) | null {
  for (const helpdesk of helpdesks) {
    const shown = helpdesk.match(url, document);
    if (shown) return { helpdesk, ...shown };
  }
  return null;
}
