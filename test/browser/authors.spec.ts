/**
 * Who wrote it, on an account whose helpdesk does not tell bots apart: asked once, told in one click, and from then on only the
 * AI agent's words are judged. What a person says that they did elsewhere is nobody's finding.
 */
import type { Page } from '@playwright/test';
import type { World, WorldMessage, WorldTicket } from '../world/ticket.ts';
import { violations } from './axe.ts';
import { audited, type Desk, expect, test } from './fixture.ts';

const PANE = '[data-is-active="true"]';
const SOLVE = `${PANE} [data-test-id="submit_button-button"]`;
const HONEST = 'I refunded it in the billing console.';

const from = (role: WorldMessage['role'], name: string, minutesAgo: number, text: string, visibility: WorldMessage['visibility']): WorldMessage => ({
  role,
  name,
  visibility,
  minutesAgo,
  text,
});
const customer = (minutesAgo: number, text: string) => from('end-user', 'Dana Whitfield', minutesAgo, text, 'public');
const agent = (minutesAgo: number, text: string) => from('bot', 'Harbor Assist', minutesAgo, text, 'public');
/** A person who answers by an app: the helpdesk shows it as it shows a bot's. */
const byApp = (name: string, minutesAgo: number, text: string) => from('bot', name, minutesAgo, text, 'internal');

const tools = [
  { name: 'search_kb', description: 'Search the knowledge base for articles.' },
  { name: 'issue_refund', description: 'Refund an invoice.' },
];
const searched = { name: 'search_kb', minutesAgo: 91, arguments: { query: 'charged twice' }, result: { articles: [{ id: 'KB-118' }] } };
const ticket = (id: string, name: string, messages: WorldMessage[]): WorldTicket => ({
  id,
  name,
  subject: `Charged twice, ${name}`,
  requester: 'Dana Whitfield',
  status: 'solved',
  messages,
  run: { tools, calls: [searched] },
  expected: { claims: [], ticket: [] },
});

const world: World = {
  subdomain: 'harborworks',
  conversationLog: false,
  policy: { id: 'main', version: '1', limits: [], destinations: [], tools: [] },
  tickets: [
    ticket('501', 'first', [
      customer(98, 'Our card was charged twice. Can you refund the extra $48?'),
      agent(90, 'Hi Dana, I searched our knowledge base.'),
      byApp('Sam Rivera', 80, HONEST),
      from('agent', 'Ole Berg', 70, 'I refunded $48 by hand.', 'internal'),
    ]),
    ticket('502', 'later', [agent(90, 'I have refunded $48, Dana.'), byApp('Ana Torres', 60, HONEST)]),
    ticket('503', 'people', [byApp('Sam Rivera', 80, HONEST), byApp('Ana Torres', 60, 'I escalated it to billing.')]),
  ],
};

test.use({ of: world });

const claims = (panel: Page) => panel.getByRole('status').filter({ hasText: /claims? found|no claim/i });
const marked = (page: Page) => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
const solves = async (page: Page, desk: Desk, name: string) => {
  const ticket = desk.ticket(name);
  const before = await desk.world.helpdesk.solved(ticket);
  await page.locator(SOLVE).click();
  await expect.poll(() => desk.world.helpdesk.solved(ticket)).toBe(before + 1);
};

