/** The close gate, pressed as a person presses it. The helpdesk's server counts what really reached it. */
import { expect, test } from './fixture.ts';

const SOLVE = '[data-is-active="true"] [data-test-id="submit_button-button"]';

test('holds the close of the story by mouse, until each red finding is decided', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const { id } = desk.ticket('story');
  const before = desk.world.helpdesk.solved(id);
  await page.locator(SOLVE).click();
  await page.waitForTimeout(500);
  expect(desk.world.helpdesk.solved(id)).toBe(before);

  for (const quote of ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']) {
    const finding = panel.getByRole('article').filter({ hasText: quote });
    await finding.getByRole('button', { name: 'Confirm' }).click();
    await finding.getByLabel('Why is the finding right?').fill('Checked by hand: it did not happen.');
    await finding.getByRole('button', { name: 'Save decision' }).click();
    await expect(finding).toContainText('Confirmed by Sam Reviewer');
  }
  await page.locator(SOLVE).click();
  await expect.poll(() => desk.world.helpdesk.solved(id)).toBe(before + 1);
  await page.close();
});

test('is silent on the honest ticket', async ({ desk }) => {
  const { page } = await desk.open('honest');
  const { id } = desk.ticket('honest');
  const before = desk.world.helpdesk.solved(id);
  await page.locator(SOLVE).click();
  await expect.poll(() => desk.world.helpdesk.solved(id)).toBe(before + 1);
  await page.close();
});

test('"close anyway" takes a reason, is recorded, and frees one press', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const { id } = desk.ticket('amount differs');
  const before = desk.world.helpdesk.solved(id);
  await page.locator(SOLVE).click();
  await page.waitForTimeout(300);
  expect(desk.world.helpdesk.solved(id)).toBe(before);
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await panel.getByLabel('Why must it be closed now?').fill('Customer is on the phone; the rest is refunded by hand.');
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await expect(panel.getByText(/The next close of this ticket goes through/)).toBeVisible();
  await page.locator(SOLVE).click();
  await expect.poll(() => desk.world.helpdesk.solved(id)).toBe(before + 1);
  await page.close();
});
