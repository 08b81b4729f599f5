/** The try-out world's own Request Tracker: what its tickets hold, and how a reviewer uses it. */
import { chromium } from '@playwright/test';
import type { WorldTicket } from '../world/ticket.ts';
import { expect, test, ticket } from './fixture.ts';
import { tickets } from './tickets.ts';

/** What was written, as a history should show it: a mail that opens a ticket is its creation. */
const messagesOf = ({ messages }: WorldTicket) =>
  messages.map(({ role, name, visibility, text }, i) => {
    const later = visibility === 'public' ? 'Correspond' : 'Comment';
    return { type: i === 0 && role === 'end-user' ? 'Create' : later, realName: name, bodies: [{ type: 'text/plain', text }] };
  });

for (const one of tickets) {
  test(`the ticket "${one.name}" holds each message as it was written: order, kind, author, text`, async ({ rt }) => {
    const history = await rt.history(one);
    const messages = history.filter(({ type, bodies }) => ['Create', 'Correspond', 'Comment'].includes(type) && bodies.length > 0);
    expect(messages.map(({ type, realName, bodies }) => ({ type, realName, bodies }))).toEqual(messagesOf(one));
    const { Subject, Status } = await rt.root.get<{ Subject: string; Status: string }>(`ticket/${rt.idOf(one)}`);
    expect({ Subject, Status }).toEqual({ Subject: one.subject, Status: one.status === 'solved' ? 'resolved' : 'open' });
  });
}

test('tickets are numbered in their order, and each writer is a user of its own', async ({ rt }) => {
  expect(tickets.map(rt.idOf)).toEqual(['1', '2', '3']);
  const writers = new Map((await rt.history(ticket('refund'))).map(({ realName, login }) => [realName, login]));
  expect(writers.get('Harbor Assist')).toBe('harbor-assist');
  expect(writers.get('Sam Ortiz')).toBe('sam-ortiz');
  expect(writers.get('Zoë Ruíz-Ångström')).toBe('zoe-ruiz-angstrom@customers.test');
});

test('a ticket that came solved was not solved since', async ({ rt }) => {
  expect(await rt.solved(ticket('refund'))).toBe(0);
});

test('the reviewer logs in, sees the thread, and resolves a ticket on the page that Resolve leads to', async ({ rt }) => {
  const one = ticket('same customer');
  const browser = await chromium.launch({ executablePath: process.env.DESKCHECK_BROWSER!, chromiumSandbox: false });
  try {
    const context = await browser.newContext();
    await rt.logIn(context);
    const page = await context.newPage();
    await page.goto(rt.url(one));
    await expect(page.locator('.transaction.message .messagebody').first()).toContainText('Another question.');
    await page.locator('#page-actions').hover();
    await page.locator('#page-actions-resolve').click();
    await expect(page.locator('form[name=TicketUpdate] select[name=Status]')).toHaveValue('resolved');
    await expect(page.locator('.messagebody')).toHaveCount(0);
    expect(await rt.solved(one)).toBe(0);
    await page.locator('#SubmitTicket input[name=SubmitTicket]').click();
    await expect(page.locator('.ticket-info-basics .status .current-value')).toHaveText('resolved');
    expect(await rt.solved(one)).toBe(1);
    expect((await rt.history(one)).findLast(({ type }) => type === 'Status')?.realName).toBe(rt.reviewer.realName);
  } finally {
    await browser.close();
  }
});

test('a message that is added later stands at the end of the thread', async ({ rt }) => {
  const one = ticket('begins with the agent');
  const now = { visibility: 'public', minutesAgo: 0 } as const;
  await rt.write(one, { ...now, role: 'end-user', name: one.requester, text: 'Are you sure?' });
  await rt.write(one, { ...now, role: 'agent', name: rt.reviewer.realName, visibility: 'internal', text: 'I am.' });
  const messages = (await rt.history(one)).filter(({ type }) => type === 'Correspond' || type === 'Comment');
  expect(messages.slice(-2).map(({ type, realName, bodies }) => [type, realName, bodies[0]?.text])).toEqual([
    ['Correspond', one.requester, 'Are you sure?'],
    ['Comment', rt.reviewer.realName, 'I am.'],
  ]);
});
