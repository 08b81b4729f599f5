/** The world for Firefox tests, a new one for each test: helpdesk, tool log, and a Firefox with the extension set up in it. */
import { test as base, expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Sidebar } from '../world/firefox/sidebar.ts';
import { DeskFirefox } from '../world/firefox.ts';
import { ticketNamed, type WorldTicket } from '../world/ticket.ts';
import { type StartedWorld, startWorld } from '../world/world.ts';

export interface Desk {
  world: StartedWorld;
  firefox: DeskFirefox;
  ticket(name: string): WorldTicket;
  url(name: string): string;
  /** Opens a ticket with the sidebar beside it, and waits for the verdict. */
  open(name: string, type?: 'tab' | 'window'): Promise<{ page: Page; sidebar: Sidebar }>;
}

export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  desk: async ({}, use) => {
    const keys = { writeKey: 'write-key-of-the-tests', readKey: 'read-key-of-the-tests' };
    const world = await startWorld({ now: new Date(), otlpPort: 0, queryPort: 0, ...keys, say: () => undefined });
    const firefox = await DeskFirefox.open({ headless: true, hosts: world.hosts, origins: world.origins });
    try {
      await firefox.setUp(world);
      const ticket = (name: string) => ticketNamed(world.tickets, name);
      const url = (name: string) => world.url(ticket(name));
      await use({
        world,
        firefox,
        ticket,
        url,
        async open(name, type) {
          const page = await firefox.openTicket(url(name), type);
          const sidebar = await firefox.pressFor(page, 'button');
          await expect.poll(() => sidebar.text(), { timeout: 30_000 }).toMatch(/claims? found(?!.*Auditing)/);
          return { page, sidebar };
        },
      });
    } finally {
      await firefox.close();
      await world.close();
    }
  },
});

/** Texts under the highlights of one colour, in the order of the page. */
export const marked = (page: Page, colour: string): Promise<string[]> =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), `deskcheck-${colour}`);

export { expect };
