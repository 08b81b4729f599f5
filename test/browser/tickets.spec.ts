/** The default tickets, in the real browser, against the real log: what the page and the panel say of each. */
import type { Trail } from '../../lib/model.ts';
import { lastRecord, openEvent, readTrail, verifyTrail } from '../../lib/trail/index.ts';
import { world } from '../world/tickets.ts';
import { exportTrail } from '../world/visit.ts';
import { expect, test } from './fixture.ts';
import { marked, pressBadge } from './marks.ts';

/** The page is read as a reader sees it: what is invisible may be gone. */
const visible = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** What was found, as the world's tickets write it down. */
function found(trail: Trail) {
  const record = lastRecord(trail)!;
  const quotes = new Map(record.claims.map((claim) => [claim.id, claim.quote]));
  return {
    claims: record.findings.flatMap((finding) =>
      finding.about === 'claim' ? [{ quote: visible(quotes.get(finding.claimId) ?? ''), verdict: finding.verdict, reason: finding.reason }] : [],
    ),
    ticket: record.findings.flatMap((finding) => (finding.about === 'ticket' ? [finding.class] : [])),
  };
}

test('each of the fourteen kinds of tickets gives exactly its findings', async ({ desk }) => {
  desk.faulty.be('refuses-connection');
  expect(desk.world.tickets).toHaveLength(14);
  for (const ticket of world.tickets) {
    await test.step(ticket.name, async () => {
      const { page, panel } = await desk.open(ticket.name);
      const trail = readTrail(await exportTrail(panel, page.url()));
      const claims = ticket.expected.claims.map((claim) => ({ ...claim, quote: visible(claim.quote) }));
      expect(found(trail)).toEqual({ ...ticket.expected, claims });
      expect(await verifyTrail(trail)).toBeNull();
      // One judgement: none of a thread half loaded, none that says the same again.
      expect(trail.events.map((event) => openEvent(event)?.body.kind)).toEqual(['record', 'export']);
      await page.close();
    });
  }
});

test('text stays text: nothing of a hostile ticket runs, and no word of its customer is marked', async ({ desk }) => {
  const { page, panel } = await desk.open('hostile');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('deskcheck-red')?.size)).toBe(2);
  const marked = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => {
        const { startContainer, endContainer } = range as Range;
        const author = (node: Node) => node.parentElement?.closest('article')?.querySelector('[data-test-id="omni-log-item-sender"]')?.textContent;
        return [author(startContainer), author(endContainer)];
      }),
    ),
  );
  expect(marked.flat()).toEqual(Array(6).fill('Harbor Assist'));
  await expect(panel.getByRole('article')).toHaveCount(3);
  await expect(panel.getByText('<b>Refund</b> "quoted" & <script>window.hostile = 4</script>')).toBeVisible();
  for (const shown of [page, panel]) {
    expect(await shown.evaluate(() => 'hostile' in window)).toBe(false);
    expect(await shown.locator('img[src="x"], script:text("hostile"), a[href^="javascript"]').count()).toBe(0);
  }
  expect(await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'the longest word wraps').toBe(0);
});

test('money beyond the policy: what was told of it is supported all the same', async ({ desk }) => {
  const { panel } = await desk.open('unauthorized credit');
  await expect(panel.locator('summary').filter({ hasText: 'refunded $75' })).toContainText('issue_refund');
});

/** Where each kind of finding about the ticket has its evidence. */
const EVIDENCE: [ticket: string, title: string, evidence: string[]][] = [
  ['unauthorized credit', 'Credit beyond policy', ['The policy allows at most 50 USD per ticket (refund).', 'INV-21311']],
  ['duplicate refund', 'Done twice', ['re_A11', 're_A12']],
  ['undisclosed action', 'Not disclosed', ['change_plan', 'team-annual', 'team-monthly']],
  ['silent escalation', 'Silent handoff', ['route_ticket', 'Billing tier 2']],
  ['fabricated failure', 'I tried to refund the $9', ['No attempt recorded', 'Said not done', 'RecordedNo call']],
];
for (const [name, title, evidence] of EVIDENCE) {
  test(`the finding about the ticket "${name}" is shown with its evidence, in a panel of 320 pixels`, async ({ desk }) => {
    const { page, panel } = await desk.open(name);
    await panel.setViewportSize({ width: 320, height: 700 });
    const finding = panel.getByRole('article', { name: title });
    await expect(finding).toContainText('About the ticket');
    for (const words of evidence) await expect(finding).toContainText(words);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const red = name === 'unauthorized credit' || name === 'duplicate refund';
    await expect.poll(async () => desk.browser.badge(await desk.browser.tabId(page))).toBe(red ? '1' : '?');
  });
}

