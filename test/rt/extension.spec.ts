/** The extension on a real Request Tracker: who wrote it, marks, and the close on its own second page. */
import type { Page } from '@playwright/test';
import type { Trail } from '../../lib/model.ts';
import { lastRecord, openEvent, readTrail, verifyTrail } from '../../lib/trail/index.ts';
import { exportTrail } from '../world/visit.ts';
import { type Desk, expect, test } from './desk.ts';

// The first answers the panel's question for all that follow.
test.describe.configure({ mode: 'serial' });

const marked = (page: Page, colour: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), `deskcheck-${colour}`);

const outcomes = (trail: Trail) =>
  trail.events.flatMap((event) => {
    const body = openEvent(event)?.body;
    return body?.kind === 'gate' ? [`${body.outcome}${body.why ? ` ${body.why}` : ''}`] : [];
  });

const trailOf = async (panel: Page, desk: Desk, name: string): Promise<Trail> =>
  readTrail(await exportTrail(panel, desk.world.url(desk.ticket(name))));

/** By Request Tracker's own menu, to the page on which a ticket is closed. */
async function toResolve(page: Page): Promise<void> {
  await page.locator('#page-actions').hover();
  await page.locator('#page-actions-resolve').click();
  await expect(page.locator('form[name=TicketUpdate] select[name=Status]')).toHaveValue('resolved');
}

const update = (page: Page) => page.locator('#SubmitTicket input[name=SubmitTicket]').click();
const settled = (panel: Page) =>
  expect(
    panel
      .getByRole('status')
      .filter({ hasText: /claims? found/i })
      .first(),
  ).not.toContainText('Auditing');

test('the first visit asks which author is the AI agent; after one click the story’s false claims are marked', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  expect(await marked(page, 'red')).toEqual([]);
  const question = panel.getByRole('region', { name: 'Which of these is your AI agent?' });
  await question.getByRole('button', { name: 'Harbor Assist' }).click();
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toEqual(['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']);
  await expect(question).toHaveCount(0);
});

test('each ticket is judged as it is in the try-out world, although Request Tracker stamps its own times', async ({ desk }) => {
  for (const ticket of desk.world.tickets) {
    if (!('expected' in ticket) || !ticket.expected || ticket.name === 'hostile') continue;
    await test.step(ticket.name, async () => {
      const { page, panel } = await desk.open(ticket.name);
      await settled(panel);
      const record = lastRecord(await trailOf(panel, desk, ticket.name))!;
      const quotes = new Map(record.claims.map((claim) => [claim.id, claim.quote]));
      const found = record.findings.flatMap((finding) =>
        finding.about === 'claim' ? [{ quote: quotes.get(finding.claimId), verdict: finding.verdict, reason: finding.reason }] : [],
      );
      expect(found).toEqual(ticket.expected!.claims);
      const about = record.findings.flatMap((finding) => (finding.about === 'ticket' ? [finding.class] : []));
      expect(about).toEqual(ticket.expected!.ticket);
      await page.close();
    });
  }
});

test('text stays text: nothing of a hostile ticket runs, and no word of its customer is marked', async ({ desk }) => {
  const { page, panel } = await desk.open('hostile');
  await expect.poll(async () => (await marked(page, 'red')).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const authors = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => {
        const { startContainer } = range as Range;
        return startContainer.parentElement?.closest('.transaction')?.querySelector('.description .user')?.textContent?.trim();
      }),
    ),
  );
  expect(new Set(authors.map((author) => /Harbor Assist/.test(author ?? '')))).toEqual(new Set([true]));
  for (const shown of [page, panel]) expect(await shown.evaluate(() => 'hostile' in window)).toBe(false);
});

test('what a person says honestly is not marked and holds nobody; who is new is asked about, by one click', async ({ desk }) => {
  const { page, panel } = await desk.open('told by a person');
  const unmarked = async () => {
    for (const colour of ['red', 'amber', 'grey']) expect(await marked(page, colour)).toEqual([]);
  };
  await unmarked();
  await panel.getByRole('region', { name: 'Who is this?' }).getByRole('button', { name: 'A person' }).click();
  await expect(panel.getByText(/No claim found/)).toBeVisible({ timeout: 20_000 });
  await unmarked();
  await toResolve(page);
  await update(page);
  await expect(page).toHaveURL(/Ticket\/Display\.html/);
  expect(await desk.rt.solved(desk.ticket('told by a person'))).toBe(1);
});

