/** The options page in the browser, as the specs drive it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parseSettings, type Settings } from '../../lib/settings-schema.ts';
import { whole } from './download.ts';
import type { Desk } from './fixture.ts';

export async function options(desk: Desk): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.goto(desk.browser.extensionPage('options.html'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

export const item = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

/** Opens what is folded under a card. */
export const unfold = (page: Page, name: string, part: string) => item(page, name).locator('summary').filter({ hasText: part }).click();

export async function saveLog(page: Page, name: string): Promise<void> {
  await item(page, name).getByRole('button', { name: 'Save log' }).click();
  await expect(item(page, name).getByText('Saved.', { exact: true })).toBeVisible();
}

/** The settings as the page exports them. */
export async function exported(desk: Desk, page: Page, folder: string): Promise<Settings> {
  await desk.browser.downloadsTo(folder);
  const file = join(folder, 'deskcheck-settings.json');
  await page.getByRole('button', { name: 'Export settings' }).click();
  await expect.poll(() => whole(file)).toBeDefined();
  const parsed = parseSettings(readFileSync(file, 'utf8'));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}
