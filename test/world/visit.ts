/** Visits one ticket as a reviewer does: opens it with the panel beside it, waits for the verdict, and takes what it shows away. */
import type { Page } from '@playwright/test';
import { byStake } from '../../components/order.ts';
import { countVerdicts } from '../../lib/colour.ts';
import { ticketAt } from '../../lib/helpdesks/index.ts';
import type { AuditRecord } from '../../lib/model.ts';
import { lastRecord, readTrail } from '../../lib/trail/index.ts';
import type { DeskBrowser } from './browser.ts';
import type { WorldTicket } from './ticket.ts';
import type { StartedWorld } from './world.ts';

/** The panel's summary line, once an audit has ended and no other is under way. */
export const audited = (panel: Page) =>
  panel
    .getByRole('status')
    .filter({ hasText: /claims? found/i })
    .filter({ hasNotText: 'Auditing' });

/** What the panel puts first, e.g. `unsupported: no-call`. */
function worstOf(record: AuditRecord): string {
  const [worst] = byStake(record);
  if (!worst) return 'no claim found';
  return worst.about === 'ticket' ? worst.class : `${worst.verdict}: ${worst.reason}`;
}

/** What the panel says of a thread that is not wholly loaded. */
const notLoaded = (panel: Page) => panel.getByText(/messages? (?:was|were) not loaded/).first();

/** Where the helpdesk does not tell who is the AI agent, the panel asks: of all authors at first, later of who is new. Answered by one click. */
async function answerWhoWroteIt(panel: Page, ticket: WorldTicket): Promise<void> {
  const bot = ticket.messages.find(({ role }) => role === 'bot');
  const first = panel.getByRole('region', { name: 'Which of these is your AI agent?' });
  const later = panel.getByRole('region', { name: 'Who is this?' });
  if (!bot || !(await first.or(later).isVisible())) return;
  const answer = (await first.isVisible())
    ? first.getByRole('button', { name: bot.name })
    : later.getByRole('group', { name: bot.name }).getByRole('button', { name: 'AI agent' });
  await answer.click();
  await first.or(later).waitFor({ state: 'hidden' });
  await audited(panel).waitFor({ timeout: 30_000 });
}

/** Opens a ticket in a tab of its own, with the panel beside it, and waits for the verdict. `ready` is awaited before the panel is opened. */
export async function openAudited(browser: DeskBrowser, url: string, ready?: (page: Page) => Promise<void>): Promise<{ page: Page; panel: Page }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await ready?.(page);
  const panel = await browser.openPanel(page);
  await audited(panel).waitFor({ timeout: 30_000 });
  return { page, panel };
}

export async function visit(browser: DeskBrowser, world: StartedWorld, ticket: WorldTicket) {
  const url = world.url(ticket);
  const { page, panel } = await openAudited(browser, url, world.helpdesk.showAll);
  await answerWhoWroteIt(panel, ticket);
  if (world.helpdesk.showAll) await notLoaded(panel).waitFor({ state: 'hidden', timeout: 30_000 });
  const trail = await exportTrail(panel, url);
  const record = lastRecord(readTrail(trail));
  if (!record) throw new Error('the trail holds no judgement');
  // The first finding that has a place on the page, as a reviewer goes to it. Marks are drawn in the frame after.
  const show = panel.getByRole('button', { name: 'Show on page' }).first();
  if ((await show.count()) > 0) await show.click();
  await page.waitForTimeout(500);
  const shots = { page: await page.screenshot(), panel: await panel.screenshot({ fullPage: true }) };
  await page.close();
  return { ...shots, trail, record, counts: countVerdicts(record), worst: worstOf(record) };
}

/** Asks for the export that the panel's button asks for; the button's download itself is tested elsewhere. */
export async function exportTrail(panel: Page, url: string): Promise<string> {
  const ticket = ticketAt(new URL(url))?.ticket;
  if (!ticket) throw new Error(`no helpdesk knows a ticket at ${url}`);
  const reply = await panel.evaluate(
    (ref) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: { text: string }; error: string }> } };
        }
      ).chrome.runtime.sendMessage({
        deskcheck: 1,
        kind: 'panel.export',
        request: { ticket: ref, format: 'json', redacted: false },
      }),
    ticket,
  );
  if (!reply.ok) throw new Error(reply.error);
  return reply.value.text;
}
