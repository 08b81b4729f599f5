/** What options and README need to know of each helpdesk; no code. Same ids as the table in `index.ts`. */
export interface HelpdeskMeta {
  id: string;
  label: string;
  /** Match patterns: what access is asked for, and where the content script is registered. */
  hosts: readonly string[];
}

export const helpdesks: readonly HelpdeskMeta[] = [{ id: 'zendesk', label: 'Zendesk', hosts: ['https://*.zendesk.com/*'] }];
