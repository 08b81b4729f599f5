/** A log as it is set up: tried on a ticket before and after it is saved, its keys and headers bound to its address. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './fixture.ts';
import { item, options, saveLog, unfold } from './options.ts';

test.describe('a log is tried on a ticket', () => {
  const answer = (page: Page) => item(page, 'Log main').locator('.notice');

  async function ready(desk: Desk): Promise<Page> {
    await desk.open('honest');
    const page = await options(desk);
    await unfold(page, 'Log main', 'Settings');
    await unfold(page, 'Log main', 'Try it on a ticket');
    return page;
  }
  const ask = (page: Page) => item(page, 'Log main').getByRole('button', { name: 'Ask the log' }).click();

  test('and tells the name it was asked for, calls, outcomes and tools', async ({ desk }) => {
    const page = await ready(desk);
    await ask(page);
    await expect(answer(page)).toContainText('3 calls recorded');
    await expect(answer(page)).toContainText(/search_kb Answered.*issue_refund Answered.*add_internal_note Answered/s);
    await expect(answer(page)).toContainText('The list is complete.');
    await item(page, 'Log main').getByLabel('How the log names a ticket').fill('some-other-{id}');
    await ask(page);
    await expect(answer(page)).toContainText(/The log was asked for some-other-\d+\./);
    await expect(answer(page)).toContainText('The log holds nothing of this conversation.');
  });

  test('by an id that the page holds', async ({ desk }) => {
    const page = await ready(desk);
    const log = item(page, 'Log main');
    await log.getByLabel('How the log names a ticket').fill('run-{found}');
    await log.getByLabel(/^Pattern/).fill('invoice (INV-\\d+)');
    await ask(page);
    await expect(answer(page)).toContainText('The log was asked for run-INV-20931.');
    await log.getByLabel(/^Pattern/).fill('order (OR-\\d+)');
    await ask(page);
    await expect(answer(page)).toContainText('The log names tickets by an id that is not on this page.');
  });

  test('with a key that is refused', async ({ desk }) => {
    const page = await ready(desk);
    await page.getByLabel('Key for main').fill('not-the-key');
    await item(page, 'Log main').getByRole('button', { name: 'Save key' }).click();
    await expect(page.getByLabel('Key for main')).toHaveValue('');
    await ask(page);
    await expect(answer(page)).toContainText('The log refused the key.');
  });

  test('at an address where nobody answers, or that is not granted', async ({ desk }) => {
    const page = await ready(desk);
    const address = item(page, 'Log main').getByLabel('Address of its API');
    await address.fill('http://127.0.0.1:9');
    await ask(page);
    await expect(answer(page)).toContainText('The log did not answer.');
    await address.fill('https://jaeger.acme.example');
    await ask(page);
    await expect(answer(page)).toContainText('Deskcheck has no access to the log’s host.');
    await expect(item(page, 'Log main').getByRole('button', { name: 'Grant access to https://jaeger.acme.example' })).toBeVisible();
  });
});

/** A host that takes down what it was asked with. */
async function listener() {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"resourceSpans":[]}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

test('keys and headers go to the address that they were given for, and to no other', async ({ desk }) => {
  const other = await listener();
  try {
    await desk.open('honest');
    const page = await options(desk);
    const log = item(page, 'Log main');
    await unfold(page, 'Log main', 'Settings');
    await unfold(page, 'Log main', 'Try it on a ticket');
    const ask = async () => {
      const before = other.asked.length;
      await log.getByRole('button', { name: 'Ask the log' }).click();
      await expect.poll(() => other.asked.length).toBeGreaterThan(before);
      return other.asked.at(-1)!;
    };
    await log.getByLabel('Address of its API').fill(other.url);
    expect((await ask()).authorization, 'the key of the saved address').toBeUndefined();
    await log.getByRole('button', { name: 'Add a header' }).click();
    await page.keyboard.type('CF-Access-Client-Id');
    await saveLog(page, 'Log main');
    await expect(log.getByText('No key is set')).toBeVisible();
    expect((await ask()).authorization, 'after it was saved').toBeUndefined();

    await log.getByLabel('Key for main').fill('key-of-the-other');
    await log.getByRole('button', { name: 'Save key' }).click();
    await log.getByLabel('Value of CF-Access-Client-Id for main').fill('client-7');
    await log.getByRole('button', { name: 'Save value' }).click();
    await expect(log.getByText('A value is set')).toBeVisible();
    expect(await ask()).toMatchObject({ authorization: 'Bearer key-of-the-other', 'cf-access-client-id': 'client-7' });

    await log.getByRole('button', { name: 'Remove header 1' }).click();
    expect(await ask(), 'a header that is not filled in any more').not.toHaveProperty('cf-access-client-id');
    await saveLog(page, 'Log main');
    await log.getByRole('button', { name: 'Add a header' }).click();
    await page.keyboard.type('CF-Access-Client-Id');
    await saveLog(page, 'Log main');
    await expect(log.getByText('No value is set'), 'what was kept for no header any more').toBeVisible();
  } finally {
    await other.close();
  }
});
