/** The real sidebar: how it opens, and what it shows. */
import { widenSidebar } from '../world/firefox/window.ts';
import { expect, marked, test } from './fixture.ts';

test('opens by the toolbar button, and shows the findings with their evidence', async ({ desk }) => {
  const { sidebar } = await desk.open('story');
  expect(await sidebar.text()).toContain('Charged twice for the March invoice');
  expect(await sidebar.text()).toContain('3 claims found: 3 unsupported');
  expect(await sidebar.text('confirmed billing in Stripe')).toContain('No such tool');
  expect(await sidebar.text('escalated to AE')).toContain('out of date since');
  expect(await sidebar.text('refunded $48')).toContain('No call');
});

test('shows what was recorded beside what was said', async ({ desk }) => {
  const { sidebar } = await desk.open('amount differs');
  const finding = await sidebar.text('refunded $48');
  expect(finding).toMatch(/Claimed \$48/);
  expect(finding).toMatch(/Recorded \$38\.00 issue_refund/);
  expect(finding).toContain('3800');
});

test('opens and closes by the shortcut', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('honest'));
  const sidebar = await desk.firefox.pressFor(page, 'keys');
  await expect.poll(() => sidebar.text(), { timeout: 20_000 }).toContain('3 claims found: 3 supported');
  await desk.firefox.pressFor(page, 'keys');
  await expect.poll(() => sidebar.text()).toBe('');
});

test('opens by the toolbar button while the worker sleeps', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('story'));
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toHaveLength(3);
  await desk.firefox.sleepWorker();
  const sidebar = await desk.firefox.pressFor(page, 'button');
  await expect.poll(() => sidebar.text(), { timeout: 20_000 }).toContain('3 claims found: 3 unsupported');
});

test('fits the narrow sidebar that Firefox opens at first, and one of 320 pixels', async ({ desk }) => {
  const { page, sidebar } = await desk.open('amount differs');
  await sidebar.press('Confirm', 'refunded $48');
  expect(await sidebar.width()).toBeLessThan(320);
  expect(await sidebar.cutOff()).toBe(0);
  await desk.firefox.bidi.inWindowOf(page, widenSidebar, 320);
  await expect.poll(() => sidebar.width()).toBe(320);
  expect(await sidebar.cutOff()).toBe(0);
});
