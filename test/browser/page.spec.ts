/** The page itself: what is marked, what badges keep clear of, and what is left alone. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { marked } from './marks.ts';

const PANE = '[data-is-active="true"]';

/** Words of the thread that our overlay lies over. */
const coveredWords = (page: Page) =>
  page.evaluate((pane) => {
    const words: string[] = [];
    const walker = document.createTreeWalker(document.querySelector(`${pane} [data-test-id="omni-log-container"]`)!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        for (let x = left + 2; x < right; x += 6) {
          if (document.elementFromPoint(x, (top + bottom) / 2)?.localName === 'deskcheck-marks') words.push(node.nodeValue ?? '');
        }
      }
    }
    return words;
  }, PANE);

test('marks each false claim of the story where it stands, and covers no word of the thread', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expect.poll(() => marked(page, 'red')).toEqual(['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']);
  for (const width of [1280, 900, 640]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(400);
    expect(await coveredWords(page), `at a width of ${width}`).toEqual([]);
  }
});

test('follows navigation without a reload, there and back', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expect.poll(() => marked(page, 'red')).toHaveLength(3);
  await page.locator(`[data-test-id="header-tab"][data-entity-id="${desk.ticket('honest').id}"]`).click();
  await expect.poll(() => marked(page, 'red')).toEqual([]);
  await page.locator(`[data-test-id="header-tab"][data-entity-id="${desk.ticket('amount differs').id}"]`).click();
  await expect.poll(() => marked(page, 'red'), { timeout: 15_000 }).toEqual(['refunded $48 to your card for order 88213']);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => marked(page, 'red'), { timeout: 15_000 }).toHaveLength(3);
});

test('a mark leaves with its quote', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expect.poll(() => marked(page, 'red')).toHaveLength(3);
  await page.evaluate((pane) => {
    const note = [...document.querySelectorAll(`${pane} .zd-comment p`)].at(-1)!;
    note.textContent = 'Resolved — escalated to AE per enterprise policy.';
  }, PANE);
  await expect.poll(() => marked(page, 'red')).toEqual(['escalated to AE']);
});

test('does nothing on a page that is no ticket', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(`${new URL(desk.world.url(desk.ticket('story'))).origin}/agent/filters/1`);
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await page.locator('html > *').evaluateAll((all) => all.map((element) => element.localName))).toEqual(['head', 'body']);
  expect(await desk.browser.records()).toEqual([]);
});
