/** What a reviewer does with a finding in the real panel: decides in a click, keeps what was learned, takes it along, and is not overrun by another one. */
import type { Page } from '@playwright/test';
import type { Decision } from '../../lib/model.ts';
import { openEvent, readTrail, verifyTrail } from '../../lib/trail/index.ts';
import type { World } from '../world/ticket.ts';
import { world as defaults } from '../world/tickets.ts';
import { exportTrail } from '../world/visit.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixture.ts';

const finding = (panel: Page, quote: string) => panel.getByRole('article').filter({ hasText: quote });

async function decisions(panel: Page, url: string): Promise<Decision[]> {
  const trail = readTrail(await exportTrail(panel, url));
  expect(await verifyTrail(trail)).toBeNull();
  return trail.events.flatMap((event) => {
    const body = openEvent(event)?.body;
    return body?.kind === 'decision' ? [body.decision] : [];
  });
}

test('a decision is made with the keyboard alone', async ({ desk }) => {
  const { panel } = await desk.open('story');
  await panel.keyboard.press('j');
  const first = panel.getByRole('article').first();
  await expect(first).toBeFocused();
  const press = async (name: string) => {
    for (let left = 16; left > 0; left -= 1) {
      const at = await panel.evaluate(() => document.activeElement?.textContent);
      if (at === name) return panel.keyboard.press('Enter');
      await panel.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${name}`);
  };
  await press('Dismiss');
  await press('Other …');
  await panel.keyboard.type('Refunded by hand, seen in the billing console.');
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('Sam Reviewer');
  await press('Save decision');
  await expect(first).toContainText('Dismissed by Sam Reviewer');
  await expect(first).toContainText('seen in the billing console');
  await expect(first).not.toContainText('Lapsed');
  await expect(first).toBeFocused();
});

test('a dismissal is one click on its reason, can be taken back, and the trail keeps both', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const refunded = finding(panel, 'refunded $48');
  await refunded.getByRole('button', { name: 'Dismiss' }).click();
  await refunded.getByRole('button', { name: 'Not a claim' }).click();
  await refunded.getByLabel('Your name').fill('Mia Lund');
  await refunded.getByRole('button', { name: 'Save decision' }).click();
  await expect(refunded).toContainText('Dismissed by Mia Lund');

  // The name is known now.
  const escalated = finding(panel, 'escalated to AE');
  await escalated.getByRole('button', { name: 'Dismiss' }).click();
  await escalated.getByRole('button', { name: 'Done outside the log' }).click();
  await expect(escalated).toContainText('Done outside the log');

  await refunded.getByRole('button', { name: 'Decide again' }).click();
  await refunded.getByRole('button', { name: 'Confirm' }).click();
  await refunded.getByRole('button', { name: 'Save decision' }).click();
  await expect(refunded).toContainText('Confirmed by Mia Lund');
  await expect(panel.getByText('2 of 3 decided')).toBeVisible();
  expect((await decisions(panel, page.url())).map(({ kind, why, reason }) => [kind, why, reason])).toEqual([
    ['dismissed', 'not-a-claim', ''],
    ['dismissed', 'outside-log', ''],
    ['confirmed', undefined, ''],
  ]);
});

test('a decision on what the finding no longer is, is refused', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const { host } = new URL(page.url());
  const [{ findings }] = (await desk.browser.records()) as unknown as [
    { findings: { id: string; verdict: string; reason: string; calls: string[] }[] },
  ];
  const [{ id, verdict, reason, calls }] = findings as [(typeof findings)[0]];
  const differs = finding(panel, 'refunded $48');
  // The name, and that this finding can be decided on as it is.
  await differs.getByRole('button', { name: 'Confirm' }).click();
  await differs.getByLabel('Your name').fill('Mia Lund');
  await differs.getByRole('button', { name: 'Save decision' }).click();
  await expect(differs).toContainText('Confirmed by Mia Lund');
  const decide = (on: Decision['on']) =>
    panel.evaluate(
      ([ticket, decision]) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; error?: string }> } };
        };
        return chrome.runtime.sendMessage({ deskcheck: 1, kind: 'panel.decide', request: { ticket, decision } });
      },
      [
        { helpdesk: 'zendesk', host, id: '4138' },
        { findingId: id, kind: 'dismissed', why: 'outside-log', reason: '', on },
      ] as const,
    );
  expect(await decide({ verdict: 'unsupported', reason: 'no-call', calls: [] })).toEqual({
    ok: false,
    error: 'This finding has changed since. Look at it again.',
  });
  await expect(differs).toContainText('Confirmed by Mia Lund');
  expect(await decide({ verdict, reason, calls })).toMatchObject({ ok: true });
  await expect(differs).toContainText('Dismissed by Mia Lund');
});

test('a ticket that must be reopened stays an open point with a link, and nothing is written to the helpdesk', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const writes: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && writes.push(request.url()));
  const differs = finding(panel, 'refunded $48');
  await differs.getByRole('button', { name: 'Reopen needed' }).click();
  await differs.getByLabel('Your name').fill('Mia Lund');
  await differs.getByRole('button', { name: 'Save decision' }).click();
  const point = panel.getByRole('region', { name: 'Reopen needed' });
  await expect(point.getByRole('link', { name: 'Open the ticket' })).toHaveAttribute('href', desk.world.url(desk.ticket('amount differs')));
  await expect(differs).toContainText('Must be reopened, says Mia Lund');
  await expect(panel.getByText('reviewed', { exact: true })).toBeVisible();
  expect(await desk.browser.badge(await desk.browser.tabId(page))).toBe('!');
  expect(await violations(panel)).toEqual([]);
  const [opened] = await Promise.all([desk.browser.context.waitForEvent('page'), point.getByRole('link').click()]);
  await expect(opened).toHaveURL(desk.world.url(desk.ticket('amount differs')));
  expect(writes).toEqual([]);
});

test('the finding where the reader is goes onto the clipboard by a key, and onto the page by another', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await panel.keyboard.press('j');
  await panel.keyboard.press('c');
  const differs = finding(panel, 'refunded $48');
  await expect(differs.getByRole('status')).toHaveText('Copied');
  // Read back as a person does: pasted into a field.
  await differs.getByRole('button', { name: 'Confirm' }).click();
  const reason = differs.getByLabel('Why is the finding right?');
  await reason.press('Control+v');
  const pasted = await reason.inputValue();
  expect(pasted).toContain('“refunded $48 to your card for order 88213”\nContradicted: Amount differs.');
  expect(pasted).toMatch(/- issue_refund \(call_4138_1\), Answered, \d{4}-\d\d-\d\dT/);
  expect(pasted).toContain(`Ticket 4138, ${page.url()}`);
  await reason.press('Escape');

  await page.evaluate(() => document.querySelector('[data-is-active="true"] [data-test-id="omni-log-container"]')?.scrollTo(0, 0));
  await panel.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('deskcheck-flash')?.size ?? 0)).toBeGreaterThan(0);
});

test('two panels of two windows, deciding at once, lose nothing', async ({ desk }) => {
  const { page, panel: first } = await desk.open('story');
  const refunded = finding(first, 'refunded $48');
  // The reviewer's name, once.
  await refunded.getByRole('button', { name: 'Confirm' }).click();
  await refunded.getByLabel('Your name').fill('Mia Lund');
  await refunded.getByRole('button', { name: 'Save decision' }).click();
  await expect(refunded).toContainText('Confirmed by Mia Lund');

  const other = await desk.browser.newWindow(`${page.url()}#again`);
  await desk.browser.openPanel(other);
  const panels = await desk.browser.panels(2);
  expect(panels).toHaveLength(2);
  for (const panel of panels) await expect(finding(panel, 'refunded $48')).toContainText('Confirmed by Mia Lund');

  const quotes = ['escalated to AE', 'confirmed billing in Stripe'];
  for (const [i, panel] of panels.entries()) await finding(panel, quotes[i]!).getByRole('button', { name: 'Dismiss' }).click();
  await Promise.all(panels.map((panel, i) => finding(panel, quotes[i]!).getByRole('button', { name: 'Not a claim' }).click()));
  for (const panel of panels) await expect(panel.getByText('3 of 3 decided')).toBeVisible();
  const kept = await decisions(panels[0]!, page.url());
  expect(kept.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'dismissed', 'dismissed']);
});

test.describe('a tool whose name tells nothing', () => {
  const world: World = {
    subdomain: 'harborworks',
    policy: { id: 'main', version: '1', limits: [], destinations: [], tools: [] },
    tickets: [
      {
        id: '601',
        name: 'unnamed tool',
        subject: 'Cancel my subscription',
        requester: 'Dana Whitfield',
        status: 'solved',
        messages: [{ role: 'bot', name: 'Harbor Assist', visibility: 'public', minutesAgo: 60, text: 'I have cancelled your subscription.' }],
        run: {
          tools: [{ name: 'account_op_v2' }, { name: 'search_kb' }],
          calls: [
            { name: 'search_kb', minutesAgo: 63, arguments: { query: 'cancel' }, result: { articles: [] } },
            { name: 'account_op_v2', minutesAgo: 62, arguments: { op: 7, account: 'A-1' }, result: { ok: true } },
          ],
        },
        expected: { claims: [], ticket: [] },
      },
    ],
  };
  test.use({ of: world });

  test('is picked as the one that did it, kept as that from now on, and the ticket is audited again', async ({ desk }) => {
    const { panel } = await desk.open('unnamed tool');
    const status = panel.getByRole('status').first();
    await expect(status).not.toContainText('1 supported');
    const cancelled = finding(panel, 'cancelled your subscription');
    await cancelled.getByRole('button', { name: 'Dismiss' }).click();
    await cancelled.getByRole('button', { name: 'This tool did it' }).click();
    await cancelled.getByRole('button', { name: /account_op_v2/ }).click();
    await cancelled.getByLabel('Your name').fill('Mia Lund');
    await cancelled.getByRole('button', { name: 'Save decision' }).click();
    await expect(cancelled).toContainText('This tool did it: account_op_v2');
    await cancelled.getByRole('button', { name: 'Count account_op_v2 as cancellation from now on and audit again' }).click();
    await expect(status).toContainText('1 claim found: 1 supported');
    await panel.locator('summary').filter({ hasText: 'Coverage' }).click();
    // The mapping is part of the policy, which is another one now.
    await expect(panel.locator('dd').filter({ hasText: /^\d{4}-\d\d-\d\d$/ })).toBeVisible();
  });
});

test.describe('a ticket that was closed past the gate', () => {
  test.use({ of: { ...defaults, tickets: defaults.tickets.map((one) => (one.name === 'amount differs' ? { ...one, status: 'open' } : one)) } });

  test('says who closed it, and that nobody reviewed it, until somebody has', async ({ desk }) => {
    const { page, panel } = await desk.open('amount differs');
    await expect(panel.getByText('Ticket 4138 · Open')).toBeVisible();
    // As a macro or another program does.
    await page.evaluate(() => {
      const body = JSON.stringify({ ticket: { status: 'solved' } });
      return fetch('/api/v2/tickets/4138.json', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    });
    await page.reload();
    const notice = panel.getByRole('region', { name: 'Closed without review' });
    await expect(notice).toContainText('refunded $48 to your card for order 88213', { timeout: 15_000 });
    await expect(panel.getByText(/^Solved by Sam Rivera, .* · not reviewed$/)).toBeVisible();
    const tabId = await desk.browser.tabId(page);
    await expect.poll(() => desk.browser.badge(tabId)).toBe('!');

    await notice.getByRole('button').first().click();
    const differs = finding(panel, 'refunded $48');
    await expect(differs).toBeFocused();
    await differs.getByRole('button', { name: 'Mended' }).click();
    await differs.getByLabel('What was done to mend it?').fill('The other $10 were refunded by hand.');
    await differs.getByLabel('Your name').fill('Mia Lund');
    await differs.getByRole('button', { name: 'Save decision' }).click();
    await expect(notice).toHaveCount(0);
    await expect(panel.getByText(/^Solved by Sam Rivera, .* · reviewed$/)).toBeVisible();
    await expect.poll(() => desk.browser.badge(tabId)).toBe('');
  });
});
