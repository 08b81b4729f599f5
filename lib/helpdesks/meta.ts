/** What options, panel and README need to know of each helpdesk; no code. Same ids as the table in `index.ts`. */
export interface HelpdeskMeta {
  id: string;
  label: string;
  /** An address as a team would write it, to begin with. */
  example: string;
  /** Where one ticket stands below the address: `{id}` is the ticket's. */
  ticketPath: string;
  /** The address must be of this host or of one below it; where it is left out the product stands on any host and port. */
  domain?: string;
}

export const helpdesks: readonly HelpdeskMeta[] = [
  { id: 'zendesk', label: 'Zendesk', example: 'https://acme.zendesk.com', ticketPath: '/agent/tickets/{id}', domain: 'zendesk.com' },
  { id: 'request-tracker', label: 'Request Tracker', example: 'https://rt.acme.example', ticketPath: '/Ticket/Display.html?id={id}' },
];
