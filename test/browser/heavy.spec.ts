/** Tickets of unusual size. How long what takes is printed by `npm run bench:page`; here it is that all is read and marked, and that typing goes on meanwhile. */
import type { Page } from '@playwright/test';
import { heavyWorld } from '../world/heavy.ts';
import type { World } from '../world/ticket.ts';
import { world } from '../world/tickets.ts';
import { type Desk, expect, test } from './fixture.ts';
import { expectHeld, marksOf, PANE, SOLVE } from './steps.ts';

const honest = world.tickets.find((ticket) => ticket.name === 'honest')!;
const heavy: World = { ...heavyWorld, tickets: [...heavyWorld.tickets, honest] };
test.use({ of: heavy });

const WORDS = 'Thank you for your patience: we are looking into it right now, and will write again. '.repeat(4).trim();

/** Opens a ticket with its whole thread on the page at once. */
async function openWhole(desk: Desk, name: string): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.goto(`${desk.world.url(desk.ticket(name))}?at-once=5000`);
  await page.locator(`${PANE} article`).first().waitFor();
  return page;
}

/** Every key that the reply box hears, in the order in which it hears them. */
const hearKeys = (page: Page) =>
  page.evaluate((pane) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.querySelector(`${pane} [role="textbox"]`)!.addEventListener('beforeinput', (event) => heard.push((event as InputEvent).data ?? ''));
  }, PANE);
const heardKeys = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join(''));

const pages = (desk: Desk) => desk.browser.stored<{ ticket: string; readAt: string; page: { messages: { text: string }[] } }>('pages');
const pageOf = async (desk: Desk, name: string) => (await pages(desk)).find(({ ticket }) => ticket.endsWith(`:${desk.ticket(name).id}`));

/** The marked quotes that can be seen, and those of them without a badge beside it or close below. */
const seenMarks = (page: Page) =>
  page.evaluate((pane) => {
    const area = document.querySelector(`${pane} .scroll`)!.getBoundingClientRect();
    const isBadge = (x: number, y: number) => document.elementFromPoint(x, y)?.localName === 'deskcheck-marks';
    const [seen, bare]: [string[], string[]] = [[], []];
    for (const range of (CSS.highlights.get('deskcheck-red') ?? []) as Iterable<Range>) {
      const line = [...range.getClientRects()].at(-1)!;
      if (line.top < area.top + 80 || line.bottom > area.bottom - 80) continue;
      seen.push(String(range));
      let found = false;
      for (let y = line.top - 20; y < line.bottom + 60 && !found; y += 6)
        for (let x = area.left; x < area.right && !found; x += 6) found = isBadge(x, y);
      if (!found) bare.push(String(range));
    }
    return { seen: seen.length, bare };
  }, PANE);

/** Scrolls the nth marked quote to the middle of the thread. */
const goToMark = (page: Page, nth: number) =>
  page.evaluate((n) => {
    const range = [...(CSS.highlights.get('deskcheck-red') ?? [])][n] as Range;
    range.startContainer.parentElement!.scrollIntoView({ block: 'center' });
  }, nth);

for (const [name, marks, messages] of [
  ['thread of 2,000', 200, 2000],
  ['message of 200 kB', 7, 10],
  ['both', 202, 2000],
] as const) {
  test(`${name}: all of it is read and marked, and every key arrives in its order meanwhile`, async ({ desk }) => {
    test.setTimeout(240_000);
    const page = await openWhole(desk, name);
    await hearKeys(page);
    await page.locator(`${PANE} [role="textbox"]`).click();
    await page.keyboard.type(WORDS);
    expect(await heardKeys(page)).toBe(WORDS);
    await expect.poll(() => marksOf(page), { timeout: 120_000 }).toBe(marks);
    // While everything is marked and laid out, and new words come in.
    for (let i = 0; i < 3; i += 1) {
      await page.evaluate((pane) => {
        const log = document.querySelector(`${pane} [data-test-id="omni-log-container"]`)!;
        log.firstElementChild!.remove();
        log.parentElement!.scrollTop = Math.random() * log.scrollHeight;
      }, PANE);
      await page.keyboard.type(WORDS);
    }
    expect(await heardKeys(page)).toBe(WORDS.repeat(4));
    expect((await page.locator(`${PANE} [role="textbox"]`).textContent())?.replaceAll('\u00a0', ' ')).toBe(WORDS.repeat(4));
    await expect.poll(async () => (await pageOf(desk, name))?.page.messages.length, { timeout: 60_000 }).toBe(messages - 3);
    await expectHeld(desk, name, () => page.locator(SOLVE).click());
  });
}

test('badges stand beside their quotes wherever a long thread is scrolled to', async ({ desk }) => {
  test.setTimeout(240_000);
  const page = await openWhole(desk, 'both');
  await expect.poll(() => marksOf(page), { timeout: 120_000 }).toBe(202);
  for (const nth of [0, 201, 50, 100, 101, 102, 150, 1]) {
    await goToMark(page, nth);
    await expect.poll(async () => (await seenMarks(page)).bare, { message: `at mark ${nth}`, timeout: 20_000 }).toEqual([]);
    expect((await seenMarks(page)).seen).toBeGreaterThan(0);
  }
});

test('a thread that does not change is not sent again', async ({ desk }) => {
  test.setTimeout(240_000);
  const page = await openWhole(desk, 'thread of 2,000');
  await expect.poll(() => marksOf(page), { timeout: 120_000 }).toBe(200);
  const { readAt } = (await pageOf(desk, 'thread of 2,000'))!;
  // It is read anew every 20 seconds, since its subject and its status may have changed.
  await page.waitForTimeout(45_000);
  expect((await pageOf(desk, 'thread of 2,000'))?.readAt).toBe(readAt);
  await page.evaluate((pane) => document.querySelector(`${pane} article`)!.remove(), PANE);
  await expect.poll(async () => (await pageOf(desk, 'thread of 2,000'))?.page.messages.length, { timeout: 60_000 }).toBe(1999);
});

test('a reading that the next ticket interrupts is given up: no message of one ticket is ever told as the other’s', async ({ desk }) => {
  test.setTimeout(240_000);
  const page = await openWhole(desk, 'thread of 2,000');
  const tab = (name: string) => page.locator(`[data-test-id="header-tab"][data-entity-id="${desk.ticket(name).id}"]`);
  const own = new Map(heavy.tickets.map((ticket) => [ticket.id, new Set(ticket.messages.map((message) => message.text.trim()))]));
  const strangers = async () =>
    (await pages(desk)).flatMap(({ ticket, page: { messages } }) => messages.filter(({ text }) => !own.get(ticket.split(':').at(-1)!)!.has(text)));
  for (const wait of [100, 300, 500, 800, 1200, 2000]) {
    await page.waitForTimeout(wait);
    await tab('honest').click();
    await page.waitForTimeout(wait);
    await tab('thread of 2,000').click();
    expect(await strangers()).toEqual([]);
  }
  await tab('honest').click();
  await expect.poll(async () => (await pageOf(desk, 'honest'))?.page.messages.length, { timeout: 30_000 }).toBe(3);
  await tab('thread of 2,000').click();
  await expect.poll(() => marksOf(page), { timeout: 120_000 }).toBe(200);
  expect((await pageOf(desk, 'thread of 2,000'))?.page.messages).toHaveLength(2000);
  expect(await strangers()).toEqual([]);
});
