/** The panel as a reviewer meets it: accessible, by keyboard, dark and light; what it exports; what it says where there is nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Trail } from '../../lib/model.ts';
import { openEvent, verifyTrail } from '../../lib/trail.ts';
import { expect, test } from './fixture.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const name of ['story', 'honest', 'amount differs', 'log down']) {
    test(`axe finds nothing on "${name}" in ${colorScheme}`, async ({ desk }) => {
      const { panel } = await desk.open(name);
      await panel.emulateMedia({ colorScheme });
      for (const fold of await panel.locator('summary').all()) await fold.click();
      if (name === 'story') await panel.getByRole('button', { name: 'Dismiss' }).first().click();
      const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`)).toEqual([]);
    });
  }
}

test('a decision is made with the keyboard alone', async ({ desk }) => {
  const { panel } = await desk.open('story');
  await panel.keyboard.press('j');
  const first = panel.getByRole('article').first();
  await expect(first).toBeFocused();
  const press = async (name: string) => {
    for (let left = 12; left > 0; left -= 1) {
      await panel.keyboard.press('Tab');
      const at = await panel.evaluate(() => document.activeElement?.textContent);
      if (at === name) return panel.keyboard.press('Enter');
    }
    throw new Error(`Tab does not come to ${name}`);
  };
  await press('Dismiss');
  await panel.keyboard.type('Refunded by hand, seen in the billing console.');
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('Sam Reviewer');
  await press('Save decision');
  await expect(first).toContainText('Dismissed by Sam Reviewer');
  await expect(first).toContainText('seen in the billing console');
});

test('the export button downloads the trail, whose chain holds, with the decision in it', async ({ desk }, testInfo) => {
  const { panel } = await desk.open('amount differs');
  const finding = panel.getByRole('article').first();
  await finding.getByRole('button', { name: 'Confirm' }).click();
  await finding.getByLabel('Why is the finding right?').fill('$10 were never paid.');
  await finding.getByLabel('Your name').fill('Sam Reviewer');
  await finding.getByRole('button', { name: 'Save decision' }).click();
  await expect(finding).toContainText('Confirmed by');
  const folder = await desk.browser.downloadsTo(testInfo.outputPath('downloads'));
  await panel.getByRole('button', { name: 'Export JSON' }).click();
  const file = join(folder, 'deskcheck-zendesk-4138.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  const trail = JSON.parse(readFileSync(file, 'utf8')) as Trail;
  expect(await verifyTrail(trail)).toBeNull();
  expect(trail.events.map((event) => openEvent(event)?.body.kind)).toEqual(['record', 'decision', 'export']);
});

test('a tab without a ticket says so, and the panel follows the tabs', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const other = await desk.browser.context.newPage();
  await other.goto('about:blank');
  await expect(panel.getByRole('status')).toContainText('No ticket in this tab');
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Charged twice');
});

test('fits a panel of 320 pixels', async ({ desk }) => {
  const { panel } = await desk.open('amount differs');
  await panel.setViewportSize({ width: 320, height: 700 });
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
