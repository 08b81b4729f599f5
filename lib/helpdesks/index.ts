/** The table of helpdesks. Order never matters: no URL is a ticket of two. */
import type { TicketRef } from '../model.ts';
import type { Helpdesk } from './helpdesk.ts';
import { zendesk } from './zendesk.ts';

export const helpdesks: readonly Helpdesk[] = [zendesk];

/** The ticket that a URL shows and the helpdesk that reads it; null where it shows none. */
export function ticketAt(url: URL): { helpdesk: Helpdesk; ticket: TicketRef } | null {
  for (const helpdesk of helpdesks) {
    const ticket = helpdesk.match(url);
    if (ticket) return { helpdesk, ticket };
  }
  return null;
}
