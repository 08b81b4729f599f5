/** Firefox does not open the sidebar at our word: the page then says how a person does, and the sidebar opens at what was pressed. */
import type { Page } from 'puppeteer-core';
import type { DeskFirefox, Spot } from '../world/firefox.ts';
import { type Desk, expect, test } from './fixture.ts';

const SOLVE = '[data-is-active="true"] [data-test-id="submit_button-button"]';
const HOW = 'Open Deskcheck with its toolbar button, or with Alt+Shift+D.';

const line = (firefox: DeskFirefox, page: Page) => async () => (await firefox.overlayOf(page))?.line?.text ?? '';

/** The badge of a quote, once it stands. */
async function badge({ firefox }: Desk, page: Page, quote: string): Promise<Spot> {
  const find = async () => (await firefox.overlayOf(page))?.badges.find(({ text }) => text.includes(quote));
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return (await find())!;
}

/** Sets the shortcut as a person does in Firefox's add-on manager; '' takes it away. */
const setKeys = (firefox: DeskFirefox, shortcut: string) =>
  firefox.inExtension((keys) => {
    const { browser } = globalThis as unknown as { browser: { commands: { update(what: object): Promise<void> } } };
    return browser.commands.update({ name: '_execute_sidebar_action', shortcut: keys });
  }, shortcut);

test('a badge press says in one line how to open the sidebar, which then opens at the finding of that badge', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('story'));
  const { x, y } = await badge(desk, page, 'escalated to AE');
  await page.mouse.click(x, y);
  await expect.poll(line(desk.firefox, page)).toBe(HOW);
  const sidebar = await desk.firefox.sidebarOf(page);
  expect(await sidebar.text()).toBe('');
  await desk.firefox.pressFor(page, 'button');
  await expect.poll(() => sidebar.focused(), { timeout: 20_000 }).toBe('escalated to AE');
});

test('a held close says both: that it was held, and how to open the sidebar, which then opens at an open finding', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('story'));
  await badge(desk, page, 'refunded $48');
  await page.click(SOLVE);
  await expect.poll(line(desk.firefox, page)).toMatch(/^× Close held\. .* 3\. Open Deskcheck with its toolbar button, or with Alt\+Shift\+D\.$/);
  const sidebar = await desk.firefox.pressFor(page, 'keys');
  await expect.poll(() => sidebar.focused(), { timeout: 20_000 }).not.toBe('');
});

test('where the sidebar stands open, a badge press brings its finding there, and nothing is said', async ({ desk }) => {
  const { page, sidebar } = await desk.open('story');
  const { x, y } = await badge(desk, page, 'confirmed billing in Stripe');
  await page.mouse.click(x, y);
  await expect.poll(() => sidebar.focused()).toBe('confirmed billing in Stripe');
  expect(await line(desk.firefox, page)()).toBe('');
});

test('the sidebar of another window does not count', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('amount differs'));
  await desk.open('honest', 'window');
  await page.bringToFront();
  const { x, y } = await badge(desk, page, 'refunded $48');
  await page.mouse.click(x, y);
  await expect.poll(line(desk.firefox, page)).toBe(HOW);
});

test('the line names the shortcut as it is set, and none where there is none', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('amount differs'));
  const { x, y } = await badge(desk, page, 'refunded $48');
  await setKeys(desk.firefox, 'Ctrl+Shift+U');
  await page.mouse.click(x, y);
  await expect.poll(line(desk.firefox, page)).toBe('Open Deskcheck with its toolbar button, or with Ctrl+Shift+U.');
  await setKeys(desk.firefox, '');
  await page.mouse.click(x, y);
  await expect.poll(line(desk.firefox, page)).toBe('Open Deskcheck with its toolbar button.');
});
