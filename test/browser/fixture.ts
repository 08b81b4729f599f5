/** The world for browser tests, a new one for each test: helpdesk, tool log, a log that can fail, and a Chromium with the extension set up in it. */
import { test as base, type Page } from '@playwright/test';
import { DeskBrowser } from '../world/browser.ts';
import { startFaultyLog } from '../world/faulty-log.ts';
import { ticketNamed, type World, type WorldTicket } from '../world/ticket.ts';
import { audited, openAudited } from '../world/visit.ts';
import { type StartedWorld, startWorld } from '../world/world.ts';

export interface Desk {
  world: StartedWorld;
  browser: DeskBrowser;
  faulty: Awaited<ReturnType<typeof startFaultyLog>>;
  ticket(name: string): WorldTicket;
  /** Opens a ticket in a tab of its own, with the panel beside it, and waits for the verdict. */
  open(name: string): Promise<{ page: Page; panel: Page }>;
}

export const test = base.extend<{ of: World | undefined; setUp: boolean; desk: Desk }>({
  /** The tickets; by default those of `npm start`. */
  of: [undefined, { option: true }],
  /** False: the extension as it is after installing; the browser will grant the world's hosts when it is asked. */
  setUp: [true, { option: true }],
  desk: async ({ of, setUp }, use) => {
    let faulty: Desk['faulty'] | undefined;
    const world = await startWorld({
      ...(of ? { world: of } : {}),
      now: new Date(),
      otlpPort: 0,
      queryPort: 0,
      writeKey: 'write-key-of-the-tests',
      readKey: 'read-key-of-the-tests',
      secondLog: async (queryUrl) => {
        faulty = await startFaultyLog(queryUrl);
        return faulty.url;
      },
      say: () => undefined,
    });
    const browser = await DeskBrowser.open({ headless: true, hosts: world.hosts, spki: world.helpdesk.spki });
    await (setUp ? browser.setUp(world) : browser.allow(world.origins));
    await world.helpdesk.logIn(browser.context);
    const ticket = (name: string) => ticketNamed(world.tickets, name);
    await use({
      world,
      browser,
      faulty: faulty!,
      ticket,
      open: (name) => openAudited(browser, world.url(ticket(name))),
    });
    await browser.close();
    await faulty?.close();
    await world.close();
  },
});

export { expect } from '@playwright/test';
export { audited };
