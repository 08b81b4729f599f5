/** Where a ticket stands, and what a tab without one shows, as far as its address is known. Pure. */
import type { Host, NoTicket } from '../../components/view.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import type { TicketRef } from '../../lib/model.ts';
import { deskFor, originOf } from '../../lib/settings-lookup.ts';
import type { DeskConfig, Settings } from '../../lib/settings-schema.ts';

const metaOf = (id: string) => helpdesks.find((one) => one.id === id);

export const hostAt = (url: string): Host => ({ host: new URL(url).host, origin: originOf(url) });

/** A desk's address with the path of its tickets; `{id}` stands for the ticket's. */
const templateOf = ({ url, helpdesk }: DeskConfig): string | null => {
  const path = metaOf(helpdesk)?.ticketPath;
  return path ? url.replace(/\/+$/, '') + path : null;
};

/** Null where the helpdesk is not set up. */
export function ticketUrl(settings: Settings, ticket: TicketRef): string | null {
  const desk = deskFor(settings, ticket);
  return (desk && templateOf(desk)?.replace('{id}', encodeURIComponent(ticket.id))) ?? null;
}

function isTicketOf(desk: DeskConfig, url: URL): boolean {
  const [before = '', after = ''] = templateOf(desk)?.split('{id}') ?? [];
  const rest = url.href.startsWith(before) ? url.href.slice(before.length) : '';
  return before !== '' && /^[\w.:-]+/.test(rest) && rest.includes(after);
}

const isWebPage = (url: string | undefined): url is string => url !== undefined && /^https?:/.test(url);

/**
 * @param address of the tab; undefined where the browser does not tell, since access to it was not given.
 * @param missing hosts of helpdesks that are set up and to which no access was given.
 */
export function noTicketAt(address: string | undefined, settings: Settings, missing: readonly Host[]): NoTicket {
  if (isWebPage(address)) {
    const url = new URL(address);
    const desk = settings.helpdesks.find((one) => new URL(one.url).host === url.host);
    if (desk) {
      const without = missing.filter(({ host }) => host === url.host);
      if (without.length > 0) return { why: 'no-access', hosts: without };
      return isTicketOf(desk, url) ? { why: 'not-read-yet' } : { why: 'no-ticket-page', host: url.host };
    }
    const product = helpdesks.find(({ domain }) => domain && `.${url.hostname}`.endsWith(`.${domain}`));
    if (product) return { why: 'not-set-up', host: url.host, product: product.label };
  }
  if (settings.helpdesks.length === 0) return { why: 'nothing-set-up' };
  return missing.length > 0 && !isWebPage(address) ? { why: 'no-access', hosts: [...missing] } : { why: 'elsewhere' };
}
