/** The helpdesks to try the extension on, by the name that `npm start -- --helpdesk NAME` takes. */
import type { StartHelpdesk } from './helpdesk.ts';
import { startRequestTracker } from './rt/request-tracker.ts';
import { startZendeskHelpdesk } from './zendesk/helpdesk.ts';

export interface WorldHelpdeskKind {
  start: StartHelpdesk;
  /** It holds the tickets of the company's second account too. */
  accounts: boolean;
}

export const helpdesks: Readonly<Record<string, WorldHelpdeskKind>> = {
  zendesk: { start: startZendeskHelpdesk, accounts: true },
  rt: { start: ({ world, follow, say }) => startRequestTracker({ tickets: world.tickets, record: follow, say }), accounts: false },
};
