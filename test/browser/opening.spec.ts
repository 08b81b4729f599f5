/** From the page to the panel: a badge press opens it at that badge's finding. Chromium lets us, so nothing is said of how to open it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** Points of the page where a press would land on our overlay. */
const ours = (page: Page) =>
  page.evaluate(() => {
    const points: { x: number; y: number }[] = [];
    for (let y = 2; y < innerHeight; y += 6) {
      for (let x = 2; x < innerWidth; x += 12) if (document.elementFromPoint(x, y)?.localName === 'deskcheck-marks') points.push({ x, y });
    }
    return points;
  });

test('a badge press opens the panel at its finding, and leaves no line on the page', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await expect.poll(async () => (await ours(page)).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [badge] = await ours(page);
  await page.mouse.click(badge!.x, badge!.y);
  const panel = await desk.browser.panel();
  await expect(panel.getByRole('article').filter({ hasText: 'refunded $48' })).toBeFocused();
  const size = page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })));
  // A line would stand at the foot of the page, across its middle.
  expect((await ours(page)).filter(({ x, y }) => Math.abs(x - size.width / 2) < 40 && y > size.height * 0.8)).toEqual([]);
});