test('the first visit asks once; one click tells the AI agent, and a person’s honest word gets no finding, no mark and no gate', async ({ desk }) => {
  const { page, panel } = await desk.open('first');
  // Whom the helpdesk itself shows as a person is not asked about.
  const question = panel.getByRole('region', { name: 'Which of these is your AI agent?' });
  await expect(question.getByRole('listitem')).toHaveText([/^Harbor Assist.*1 public reply/, /^Sam Rivera.*1 internal note.*billing console/]);
  await expect(claims(panel)).toContainText('2 claims found: 2 waiting for your answer');
  await expect(panel.getByRole('article')).toHaveCount(0);
  expect(await marked(page)).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    expect(await violations(panel), colorScheme).toEqual([]);
  }
  const tabId = await desk.browser.tabId(page);
  expect(await desk.browser.badge(tabId)).toBe('?');

  await question.getByRole('button', { name: 'Harbor Assist' }).click();
  await expect(claims(panel)).toContainText('1 claim found: 1 supported');
  await expect(question).toHaveCount(0);
  await expect(panel.getByText('AI agent: Harbor Assist, named as such in your settings')).toBeVisible();
  await expect(panel.getByText('Known as people, not judged: Sam Rivera')).toBeVisible();
  await expect(panel.getByText(HONEST)).toHaveCount(0);
  expect(await marked(page)).toBe(0);
  await expect.poll(() => desk.browser.badge(tabId)).toBe('');
  await solves(page, desk, 'first');
});

test('a later visit asks only about who is new, and the AI agent’s false word is found meanwhile', async ({ desk }) => {
  const first = await desk.open('first');
  await first.panel.getByRole('button', { name: /^Harbor Assist/ }).click();
  await expect(claims(first.panel)).toContainText('1 supported');

  const { page, panel } = await desk.open('later');
  await expect(claims(panel)).toContainText('2 claims found: 1 unsupported, 1 waiting for your answer');
  const question = panel.getByRole('region', { name: 'Who is this?' });
  await expect(question.getByRole('listitem')).toHaveText([/^Ana Torres/]);
  await question.getByRole('button', { name: 'A person' }).click();
  await expect(claims(panel)).toContainText('1 claim found: 1 unsupported.');
  await expect(question).toHaveCount(0);
  await expect(panel.getByRole('article')).toHaveCount(1);
  await expect.poll(() => marked(page)).toBe(1);
});

test('"none of them": a thread of people holds no claims, and nobody is held', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket('people')));
  const panel = await desk.browser.openPanel(page);
  await audited(panel).waitFor();
  await panel.getByRole('button', { name: 'None of them: all are people' }).click();
  await expect(claims(panel)).toContainText('No claim found.');
  await expect(panel.getByText('Known as people, not judged: Sam Rivera, Ana Torres')).toBeVisible();
  await expect(panel.getByRole('article')).toHaveCount(0);
  await solves(page, desk, 'people');
});

test('answers that two panels give at once are both kept', async ({ desk }) => {
  const { page, panel } = await desk.open('people');
  const { host } = new URL(page.url());
  const answered = await panel.evaluate(
    (ticket) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } } };
      const tell = (name: string) => ({ deskcheck: 1, kind: 'panel.author', request: { ticket, author: { name }, is: 'person', rest: false } });
      return Promise.all([chrome.runtime.sendMessage(tell('Sam Rivera')), chrome.runtime.sendMessage(tell('Ana Torres'))]);
    },
    { helpdesk: 'zendesk', host, id: '503' },
  );
  expect(answered.map(({ ok }) => ok)).toEqual([true, true]);
  await expect(panel.getByText('Known as people, not judged: Sam Rivera, Ana Torres')).toBeVisible();
});

test('a wrong author is put right from the finding itself', async ({ desk }) => {
  const { panel } = await desk.open('first');
  // The wrong click: the person is named.
  await panel.getByRole('button', { name: /^Sam Rivera/ }).click();
  await expect(claims(panel)).toContainText('1 claim found: 1 unsupported');
  const finding = panel.getByRole('article').filter({ hasText: 'refunded it in the billing console' });
  await finding.getByRole('button', { name: 'Dismiss' }).click();
  await finding.getByRole('button', { name: 'Wrong author' }).click();
  await finding.getByLabel('Your name').fill('Mia Lund');
  await finding.getByRole('button', { name: 'Save decision' }).click();
  await finding.getByRole('button', { name: 'Sam Rivera is a person' }).click();
  await expect(claims(panel)).toContainText('No claim found.');
  // What was decided is not forgotten.
  await expect(panel.getByText('Lapsed decisions')).toBeVisible();
  await expect(panel.getByText('Dismissed by Mia Lund')).toBeVisible();
});
