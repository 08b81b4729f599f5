/** A ticket that was audited, decided on and closed leaves in every format, and each file holds in every way in which it can be checked. */
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { dsse, crypto as stock } from '@sigstore/core';
import { type ExportId, exportMetas } from '../../lib/exports/meta.ts';
import { openEvent, readTrail } from '../../lib/trail/index.ts';
import type { World } from '../world/ticket.ts';
import { world } from '../world/tickets.ts';
import { type Desk, expect, test } from './fixture.ts';
import { options } from './options.ts';
import { lookAgain, PRESSES, solved } from './steps.ts';

const NAME = 'amount differs';
const ticket = world.tickets.find((one) => one.name === NAME)!;
const open: World = { ...world, tickets: [{ ...ticket, status: 'open' }] };
test.use({ of: open });

const EXTENSIONS: Record<ExportId, string> = {
  html: 'html',
  json: 'json',
  csv: 'csv',
  'in-toto': 'intoto.json',
  promptfoo: 'promptfoo.json',
  langfuse: 'langfuse.jsonl',
  langsmith: 'langsmith.jsonl',
  'openai-evals': 'openai-evals.jsonl',
  'eval-jsonl': 'cases.jsonl',
};

/** Decides on the one red finding, and closes the ticket through the gate. */
async function decideAndClose(desk: Desk): Promise<Page> {
  const { page, panel } = await desk.open(NAME);
  const finding = panel.getByRole('article').first();
  await finding.getByRole('button', { name: 'Confirm' }).click();
  await finding.getByLabel('Why is the finding right?').fill('$10 were never paid.');
  await finding.getByLabel('Your name').fill('Sam Reviewer');
  await finding.getByRole('button', { name: 'Save decision' }).click();
  await expect(finding).toContainText('Confirmed by');
  // The page hears of the decision a moment after the panel does; what is held meanwhile is pressed again.
  await expect
    .poll(async () => {
      if ((await solved(desk, NAME)) === 0) await PRESSES['the menu by mouse']!(page);
      return solved(desk, NAME);
    })
    .toBeGreaterThan(0);
  const kinds = async () => {
    await lookAgain(page);
    return (await desk.browser.stored<{ kind: string }>('events')).map(({ kind }) => kind);
  };
  await expect.poll(kinds, { timeout: 20_000 }).toEqual(expect.arrayContaining(['record', 'decision', 'gate', 'closed']));
  return panel;
}

async function save(panel: Page, folder: string, format: ExportId, redacted: boolean): Promise<string> {
  await panel.getByRole('button', { name: 'Export …' }).click();
  await panel.getByLabel('Format').selectOption(format);
  await panel.getByLabel('Take out what is personal').setChecked(redacted);
  const file = join(folder, `deskcheck-zendesk-${ticket.id}.${EXTENSIONS[format]}`);
  await panel.getByRole('button', { name: 'Save the file' }).click();
  // It stands there whole once its size rests.
  let size = -1;
  await expect
    .poll(() => {
      const before = size;
      size = existsSync(file) ? readFileSync(file).length : -1;
      return size > 0 && size === before;
    })
    .toBe(true);
  return file;
}

const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

