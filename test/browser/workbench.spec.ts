/** The workbench: many trails taken along as one zip, and files verified, of this installation and of others. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { exportTrail } from '../world/visit.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixture.ts';

const isZip = (file: string) => {
  try {
    return Object.keys(unzipSync(readFileSync(file))).length > 0;
  } catch {
    return false;
  }
};

test('several tickets leave as one zip, which holds here and on the command line, and not once it was changed', async ({ desk }, testInfo) => {
  await desk.open('story');
  await desk.open('honest');
  const workbench = await desk.browser.context.newPage();
  await workbench.goto(desk.browser.extensionPage('workbench.html'));
  await workbench.getByLabel('All tickets').check();
  const folder = await desk.browser.downloadsTo(testInfo.outputPath('downloads'));
  await workbench.getByRole('button', { name: 'Save 2 tickets as a zip' }).click();
  const zip = join(folder, `deskcheck-trails-${new Date().toISOString().slice(0, 10)}.zip`);
  await expect.poll(() => isZip(zip)).toBe(true);
  expect(Object.keys(unzipSync(readFileSync(zip))).sort()).toEqual([
    'harborworks.zendesk.com/deskcheck-zendesk-4127.html',
    'harborworks.zendesk.com/deskcheck-zendesk-4127.json',
    'harborworks.zendesk.com/deskcheck-zendesk-4131.html',
    'harborworks.zendesk.com/deskcheck-zendesk-4131.json',
    'manifest.json',
  ]);

  const files = workbench.getByLabel('Files, chosen or dropped here');
  await files.setInputFiles(zip);
  await expect(workbench.getByText('whose owner this file cannot prove')).toBeVisible();
  await workbench.getByRole('button', { name: 'This installation’s own' }).click();
  const key = await workbench.getByLabel('Fingerprints that are known').inputValue();
  await files.setInputFiles(zip);
  await expect(workbench.getByText(`Signed by ${key}, as expected.`)).toBeVisible();
  expect(await workbench.locator('#verify .notice.red').count()).toBe(0);
  expect(await violations(workbench)).toEqual([]);
  await workbench.screenshot({ path: testInfo.outputPath('holds.png'), fullPage: true });
  expect(spawnSync('node', ['bin/verify.ts', zip, '--key', key]).status).toBe(0);

  const bytes = readFileSync(zip);
  bytes[200]! ^= 1;
  const changed = testInfo.outputPath('changed.zip');
  writeFileSync(changed, bytes);
  await files.setInputFiles(changed);
  await expect(workbench.locator('#verify .notice.red')).toBeVisible();
});

test('a file names the first event that does not hold, and how; a stranger’s key is told from our own', async ({ desk }, testInfo) => {
  const { page, panel } = await desk.open('story');
  const file = JSON.parse(await exportTrail(panel, page.url()));
  file.events.shift();
  const path = testInfo.outputPath('cut.json');
  writeFileSync(path, JSON.stringify(file));
  const workbench = await desk.browser.context.newPage();
  await workbench.goto(desk.browser.extensionPage('workbench.html'));
  const files = workbench.getByLabel('Files, chosen or dropped here');
  await files.setInputFiles(path);
  await expect(workbench.getByText('cut.json: Event 0 stands in the wrong place: it says that it is number 1, and stands as 0.')).toBeVisible();
  writeFileSync(path, await exportTrail(panel, page.url()));
  await workbench.getByLabel('Fingerprints that are known').fill('A'.repeat(43));
  await files.setInputFiles(path);
  await expect(workbench.getByText('is not the key that was asked for')).toBeVisible();
  await workbench.getByLabel('Fingerprints that are known').fill('short');
  await expect(workbench.getByText('“short” is no fingerprint')).toBeVisible();
  await expect(files).toBeDisabled();
});
