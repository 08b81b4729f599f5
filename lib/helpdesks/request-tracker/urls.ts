/** Request Tracker's addresses: any host, port and path prefix; parameters are parted by `&` or `;`. */

export type TicketPageName = 'Display' | 'History' | 'Update' | 'Modify' | 'ModifyAll';

export interface TicketAddress {
  /** The path that RT is installed under, e.g. `/rt`; mostly empty. */
  webPath: string;
  page: TicketPageName;
  parameters: ReadonlyMap<string, string>;
}

const PATH = /^(|\/.+)\/Ticket\/(Display|History|Update|Modify|ModifyAll)\.html$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Null for every other page of RT, and for pages of other products. */
export function ticketAddress(url: URL): TicketAddress | null {
  const [, webPath = '', page] = PATH.exec(url.pathname) ?? [];
  if (!page) return null;
  const parameters = new Map<string, string>();
  for (const pair of url.search.slice(1).split(/[&;]/)) {
    const [name = '', value = ''] = pair.split('=', 2).map(decoded);
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return { webPath, page: page as TicketPageName, parameters };
}

/** An id as RT makes them, or null. */
export const ticketId = (text: string | null | undefined): string | null => (/^\d{1,20}$/.test(text ?? '') ? text! : null);
