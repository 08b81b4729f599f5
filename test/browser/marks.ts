/** What stands on the page of ours: highlights, and badges, which are in a closed shadow root and so are found as a pointer finds them. */
import { expect, type Page } from '@playwright/test';

/** Texts under the highlights of one colour, in the order of the page. */
export const marked = (page: Page, colour: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), `deskcheck-${colour}`);

/** Points of the page where a press would land on our overlay. */
export const ours = (page: Page) =>
  page.evaluate(() => {
    const points: { x: number; y: number }[] = [];
    for (let y = 2; y < innerHeight; y += 6) {
      for (let x = 2; x < innerWidth; x += 12) if (document.elementFromPoint(x, y)?.localName === 'deskcheck-marks') points.push({ x, y });
    }
    return points;
  });

/** Presses the first badge, once there is one. */
export async function pressBadge(page: Page): Promise<void> {
  await expect.poll(async () => (await ours(page)).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [badge] = await ours(page);
  await page.mouse.click(badge!.x, badge!.y);
}
