/** The panel as a reviewer meets it: accessible, dark and light, narrow and full; what it exports; what it says where there is nothing or nobody answers. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openEvent, verifyFile } from '../../lib/trail/index.ts';
import type { World } from '../world/ticket.ts';
import { violations } from './axe.ts';
import { whole } from './download.ts';
import { expect, test } from './fixture.ts';

const narrow = (panel: Page) => panel.setViewportSize({ width: 320, height: 700 });
const overflow = (panel: Page) => panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const name of ['story', 'honest', 'amount differs', 'log down', 'taken back', 'fabricated failure']) {
  test(`axe finds nothing on "${name}", with all folds and forms open, dark and light`, async ({ desk }) => {
    const { panel } = await desk.open(name);
    for (const fold of await panel.locator('summary').all()) await fold.click();
    if (name === 'story') {
      await panel.keyboard.press('?');
      const [first, second] = await panel.getByRole('article').all();
      await first!.getByRole('button', { name: 'Dismiss' }).click();
      await first!.getByRole('button', { name: 'This tool did it' }).click();
      await second!.getByRole('button', { name: 'Mended' }).click();
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await violations(panel), colorScheme).toEqual([]);
    }
  });
}

test('the export button downloads the trail, whose chain holds, with the decision in it', async ({ desk }, testInfo) => {
  const { panel } = await desk.open('amount differs');
  const finding = panel.getByRole('article').first();
  await finding.getByRole('button', { name: 'Confirm' }).click();
  await finding.getByLabel('Why is the finding right?').fill('$10 were never paid.');
  await finding.getByLabel('Your name').fill('Sam Reviewer');
  await finding.getByRole('button', { name: 'Save decision' }).click();
  await expect(finding).toContainText('Confirmed by');
  const folder = await desk.browser.downloadsTo(testInfo.outputPath('downloads'));
  await panel.getByRole('button', { name: 'Export …' }).click();
  await panel.getByLabel('Format').selectOption('json');
  await panel.getByLabel('Take out what is personal').uncheck();
  await panel.getByRole('button', { name: 'Save the file' }).click();
  const file = join(folder, 'deskcheck-zendesk-4138.json');
  await expect.poll(() => whole(file)).toBeDefined();
  const verified = await verifyFile(JSON.stringify(whole(file)));
  if ('broken' in verified) throw new Error(JSON.stringify(verified.broken));
  const { trail } = verified.whole;
  expect(trail.events.map((event) => openEvent(event)?.body.kind)).toEqual(['record', 'decision', 'export']);
});

test('diagnostics are shown before they are copied, and say nothing of anybody', async ({ desk }) => {
  const { panel } = await desk.open('story');
  await panel.locator('summary').filter({ hasText: 'Diagnostics' }).click();
  const shown = (await panel.locator('pre').textContent()) ?? '';
  expect(JSON.parse(shown)).toMatchObject({
    deskcheck: expect.stringMatching(/^\d/),
    storage: { used: expect.any(Number) },
    ticket: { helpdesk: 'zendesk', status: 'solved', coverage: { complete: true, trouble: null }, findings: { 'unsupported no-call': 1 } },
  });
  for (const word of ['harborworks', '4127', 'Dana', 'Harbor', 'refund', 'Stripe', 'Charged', '127.0.0.1']) expect(shown).not.toContain(word);
  await panel.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const finding = panel.getByRole('article').first();
  await finding.getByRole('button', { name: 'Confirm' }).click();
  await finding.getByLabel('Why is the finding right?').press('Control+v');
  expect(await finding.getByLabel('Why is the finding right?').inputValue()).toBe(shown);
});

test('a tab without a ticket says so, and the panel follows the tabs', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const other = await desk.browser.context.newPage();
  await other.goto('about:blank');
  await expect(panel.getByRole('status')).toContainText('No ticket in this tab');
  expect(await violations(panel)).toEqual([]);
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Charged twice');
});

test('a helpdesk’s page that is no ticket, and one whose ticket does not load, are told apart', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/agent/filters/1`);
  await expect(panel.getByRole('status')).toContainText(`This page of ${new URL(origin).host} is no ticket.`);

  await page.route('**/api/v2/tickets/**', (route) => route.abort());
  await page.goto(desk.world.url(desk.ticket('honest')));
  await expect(panel.getByRole('status')).toContainText('Reading the ticket');
  // The panel has the button once it takes too long, whether the page said meanwhile that it found no message or not.
  const reload = panel.getByRole('button', { name: 'Reload the page' });
  await reload.waitFor({ timeout: 30_000 });
  await page.unroute('**/api/v2/tickets/**');
  await reload.click();
  await expect(panel.getByRole('status').first()).toContainText('3 supported', { timeout: 15_000 });
});

test('a helpdesk that is not set up is named, and leads to the options', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto('https://somewhere-else.zendesk.com/agent/tickets/4127');
  const panel = await desk.browser.openPanel(page);
  await expect(panel.getByRole('status')).toContainText('somewhere-else.zendesk.com is a Zendesk helpdesk that is not set up');
  const [options] = await Promise.all([desk.browser.context.waitForEvent('page'), panel.getByRole('button', { name: 'Open options' }).click()]);
  await expect(options).toHaveURL(/options\.html$/);
});

test('a helpdesk to which access was taken back is named, and read again once it is given', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const { host, origin } = new URL(page.url());
  await panel.evaluate(
    (pattern) =>
      (globalThis as unknown as { chrome: { permissions: { remove(what: object): Promise<boolean> } } }).chrome.permissions.remove({
        origins: [pattern],
      }),
    `${origin}/*`,
  );
  const other = await desk.browser.context.newPage();
  await other.goto(desk.world.url(desk.ticket('honest')));
  await expect(panel.getByRole('status')).toContainText('no access to a helpdesk that is set up');
  await panel.getByRole('button', { name: `Give access to ${host}` }).click();
  await expect(panel.getByRole('status').first()).toContainText('3 supported', { timeout: 20_000 });
});

test('a worker that does not answer is said, and no longer once it does', async ({ desk }) => {
  const { panel } = await desk.open('story');
  // A worker that hangs: it is there, takes messages, and answers none.
  void desk.browser
    .worker()!
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await panel.getByRole('button', { name: 'Audit again' }).click();
  const alert = panel.getByRole('alert').filter({ hasText: 'worker does not answer' });
  await expect(alert).toContainText('What stands below is from', { timeout: 30_000 });
  await expect(panel.getByRole('article')).toHaveCount(3);
  await desk.browser.killWorker();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0, { timeout: 30_000 });
});

test.describe('a ticket with thirty findings and two hundred calls', () => {
  const text = Array.from({ length: 30 }, (_, i) => `I have refunded $${i + 10} for invoice INV-${i + 100}.`).join(' ');
  const calls = Array.from({ length: 200 }, (_, i) => ({
    name: i % 3 === 0 ? 'mcp__acme_internal_billing_and_subscription_management__get_invoice_with_all_of_its_line_items' : 'search_kb',
    minutesAgo: 110 - i / 4,
    arguments: { query: `call ${i}`, reference: 'x'.repeat(i) },
    result: { items: Array.from({ length: 10 }, (_, n) => ({ id: `it_${i}_${n}`, title: 'An article about invoices and how they are paid' })) },
  }));
  const world: World = {
    subdomain: 'harborworks',
    policy: { id: 'main', version: '1', limits: [], destinations: [], tools: [] },
    tickets: [
      {
        id: '701',
        name: 'heavy',
        subject: 'Thirty invoices, and a subject that goes on for longer than any line of the panel is wide_without_a_space_to_break_it_at',
        requester: 'Dana Whitfield',
        status: 'solved',
        messages: [{ role: 'bot', name: 'Harbor Assist', visibility: 'public', minutesAgo: 60, text }],
        run: { tools: [{ name: 'search_kb' }, { name: 'issue_refund', description: 'Refund an invoice.' }], calls },
        expected: { claims: [], ticket: [] },
      },
    ],
  };
  test.use({ of: world });

  test('fits 320 pixels, goes by keyboard, and takes what is typed', async ({ desk }) => {
    const { panel } = await desk.open('heavy');
    await narrow(panel);
    const findings = panel.getByRole('article');
    await expect(findings).toHaveCount(30);
    expect(await overflow(panel)).toBeLessThanOrEqual(0);
    for (let i = 0; i < 30; i += 1) await panel.keyboard.press('j');
    await expect(findings.last()).toBeFocused();
    await expect(findings.last()).toBeInViewport();
    await findings.last().getByRole('button', { name: 'Dismiss' }).click();
    await findings.last().getByRole('button', { name: 'This tool did it' }).click();
    await panel.keyboard.type('call 137');
    await expect(findings.last().getByRole('button', { name: /call 137/ })).toHaveCount(1);
    await findings.last().getByRole('button', { name: 'Other …' }).click();
    const words = 'j and k and c and s are letters here, typed without a pause.';
    await panel.keyboard.type(words);
    await expect(findings.last().getByLabel(/^Why is the finding/)).toHaveValue(words);
    await panel.locator('summary').filter({ hasText: 'What the log recorded' }).click();
    await expect(panel.locator('.calls > li')).toHaveCount(50);
    expect(await overflow(panel)).toBeLessThanOrEqual(0);
  });
});