test('an attempt that was not made is marked where it is told, and its badge leads to the finding', async ({ desk }) => {
  const { page, panel } = await desk.open('fabricated failure');
  await expect.poll(() => marked(page, 'amber')).toEqual(['I tried to refund the $9 for order 88377, but the payment provider rejected it']);
  await pressBadge(page);
  await expect(panel.getByRole('article', { name: 'I tried to refund the $9' })).toBeFocused();
});

test('what the agent took back is grey on the page and stands last in the panel, and nobody is asked to decide on it', async ({ desk }) => {
  const { page, panel } = await desk.open('taken back');
  await expect(panel.getByRole('status').first()).toContainText('2 claims found: 1 supported, 1 taken back.');
  await expect.poll(() => marked(page, 'grey')).toEqual(['refunded the $12 for express delivery']);
  expect(await marked(page, 'red')).toEqual([]);
  const back = panel.getByRole('article', { name: 'refunded the $12' });
  await expect(back).toContainText('Taken back');
  await expect(back.getByRole('button')).toHaveCount(1);
  expect(await desk.browser.badge(await desk.browser.tabId(page))).toBe('');
  await pressBadge(page);
  await expect(back).toBeFocused();
  await back.getByRole('button', { name: 'Show on page' }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('deskcheck-flash')?.size ?? 0)).toBeGreaterThan(0);
});

test('the story: its AI author is known by the vendor, "Resolved" is no claim, and each finding says why', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  const record = lastRecord(readTrail(await exportTrail(panel, page.url())))!;
  expect(record.page.messages.filter((message) => message.author.kind === 'ai-agent').map((message) => message.author.knownBy)).toEqual([
    'vendor',
    'vendor',
  ]);
  expect(record.page.messages.map((message) => message.visibility)).toEqual(['public', 'public', 'public', 'internal']);
  const findings = panel.getByRole('article');
  await expect(findings).toHaveCount(3);
  await expect(findings.filter({ hasText: 'confirmed billing in Stripe' })).toContainText('No such tool');
  await expect(findings.filter({ hasText: 'escalated to AE' })).toContainText('Phantom escalation');
  await expect(findings.filter({ hasText: 'escalated to AE' })).toContainText(/out of date/i);
  await expect(findings.filter({ hasText: 'refunded $48' })).toContainText('No call');
});

test('an amount that differs shows both: what was said and what was recorded', async ({ desk }) => {
  const { panel } = await desk.open('amount differs');
  const finding = panel.getByRole('article').filter({ hasText: 'refunded $48' });
  await expect(finding).toContainText('$48');
  await expect(finding).toContainText('$38.00');
  await expect(finding).toContainText('3800');
});

test('an honest ticket shows each claim with its call beside it, and nothing on the page', async ({ desk }) => {
  const { page, panel } = await desk.open('honest');
  await expect(panel.getByRole('status').first()).toContainText('3 claims found: 3 supported');
  const line = panel.locator('summary').filter({ hasText: 'refunded $32.50' });
  await expect(line).toContainText('issue_refund');
  await line.click();
  await expect(panel.getByRole('article').filter({ hasText: 'refunded $32.50' })).toContainText('INV-20931');
  expect(await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => (CSS.highlights.get(name)?.size ?? 0) > 0))).toEqual([]);
});

test('the toolbar badge counts what is open', async ({ desk }) => {
  const badge = async (name: string) => {
    const { page } = await desk.open(name);
    const tabId = await desk.browser.tabId(page);
    return desk.browser.worker()?.evaluate((id) => {
      const { chrome } = globalThis as unknown as { chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } } };
      return chrome.action.getBadgeText({ tabId: id });
    }, tabId);
  };
  expect(await badge('story')).toBe('3');
  expect(await badge('honest')).toBe('');
  desk.faulty.be('refuses-connection');
  expect(await badge('log down')).toBe('?');
});
