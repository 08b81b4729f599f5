/** The close gate, pressed as a person presses it. The helpdesk's server counts what really reached it, and the trail says what the gate did. */
import { emitRun } from '../world/emit.ts';
import { audited, expect, test } from './fixture.ts';
import {
  addMessage,
  changeSettings,
  closeAnyway,
  expectHeld,
  expectThrough,
  gateEvents,
  marksOf,
  messagesKnown,
  PANE,
  PRESSES,
  SOLVE,
  solved,
} from './steps.ts';

test('holds every way to solve a ticket with an open red finding, and tells of each press once', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await expect.poll(() => marksOf(page)).toBe(1);
  for (const [name, press] of Object.entries(PRESSES)) {
    await test.step(name, () => expectHeld(desk, 'amount differs', () => press(page)));
    // Whatever menu was opened for it.
    await page.keyboard.press('Escape');
    await page.locator(`${PANE} [role="menu"]`).evaluate((menu) => menu.setAttribute('hidden', ''));
  }
  const [finding] = (await gateEvents(desk, 'amount differs'))[0]!.findings;
  expect(await gateEvents(desk, 'amount differs')).toEqual(Object.keys(PRESSES).map(() => ({ outcome: 'held', findings: [finding] })));
});

test('watching only, lets each of them through once and records it with what was open', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await changeSettings(desk, panel, { gate: 'watch' });
  for (const [name, press] of Object.entries(PRESSES))
    await test.step(name, () => expectThrough(desk, 'amount differs', { outcome: 'let-through', why: 'watching' }, () => press(page)));
  expect((await gateEvents(desk, 'amount differs')).map(({ findings }) => findings.length)).toEqual(Object.keys(PRESSES).map(() => 1));
});

test('switched off, lets presses through and records nothing', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await changeSettings(desk, panel, { gate: 'off' });
  for (const press of [PRESSES['the button by mouse']!, PRESSES['the shortcut']!]) {
    const before = await solved(desk, 'amount differs');
    await press(page);
    await expect.poll(() => solved(desk, 'amount differs')).toBe(before + 1);
  }
  await changeSettings(desk, panel, { gate: 'hold' });
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
  expect(await gateEvents(desk, 'amount differs'), 'nothing but what was held since').toHaveLength(1);
});

test('holds the story until each red finding is decided, and not again then', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  await expectHeld(desk, 'story', () => page.locator(SOLVE).click());
  for (const quote of ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']) {
    const finding = panel.getByRole('article').filter({ hasText: quote });
    await finding.getByRole('button', { name: 'Confirm' }).click();
    await finding.getByLabel('Why is the finding right?').fill('Checked by hand: it did not happen.');
    // The name is asked for once.
    if (quote === 'confirmed billing in Stripe') await finding.getByLabel('Your name').fill('Sam Reviewer');
    await finding.getByRole('button', { name: 'Save decision' }).click();
    await expect(finding).toContainText('Confirmed by Sam Reviewer');
    await expect(finding.getByRole('button', { name: 'Save decision' })).toBeHidden();
  }
  for (const again of [false, true]) {
    // Also in the page's next life, which has to ask.
    if (again) await page.reload();
    await audited(panel).waitFor();
    await expect.poll(() => marksOf(page)).toBe(3);
    await expectThrough(desk, 'story', { outcome: 'let-through', why: 'nothing-open' }, () => page.locator(SOLVE).click());
  }
});

test('a decision lapses with its verdict: the next audit holds again', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const finding = panel.getByRole('article').first();
  await finding.getByRole('button', { name: 'Confirm' }).click();
  await finding.getByLabel('Why is the finding right?').fill('$10 were never paid.');
  await finding.getByLabel('Your name').fill('Sam Reviewer');
  await finding.getByRole('button', { name: 'Save decision' }).click();
  await expect(finding).toContainText('Confirmed by');
  await expectThrough(desk, 'amount differs', { outcome: 'let-through', why: 'nothing-open' }, () => page.locator(SOLVE).click());

  // A call that the log had not yet: it failed, and is another verdict's reason.
  const ticket = desk.ticket('amount differs');
  const call = {
    name: 'issue_refund',
    minutesAgo: 191,
    arguments: { order_id: '88213', amount: 48, currency: 'usd' },
    result: null,
    error: 'card expired',
  };
  const late = { ...ticket, run: { ...ticket.run, calls: [call] } };
  await emitRun({ otlpUrl: desk.world.log.otlpUrl, writeKey: 'write-key-of-the-tests' }, late, ticket.id, new Date());
  await panel.getByRole('button', { name: 'Audit again' }).click();
  await expect(finding.getByRole('button', { name: 'Confirm' })).toBeVisible({ timeout: 15_000 });
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
});