test('each format leaves the panel, and holds in every way', async ({ desk }, testInfo) => {
  const panel = await decideAndClose(desk);
  const files: Record<string, string> = {};
  for (const { id } of exportMetas) {
    const folder = await desk.browser.downloadsTo(testInfo.outputPath(id));
    files[id] = await save(panel, folder, id, true);
  }
  // What the options show is what a checker compares with.
  const fingerprint = (await (await options(desk)).locator('#trail dd code').textContent()) ?? '';
  expect(fingerprint).toMatch(/^[\w-]{43}$/);

  const { json = '', html = '', csv = '', 'in-toto': statement = '' } = files;
  expect(run('node', 'bin/verify.ts', json, html, statement, '--key', fingerprint)).toMatchObject({ status: 0 });
  expect(run('node', 'bin/verify.ts', json)).toMatchObject({ status: 3, said: expect.stringContaining('whose owner this file cannot prove') });
  expect(run('bash', 'docs/check-trail.sh', json, fingerprint)).toMatchObject({ status: 0 });

  const trail = readTrail(readFileSync(json, 'utf8'));
  const kinds = trail.events.map((event) => openEvent(event)?.body.kind);
  expect(kinds).toEqual(expect.arrayContaining(['record', 'decision', 'gate', 'closed', 'export']));
  // Nothing personal went along.
  const customer = ticket.messages.find(({ role }) => role === 'end-user')!.name;
  for (const file of Object.values(files)) for (const part of customer.split(' ')) expect(readFileSync(file, 'utf8')).not.toContain(part);
  expect(readFileSync(csv, 'utf8')).toContain('"confirmed","Sam Reviewer"');

  // A stock library, with the key that the trail carries.
  const envelope = JSON.parse(readFileSync(statement, 'utf8'));
  const key = createPublicKey({ key: trail.keys[0]!.jwk as never, format: 'jwk' });
  const signed = dsse.preAuthEncoding(envelope.payloadType, Buffer.from(envelope.payload, 'base64'));
  const algorithm = trail.keys[0]!.algorithm === 'Ed25519' ? undefined : 'sha256';
  expect(stock.verify(signed, key, Buffer.from(envelope.signatures[0].sig, 'base64'), algorithm)).toBe(true);

  // The page verifies itself, and asks nothing of any network.
  const page = await desk.browser.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(html).href);
  await expect(page.locator('#verified')).toHaveClass('banner holds');
  await expect(page.locator('#verified')).toContainText(fingerprint);
  expect(asked).toEqual([pathToFileURL(html).href]);
});

test('a page that was changed says so when it is opened', async ({ desk }, testInfo) => {
  const panel = await decideAndClose(desk);
  const folder = await desk.browser.downloadsTo(testInfo.outputPath('html'));
  const text = readFileSync(await save(panel, folder, 'html', false), 'utf8');
  const page = await desk.browser.context.newPage();
  await page.setContent(text.replace(/("text":")([A-Z])/, (_, before, letter) => before + (letter === 'A' ? 'B' : 'A')));
  await expect(page.locator('#verified')).toHaveClass('banner broken');
  await expect(page.locator('#verified')).toContainText('Do not rely on this page');
});

test('what goes out is seen before it goes, and what is personal stays unless somebody wants it out', async ({ desk }, testInfo) => {
  const { panel } = await desk.open(NAME);
  await panel.getByRole('button', { name: 'Export …' }).click();
  const customer = ticket.messages.find(({ role }) => role === 'end-user')!.name;
  await expect(panel.locator('.preview')).toContainText(customer);
  await panel.screenshot({ path: testInfo.outputPath('export.png'), fullPage: true });
  await panel.getByLabel('Take out what is personal').uncheck();
  await expect(panel.getByText('Everything goes out as it was written and recorded')).toBeVisible();
});

test('a ticket is erased from the options once no tab shows it, and its trail begins anew', async ({ desk }) => {
  const { page } = await desk.open(NAME);
  const setup = await options(desk);
  await setup.getByRole('textbox', { name: 'Your name' }).fill('Sam Reviewer');
  await setup.getByRole('button', { name: 'Save name' }).click();
  const erase = async () => {
    await setup.getByLabel('Ticket number').fill(ticket.id);
    await setup.getByRole('button', { name: 'Find', exact: true }).click();
    await setup.getByRole('button', { name: 'Erase this ticket' }).click();
    await setup.getByRole('button', { name: 'Yes, remove' }).click();
  };
  await erase();
  await expect(setup.getByText('A tab still shows this ticket')).toBeVisible();
  await page.close();
  await setup.getByRole('button', { name: 'Keep', exact: true }).click();
  await erase();
  await expect(setup.getByText(`Ticket ${ticket.id} is erased.`)).toBeVisible();
  const events = await desk.browser.stored<{ kind: string; ticket: string }>('events');
  expect(events.map(({ kind }) => kind)).toEqual(['tombstone']);
  expect(await desk.browser.stored('contents')).toEqual([]);
  await desk.open(NAME);
  await expect
    .poll(async () => (await desk.browser.stored<{ kind: string }>('events')).map(({ kind }) => kind).sort())
    .toEqual(['record', 'tombstone']);
});
