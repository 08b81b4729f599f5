/** The close gate, pressed as a person presses it. The helpdesk's server counts what really reached it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const PANE = '[data-is-active="true"]';
const SOLVE = `${PANE} [data-test-id="submit_button-button"]`;

test('holds the close of the story by mouse, until each red finding is decided', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const solved = () => desk.world.helpdesk.solved(desk.ticket('story'));
  const before = await solved();
  await page.locator(SOLVE).click();
  await page.waitForTimeout(500);
  expect(await solved()).toBe(before);

  for (const quote of ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']) {
    const finding = panel.getByRole('article').filter({ hasText: quote });
    await finding.getByRole('button', { name: 'Confirm' }).click();
    await finding.getByLabel('Why is the finding right?').fill('Checked by hand: it did not happen.');
    // The name is asked for once.
    if (quote === 'confirmed billing in Stripe') await finding.getByLabel('Your name').fill('Sam Reviewer');
    await finding.getByRole('button', { name: 'Save decision' }).click();
    await expect(finding).toContainText('Confirmed by Sam Reviewer');
  }
  await page.locator(SOLVE).click();
  await expect.poll(solved).toBe(before + 1);
});

test('is silent on the honest ticket', async ({ desk }) => {
  const { page } = await desk.open('honest');
  const solved = () => desk.world.helpdesk.solved(desk.ticket('honest'));
  const before = await solved();
  await page.locator(SOLVE).click();
  await expect.poll(solved).toBe(before + 1);
});

test('"close anyway" takes a reason, is recorded, and frees one press', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const solved = () => desk.world.helpdesk.solved(desk.ticket('amount differs'));
  const before = await solved();
  await page.locator(SOLVE).click();
  await page.waitForTimeout(300);
  expect(await solved()).toBe(before);
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await panel.getByLabel('Why must it be closed now?').fill('Customer is on the phone; the rest is refunded by hand.');
  await panel.getByLabel('Your name').fill('Sam Reviewer');
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await expect(panel.getByText(/The next close of this ticket goes through/)).toBeVisible();
  await page.locator(SOLVE).click();
  await expect.poll(solved).toBe(before + 1);
});

const presses: [name: string, press: (page: Page) => Promise<void>][] = [
  ['the button', (page) => page.locator(`${PANE} [data-test-id="submit_button-button"]`).click()],
  ['the shortcut', (page) => page.keyboard.press('Control+Alt+KeyS')],
  [
    'the menu, by mouse',
    async (page) => {
      await page.locator(`${PANE} [data-test-id="submit_button-menu-button"]`).click();
      await page.locator(`${PANE} [data-test-id="submit_button-menu-solved"]`).click();
    },
  ],
  [
    'the menu, by keyboard',
    async (page) => {
      await page.locator(`${PANE} [data-test-id="submit_button-menu-button"]`).click();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
    },
  ],
];

for (const [name, press] of presses) {
  test(`holds the close of a ticket with an open red finding: ${name}`, async ({ desk }) => {
    const { page } = await desk.open('amount differs');
    const solved = () => desk.world.helpdesk.solved(desk.ticket('amount differs'));
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('deskcheck-red')?.size)).toBe(1);
    const before = await solved();
    await press(page);
    await page.waitForTimeout(400);
    expect(await solved()).toBe(before);
  });
}

test('pressing another status is nobody’s concern', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('deskcheck-red')?.size)).toBe(1);
  const submitAs = async (status: string) => {
    await page.locator(`${PANE} [data-test-id="submit_button-menu-button"]`).click();
    await page.locator(`${PANE} [data-test-id="submit_button-menu-${status.toLowerCase()}"]`).click();
    await expect(page.getByText(`was submitted as ${status}`)).toBeVisible();
  };
  await submitAs('Pending');
  await submitAs('Open');
});

test('a script of the page cannot press through the gate, nor decide', async ({ desk }) => {
  const { page } = await desk.open('story');
  const solved = () => desk.world.helpdesk.solved(desk.ticket('story'));
  const before = await solved();
  await page.locator(SOLVE).click();
  // A press that no person made is the page's own affair: it goes its way and frees nothing.
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-is-active="true"] [data-test-id="submit_button-button"]')?.click());
  await expect.poll(solved).toBe(before + 1);
  await page.locator(SOLVE).click();
  await page.waitForTimeout(500);
  expect(await solved()).toBe(before + 1);
});