test('a close is held on the second page, where no thread stands, until each red finding is decided', async ({ desk }) => {
  const { page, panel } = await desk.open('story');
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toHaveLength(3);
  await toResolve(page);
  expect(await page.locator('.messagebody').count()).toBe(0);
  await page.waitForTimeout(1_000);
  await update(page);
  await page.waitForTimeout(1_000);
  await expect(page).toHaveURL(/Ticket\/Update\.html/);
  expect(await desk.rt.solved(desk.ticket('story'))).toBe(0);

  let named = false;
  for (const quote of ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48']) {
    const finding = panel.getByRole('article').filter({ hasText: quote });
    await finding.getByRole('button', { name: 'Confirm' }).click();
    const name = finding.getByLabel('Your name');
    if (!named) await name.fill('Sam Reviewer');
    named = true;
    const save = finding.getByRole('button', { name: 'Save decision' });
    if (await save.isVisible()) await save.click();
    await expect(finding).toContainText('Confirmed by Sam Reviewer');
  }
  await update(page);
  await expect(page).toHaveURL(/Ticket\/Display\.html/);
  expect(await desk.rt.solved(desk.ticket('story'))).toBe(1);
  const trail = await trailOf(panel, desk, 'story');
  expect(outcomes(trail)).toEqual(['held', 'let-through nothing-open']);
  expect(await verifyTrail(trail)).toBeNull();
  await expect(panel.getByText(/Closed by Dana Moreau/)).toBeVisible({ timeout: 20_000 });
});

test('"close anyway" frees the second page’s button, and the forced close is in the trail', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toHaveLength(1);
  await toResolve(page);
  await page.waitForTimeout(1_000);
  await update(page);
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await panel.getByLabel('Why must it be closed now?').fill('The customer is on the phone.');
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await expect(panel.getByText(/The next close of this ticket goes through/)).toBeVisible();
  await update(page);
  await expect(page).toHaveURL(/Ticket\/Display\.html/);
  expect(await desk.rt.solved(desk.ticket('amount differs'))).toBe(1);
  expect(outcomes(await trailOf(panel, desk, 'amount differs'))).toEqual(['held', 'forced', 'let-through freed']);
});

test('another status on the form is nobody’s concern', async ({ desk }) => {
  const { page } = await desk.open('unauthorized credit');
  await expect.poll(() => desk.browser.records().then((all) => all.length)).toBeGreaterThan(0);
  await toResolve(page);
  await page.waitForTimeout(1_000);
  await page.locator('form[name=TicketUpdate] select[name=Status]').selectOption('stalled');
  await update(page);
  await expect(page).toHaveURL(/Ticket\/Display\.html/);
  expect(await desk.rt.solved(desk.ticket('unauthorized credit'))).toBe(0);
});

test('a close that only the helpdesk saw is flagged "closed without review"', async ({ desk }) => {
  const { page, panel } = await desk.open('duplicate refund');
  await settled(panel);
  await desk.rt.root.put(`ticket/${desk.rt.idOf(desk.ticket('duplicate refund'))}`, { Status: 'resolved' });
  await page.reload();
  await expect(panel.getByText(/closed without review/i).first()).toBeVisible({ timeout: 30_000 });
  expect(outcomes(await trailOf(panel, desk, 'duplicate refund'))).toEqual(['closed-without-review']);
});

test('a log that is gone leaves everything unverifiable, and holds nobody', async ({ desk }) => {
  await desk.world.log.close();
  const { page, panel } = await desk.open('failed refund');
  await expect(panel.getByText('The log did not answer', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
  expect(await marked(page, 'red')).toEqual([]);
  await toResolve(page);
  await page.waitForTimeout(1_000);
  await update(page);
  await expect(page).toHaveURL(/Ticket\/Display\.html/);
  expect(await desk.rt.solved(desk.ticket('failed refund'))).toBe(1);
});