test('"close anyway" is recorded with reviewer, reason and findings, and frees one press', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
  const reason = 'Customer is on the phone; the rest is refunded by hand.';
  await closeAnyway(panel, reason);
  await expectThrough(desk, 'amount differs', { outcome: 'let-through', why: 'freed' }, () => page.locator(SOLVE).click());
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
  const { findings } = (await gateEvents(desk, 'amount differs'))[0]!;
  expect(findings).toHaveLength(1);
  expect(await gateEvents(desk, 'amount differs')).toEqual([
    { outcome: 'held', findings },
    { outcome: 'forced', reviewer: 'Sam Reviewer', reason, findings },
    { outcome: 'let-through', why: 'freed', findings },
    { outcome: 'held', findings },
  ]);
});

test('"close anyway" ends with the thread that it was said of', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await closeAnyway(panel, 'Customer is on the phone.');
  await addMessage(page, 'By the way, I have also refunded $5 for the delay.');
  await expect.poll(() => messagesKnown(desk, 'amount differs')).toBe(3);
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
});

test('"close anyway" ends after a minute', async ({ desk }) => {
  test.setTimeout(180_000);
  const { page, panel } = await desk.open('amount differs');
  await closeAnyway(panel, 'Customer is on the phone.');
  await expect(panel.getByText(/The next close of this ticket goes through/)).toBeHidden({ timeout: 75_000 });
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
});

test('is silent on the honest ticket, and on another status than solved', async ({ desk }) => {
  const { page } = await desk.open('honest');
  await expectThrough(desk, 'honest', { outcome: 'let-through', why: 'nothing-open' }, () => page.locator(SOLVE).click());
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await expect.poll(() => marksOf(page), { timeout: 15_000 }).toBe(1);
  for (const status of ['Pending', 'Open']) {
    await page.locator(`${PANE} [data-test-id="submit_button-menu-button"]`).click();
    await page.locator(`${PANE} [data-test-id="submit_button-menu-${status.toLowerCase()}"]`).click();
    await expect(page.getByText(`was submitted as ${status}`)).toBeVisible();
  }
  expect(await gateEvents(desk, 'amount differs')).toEqual([]);
});

test('an open ticket that is being solved is held as a solved one that is solved again', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await page.locator(`${PANE} [data-test-id="submit_button-menu-button"]`).click();
  await page.locator(`${PANE} [data-test-id="submit_button-menu-open"]`).click();
  await expect(page.locator(SOLVE)).toContainText('Open');
  await expectHeld(desk, 'amount differs', () => PRESSES['the menu by mouse']!(page));
  await expect(page.locator(SOLVE)).toContainText('Open');
});

test('a script of the page cannot press through the gate, nor decide', async ({ desk }) => {
  const { page } = await desk.open('story');
  await expectHeld(desk, 'story', () => page.locator(SOLVE).click());
  const before = await solved(desk, 'story');
  // A press that no person made is the page's own affair: it goes its way, is not taken for a decision, and frees nothing.
  await page.evaluate((solve) => document.querySelector<HTMLElement>(solve)?.click(), SOLVE);
  await expect.poll(() => solved(desk, 'story')).toBe(before + 1);
  await expectHeld(desk, 'story', () => page.locator(SOLVE).click());
});

test('a script that an update has left behind holds nobody, listens to nothing and leaves the page as it was', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await expectHeld(desk, 'amount differs', () => page.locator(SOLVE).click());
  // An update takes away what was registered, so that the page keeps its old script alone.
  await desk.browser.worker()!.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { clear(): Promise<void> } }; runtime: { reload(): void } } };
    await chrome.storage.local.clear();
    chrome.runtime.reload();
  });
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  await expect(page.locator('deskcheck-marks')).toHaveCount(0);
  const before = await solved(desk, 'amount differs');
  await page.bringToFront();
  await page.locator(SOLVE).click();
  await expect.poll(() => solved(desk, 'amount differs')).toBe(before + 1);
});
