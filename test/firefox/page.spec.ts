/** The ticket page in Firefox: what is read, marked and kept, and what is left alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, marked, test } from './fixture.ts';

const QUOTES = ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48'];

test('reads the ticket of the story, marks each false claim where it stands, and keeps the judgement', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('story'));
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toEqual(QUOTES);
  await expect
    .poll(async () => (await desk.firefox.overlayOf(page))?.badges.map(({ text }) => text))
    .toEqual(['No such tool: “confirmed billing in Stripe”', 'Phantom escalation: “escalated to AE”', 'No call: “refunded $48”']);
  const [row, ...more] = await desk.firefox.records();
  expect(more).toEqual([]);
  expect(row?.findings.map(({ reason }) => reason).sort()).toEqual(['no-call', 'no-such-tool', 'phantom-escalation']);
});

test('follows navigation without a reload, there and back', async ({ desk }) => {
  const page = await desk.firefox.openTicket(desk.url('story'));
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toEqual(QUOTES);
  await page.click(`[data-test-id="header-tab"][data-entity-id="${desk.ticket('amount differs').id}"]`);
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toEqual(['refunded $48 to your card for order 88213']);
  await page.evaluate(() => history.back());
  await expect.poll(() => marked(page, 'red'), { timeout: 20_000 }).toEqual(QUOTES);
});

test('is not there in a private window', async ({ desk }) => {
  const ordinary = await desk.firefox.openTicket(desk.url('honest'));
  const hidden = await desk.firefox.openPrivately(desk.url('story'));
  // The window is there before its page, and asked in between it answers with an error.
  const messages = () => hidden.evaluate(() => document.querySelectorAll('.zd-comment').length).catch(() => 0);
  await expect.poll(messages, { timeout: 20_000 }).toBeGreaterThan(3);
  // What is judged in the ordinary window after that says when the private one would have been.
  await ordinary.goto(desk.url('amount differs'));
  await expect.poll(() => marked(ordinary, 'red'), { timeout: 20_000 }).toHaveLength(1);
  expect(await marked(hidden, 'red')).toEqual([]);
  expect(await desk.firefox.overlayOf(hidden)).toBeNull();
  const { id } = desk.ticket('story');
  expect(JSON.stringify(await desk.firefox.records())).not.toContain(id);
});

test('installing asks for no site, and opens no sidebar', async ({ desk }) => {
  // Firefox fills in what the manifest leaves out.
  const manifest = await desk.firefox.inExtension(() => {
    const { browser } = globalThis as unknown as { browser: { runtime: { getManifest(): Record<string, unknown> } } };
    return browser.runtime.getManifest();
  });
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  const [first] = await desk.firefox.browser.pages();
  expect(await (await desk.firefox.sidebarOf(first!)).text()).toBe('');
});

test('asks a log by plain http where its address says so', async ({ desk }) => {
  const asked: (string | undefined)[] = [];
  const log = createServer((request, response) => {
    asked.push(request.headers.host);
    response.end('{}');
  });
  await new Promise<void>((done) => log.listen(0, '127.0.0.1', done));
  const { port } = log.address() as AddressInfo;
  // A name that the browser does not know to be this machine.
  const answer = await desk.firefox.inExtension(
    async (url) => (await fetch(url, { mode: 'no-cors' })).type,
    `http://harborworks.zendesk.com:${port}/`,
  );
  log.close();
  expect(answer).toBe('opaque');
  expect(asked).toEqual([`harborworks.zendesk.com:${port}`]);
});
