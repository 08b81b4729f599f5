/**
 * The extension set up in a browser beside a real Request Tracker, whose tickets are those of the try-out world, open, and one in which a
 * person tells honestly what they did. One for all the tests of a file: each takes a ticket of its own.
 */
import { test as base, type Page } from '@playwright/test';
import { DeskBrowser } from '../world/browser.ts';
import type { WorldHelpdesk } from '../world/helpdesk.ts';
import { type RequestTracker, startRequestTracker } from '../world/rt/request-tracker.ts';
import { ticketNamed, type WorldTicket } from '../world/ticket.ts';
import { world as defaultWorld } from '../world/tickets.ts';
import { openAudited } from '../world/visit.ts';
import { type StartedWorld, startWorld } from '../world/world.ts';
import { say } from './fixture.ts';

export interface Desk {
  rt: RequestTracker;
  world: StartedWorld;
  browser: DeskBrowser;
  ticket(name: string): WorldTicket;
  /** Opens a ticket in a tab of its own, with the panel beside it, and waits for the verdict. */
  open(name: string): Promise<{ page: Page; panel: Page }>;
}

const told: WorldTicket = {
  id: '4190',
  name: 'told by a person',
  subject: 'Refund not there yet',
  requester: 'Mara Lindgren',
  status: 'open',
  messages: [
    { role: 'end-user', name: 'Mara Lindgren', visibility: 'public', minutesAgo: 60, text: 'Where is my refund of $48?' },
    { role: 'bot', name: 'Harbor Assist', visibility: 'public', minutesAgo: 50, text: 'Thank you for asking. A colleague will look into it.' },
    { role: 'agent', name: 'Sam Ortiz', visibility: 'internal', minutesAgo: 40, text: 'I refunded $48 in the billing console.' },
  ],
  run: { tools: [{ name: 'search_kb' }], calls: [] },
};

/** Open, so that they can be closed; those of the company's second account are not here. */
const tickets = [...defaultWorld.tickets.filter((one) => one.subdomain === undefined).map((one) => ({ ...one, status: 'open' as const })), told];

export const test = base.extend<object, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      let rt: RequestTracker | undefined;
      const world = await startWorld({
        world: { ...defaultWorld, tickets },
        helpdesk: async ({ world: { tickets: all }, follow }): Promise<WorldHelpdesk> => {
          rt = await startRequestTracker({ tickets: all, record: follow, say });
          return rt;
        },
        now: new Date(),
        otlpPort: 0,
        queryPort: 0,
        writeKey: 'write-key-of-the-tests',
        readKey: 'read-key-of-the-tests',
        say,
      });
      // Beside the panel there must be room enough for Request Tracker's menus: it folds them away on a narrow page.
      const browser = await DeskBrowser.open({ headless: true, hosts: world.hosts, spki: world.helpdesk.spki, width: 1600 });
      await browser.setUp(world);
      await world.helpdesk.logIn(browser.context);
      const ticket = (name: string) => ticketNamed(tickets, name);
      await use({
        rt: rt!,
        world,
        browser,
        ticket,
        open: (name) => openAudited(browser, world.url(ticket(name))),
      });
      await browser.close();
      await world.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

export { expect } from '@playwright/test';
