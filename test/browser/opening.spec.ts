/** From the page to the panel: a badge press opens it at that badge's finding. Chromium lets us, so nothing is said of how to open it. */
import { expect, test } from './fixture.ts';
import { ours, pressBadge } from './marks.ts';

test('a badge press opens the panel at its finding, and leaves no line on the page', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await pressBadge(page);
  const panel = await desk.browser.panel();
  await expect(panel.getByRole('article').filter({ hasText: 'refunded $48' })).toBeFocused();
  const size = page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })));
  // A line would stand at the foot of the page, across its middle.
  expect((await ours(page)).filter(({ x, y }) => Math.abs(x - size.width / 2) < 40 && y > size.height * 0.8)).toEqual([]);
});
