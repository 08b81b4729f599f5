/** The close gate in Firefox, pressed as a person presses it. The helpdesk's server counts what really reached it. */
import type { Page } from 'puppeteer-core';
import { expect, marked, test } from './fixture.ts';

const control = (id: string) => `[data-is-active="true"] [data-test-id="submit_button-${id}"]`;

const presses: [name: string, press: (page: Page) => Promise<void>][] = [
  ['the button', (page) => page.click(control('button'))],
  [
    'the shortcut',
    async (page) => {
      await page.keyboard.down('Control');
      await page.keyboard.down('Alt');
      await page.keyboard.press('KeyS');
      await page.keyboard.up('Alt');
      await page.keyboard.up('Control');
    },
  ],
  [
    'the menu, by mouse',
    async (page) => {
      await page.click(control('menu-button'));
      await page.click(control('menu-solved'));
    },
  ],
  [
    'the menu, by keyboard',
    async (page) => {
      await page.click(control('menu-button'));
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
    },
  ],
];

for (const [name, press] of presses) {
  test(`holds a close with an open red finding, and no other: ${name}`, async ({ desk }) => {
    const { page: honest } = await desk.open('honest');
    const solved = (ticket: string) => desk.world.helpdesk.solved(desk.ticket(ticket));
    const before = { honest: await solved('honest'), 'amount differs': await solved('amount differs') };
    await press(honest);
    await expect.poll(() => solved('honest')).toBe(before.honest + 1);

    const page = await desk.firefox.openTicket(desk.url('amount differs'));
    await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toHaveLength(1);
    await press(page);
    await expect.poll(async () => (await desk.firefox.overlayOf(page))?.line?.text).toMatch(/^× Close held/);
    expect(await solved('amount differs')).toBe(before['amount differs']);
  });
}
