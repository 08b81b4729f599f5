/** The helpdesks to try the extension on, by the name that `npm start -- --helpdesk NAME` takes. */
import type { StartHelpdesk } from './helpdesk.ts';
import { startZendeskHelpdesk } from './zendesk/helpdesk.ts';

export const helpdesks: Readonly<Record<string, StartHelpdesk>> = { zendesk: startZendeskHelpdesk };
