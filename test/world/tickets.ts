/** The default tickets: fourteen kinds, and what is found on each. Their company has an account whose log does not run, and an agent that may refund $50. */
import type { ExpectedTicket, World } from './ticket.ts';
import { authority } from './tickets/authority.ts';
import { hostile } from './tickets/hostile.ts';
import { outcomes } from './tickets/outcomes.ts';
import { told } from './tickets/told.ts';
import { untold } from './tickets/untold.ts';

export const world: World & { tickets: ExpectedTicket[] } = {
  subdomain: 'harborworks',
  policy: {
    id: 'main',
    version: '2026-10-01',
    tools: [],
    limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' }],
    destinations: [
      {
        name: 'Account executive',
        aliases: ['AE', 'account exec'],
        kind: 'person',
        acceptsFromAi: true,
        validFrom: '2024-01-01T00:00:00.000Z',
        validTo: '2026-06-30T00:00:00.000Z',
      },
      { name: 'Billing tier 2', aliases: ['billing team', 'tier 2'], kind: 'queue', acceptsFromAi: true },
      { name: 'Fraud review', aliases: ['fraud desk'], kind: 'queue', acceptsFromAi: false },
    ],
  },
  tickets: [...told, ...outcomes, ...authority, ...untold, hostile],
};
