/** The ticket page: marks over the host's own words, late loading, in-app navigation, and what the extension leaves alone. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** The words that are highlighted on the page, in order. */
const marked = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range))).sort());

test('marks exactly the quotes, and leaves the words of the page as they were', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expect.poll(() => marked(page)).toEqual(['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']);
  const body = page.locator('[data-is-active="true"] .zd-comment').last();
  expect(await body.innerHTML()).not.toContain('deskcheck');
});

test('follows navigation inside the app: each ticket has its own marks', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expect.poll(() => marked(page)).toHaveLength(3);
  await page.locator('[data-test-id="header-tab"]').filter({ hasText: 'Refund for a canc' }).click();
  await expect.poll(() => marked(page)).toEqual([]);
  await page.locator('[data-test-id="header-tab"]').filter({ hasText: 'Overcharged' }).click();
  await expect.poll(() => marked(page), { timeout: 15_000 }).toEqual(['refunded $48 to your card for order 88213']);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => marked(page), { timeout: 15_000 }).toHaveLength(3);
});

test('does nothing on a page that is no ticket', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(`${new URL(desk.world.url(desk.ticket('story'))).origin}/agent/filters/1`);
  await page.waitForTimeout(1_000);
  expect(await marked(page)).toEqual([]);
  expect(await page.locator('html > *').evaluateAll((all) => all.map((element) => element.localName))).toEqual(['head', 'body']);
  expect(await desk.browser.records()).toEqual([]);
});

test('a script of the page cannot press through the gate, nor decide', async ({ desk }) => {
  const { page } = await desk.open('story');
  const { id } = desk.ticket('story');
  const before = desk.world.helpdesk.solved(id);
  await page.locator('[data-is-active="true"] [data-test-id="submit_button-button"]').click();
  // A press that no person made is the page's own affair: it goes its way and frees nothing.
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-is-active="true"] [data-test-id="submit_button-button"]')?.click());
  await expect.poll(() => desk.world.helpdesk.solved(id)).toBe(before + 1);
  await page.locator('[data-is-active="true"] [data-test-id="submit_button-button"]').click();
  await page.waitForTimeout(500);
  expect(desk.world.helpdesk.solved(id)).toBe(before + 1);
});

test('installing asks for no site', async ({ desk }) => {
  const manifest = await desk.browser
    .worker()!
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { getManifest(): object } } }).chrome.runtime.getManifest());
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).toMatchObject({ optional_host_permissions: ['https://*/*', 'http://*/*'] });
});

test('another web page can neither write to the tool log nor read it', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(`${new URL(desk.world.url(desk.ticket('story'))).origin}/agent/filters/1`);
  const { otlpUrl, queryUrl } = desk.world.log;
  const tried = await page.evaluate(
    async ([write, read]) => {
      const attempt = async (url: string, options: RequestInit) => {
        try {
          const answer = await fetch(url, options);
          return { type: answer.type, text: await answer.text() };
        } catch {
          return null;
        }
      };
      return [
        await attempt(`${write}/v1/traces`, {
          method: 'POST',
          mode: 'no-cors',
          headers: { 'content-type': 'text/plain' },
          body: '{"resourceSpans":[]}',
        }),
        await attempt(`${read}/api/v3/services`, {}),
        await attempt(`${read}/api/v3/services`, { mode: 'no-cors' }),
      ];
    },
    [otlpUrl, queryUrl],
  );
  // An opaque answer has no text; what matters more is that the log refused: its own tests show that.
  for (const answer of tried) expect(answer?.text ?? '').toBe('');
});
