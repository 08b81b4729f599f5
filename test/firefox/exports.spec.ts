/** In Firefox: a ticket that was audited, decided on and closed leaves in every format, and each file holds in every way in which it can be checked. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportMetas } from '../../lib/exports/meta.ts';
import type { Exported } from '../../lib/protocol.ts';
import { openEvent, readTrail } from '../../lib/trail/index.ts';
import { type Desk, expect, test } from './fixture.ts';

const SOLVE = '[data-is-active="true"] [data-test-id="submit_button-button"]';
const QUOTE = 'refunded $48 to your card';

/** What the worker answers to one of the extension's own pages. */
async function ask<T>({ firefox }: Desk, kind: string, request: object): Promise<T> {
  const reply = await firefox.inExtension(
    ({ kind: asked, request: of }) => {
      const { browser } = globalThis as unknown as {
        browser: { runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: unknown; error: string }> } };
      };
      return browser.runtime.sendMessage({ deskcheck: 1, kind: asked, request: of });
    },
    { kind, request },
  );
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as T;
}

const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

test('each format leaves, and holds on the command line, in a shell and in the browser', async ({ desk }, testInfo) => {
  const { page, sidebar } = await desk.open('amount differs');
  await sidebar.decide(QUOTE, '$10 were never paid.', 'Sam Reviewer');
  await expect.poll(() => sidebar.text(QUOTE)).toContain('Confirmed by Sam Reviewer');
  await page.click(SOLVE);
  const ticket = { helpdesk: 'zendesk', host: new URL(desk.url('amount differs')).host, id: desk.ticket('amount differs').id };
  const folder = testInfo.outputPath('exports');
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const { id } of exportMetas) {
    const { name, text } = await ask<Exported>(desk, 'panel.export', { ticket, format: id, redacted: true });
    files.push(join(folder, name));
    writeFileSync(join(folder, name), text);
  }
  const { fingerprint } = await ask<{ fingerprint: string }>(desk, 'options.trail', {});
  const [html = '', json = '', , statement = ''] = files;
  expect(run('node', 'bin/verify.ts', html, json, statement, '--key', fingerprint)).toMatchObject({ status: 0 });
  expect(run('bash', 'docs/check-trail.sh', json, fingerprint)).toMatchObject({ status: 0 });
  const kinds = readTrail(readFileSync(json, 'utf8')).events.map((event) => openEvent(event)?.body.kind);
  expect(kinds).toEqual(expect.arrayContaining(['record', 'decision', 'export']));
  await page.goto(pathToFileURL(html).href);
  await expect.poll(() => page.$eval('#verified', (banner) => banner.className)).toBe('banner holds');
  expect(await page.$eval('#verified', (banner) => banner.textContent)).toContain(fingerprint);
});
