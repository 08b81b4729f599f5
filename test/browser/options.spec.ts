/** The options page as a team lead uses it: everything set up by hand, from nothing; what is wrong said; a settings file taken over. */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { originsOf } from '../../lib/settings-lookup.ts';
import type { Settings } from '../../lib/settings-schema.ts';
import { whole } from './download.ts';
import { audited, expect, test } from './fixture.ts';
import { exported, item, options, unfold } from './options.ts';

test.describe('from nothing', () => {
  test.use({ setUp: false });

  test('a team lead sets it all up by hand, and the story is judged', async ({ desk }, testInfo) => {
    const { world } = desk;
    const [wanted, wantedDesk] = [world.settings.logs[0]!, world.settings.helpdesks[0]!];
    const page = await options(desk);
    const guide = page.getByRole('region', { name: 'Set up Deskcheck' });

    await guide.getByRole('button', { name: 'Add a log' }).click();
    const log = item(page, 'New log');
    await log.getByLabel('Name', { exact: true }).fill('main');
    await log.getByLabel('Address of its API').fill(wanted.url);
    await log.getByLabel('How the log names a ticket').fill(wanted.conversation);
    await log.getByLabel('Settling time, in seconds').fill('0');
    await log.getByRole('button', { name: 'Save log' }).click();
    await expect(item(page, 'Log main').getByText('Saved.', { exact: true })).toBeVisible();
    await item(page, 'Log main').getByLabel('Key for main').fill(world.keys.main!);
    await item(page, 'Log main').getByRole('button', { name: 'Save key' }).click();
    await expect(item(page, 'Log main').getByText('A key is set')).toBeVisible();

    await guide.getByRole('button', { name: 'Add a helpdesk' }).click();
    const helpdesk = item(page, 'New helpdesk');
    await helpdesk.getByLabel('Address').fill(wantedDesk.url);
    await helpdesk.getByRole('button', { name: 'Add an AI agent' }).click();
    await page.keyboard.type('Harbor Assist');
    await helpdesk.getByRole('button', { name: 'Save helpdesk' }).click();
    await expect(item(page, `Helpdesk ${wantedDesk.url}`).getByText('Saved.', { exact: true })).toBeVisible();

    await guide.getByRole('button', { name: 'Add a policy' }).click();
    const policy = item(page, 'New policy');
    await policy.getByRole('button', { name: 'Add a limit' }).click();
    await policy.getByLabel('At most').fill('20');
    await policy.getByRole('button', { name: 'Add a destination' }).click();
    await page.keyboard.type('Account executive');
    await policy.getByRole('button', { name: 'Add another name' }).click();
    await page.keyboard.type('AE');
    await policy.getByLabel('Valid to').fill('2020-06-30');
    await policy.getByRole('button', { name: 'Save policy' }).click();
    await expect(item(page, 'Policy main').getByText('Saved.', { exact: true })).toBeVisible();
    await expect(guide).toBeHidden();

    const needs = page.getByRole('region', { name: 'Deskcheck needs access' });
    for (const origin of originsOf({ ...world.settings, helpdesks: [wantedDesk], logs: [wanted] })) {
      await needs.getByRole('button', { name: `Grant ${origin}` }).click();
    }
    await expect(page.getByRole('region', { name: 'Access granted' })).toBeVisible();

    const { panel } = await desk.open('story');
    await expect(audited(panel)).toContainText('3 claims found: 3 unsupported');
    const honest = await desk.open('honest');
    // $32.50 were refunded, told truthfully, and are beyond the limit that was just written.
    await expect(honest.panel.getByRole('article').filter({ hasText: 'Credit beyond policy' })).toBeVisible();

    await page.bringToFront();
    const settings = await exported(desk, page, testInfo.outputPath('downloads'));
    expect(settings.logs).toEqual([{ ...wanted, settlingSeconds: 0 }]);
    expect(settings.helpdesks).toEqual([{ ...wantedDesk, agents: ['Harbor Assist'] }]);
    expect(settings.policies).toMatchObject([
      {
        id: 'main',
        limits: [{ action: 'refund', maxAmount: 20, currency: 'USD', per: 'ticket' }],
        destinations: [{ name: 'Account executive', aliases: ['AE'], acceptsFromAi: true, validTo: expect.stringMatching(/^2020-0[67]-/) }],
      },
    ]);
    expect(JSON.stringify(settings)).not.toContain(world.keys.main);
  });

  test('a log is set up with the keyboard alone', async ({ desk }) => {
    const page = await options(desk);
    const come = async (name: string) => {
      for (let left = 60; left > 0; left -= 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const here = document.activeElement as HTMLInputElement | null;
          return here?.labels?.[0]?.textContent ?? here?.textContent ?? '';
        });
        if (at === name) return;
      }
      throw new Error(`Tab does not come to ${name}`);
    };
    await come('Add a log');
    await page.keyboard.press('Enter');
    await expect(item(page, 'New log').getByLabel('Name', { exact: true })).toBeFocused();
    await come('Address of its API');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('https://jaeger.acme.example');
    await page.keyboard.press('Enter');
    await expect(item(page, 'Log main').getByText('Saved.', { exact: true })).toBeVisible();
    await page.reload();
    await expect(item(page, 'Log main')).toContainText('https://jaeger.acme.example');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on an empty page and on forms with something wrong, in ${colorScheme}`, async ({ desk }) => {
      const page = await options(desk);
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      for (const name of ['Add a log', 'Add a helpdesk', 'Add a policy']) await page.getByRole('button', { name }).first().click();
      await page.getByRole('button', { name: 'Add a limit' }).click();
      await page.getByRole('button', { name: 'Add a destination' }).click();
      for (const name of ['Save helpdesk', 'Save policy']) await page.getByRole('button', { name }).click();
      await expect(page.locator('#policies [aria-invalid="true"]').first()).toBeFocused();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`)).toEqual([]);
}

test('axe finds nothing where all is set up, tried and asked, and nothing is wider than 320 pixels', async ({ desk }) => {
  await desk.open('story');
  const page = await options(desk);
  await expect(page.locator('.tool-line').first()).toBeVisible();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.getByRole('button', { name: 'Ask the log' }).first().click();
  await expect(page.getByText('The log was asked for')).toBeVisible();
  for (const name of ['Remove this log', 'Remove this helpdesk']) await page.getByRole('button', { name }).first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('what is wrong is said beside its field, is not saved, and is there to be mended', async ({ desk }, testInfo) => {
  const page = await options(desk);
  await unfold(page, 'Log main', 'Settings');
  const address = item(page, 'Log main').getByLabel('Address of its API');
  await address.fill('ftp://jaeger.acme.example');
  await item(page, 'Log main').getByRole('button', { name: 'Save log' }).click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/^must begin with https:\/\//);
  await expect(address).toHaveValue('ftp://jaeger.acme.example');

  await unfold(page, 'Policy main', 'Settings');
  const amount = item(page, 'Policy main').getByLabel('At most').first();
  await amount.fill('fifty');
  await amount.blur();
  await expect(amount).toHaveAccessibleDescription('must be a number in range, not below 0');
  await expect(page.getByRole('navigation')).toContainText('Log main, Policy main');

  // Neither keeps a third part from being saved.
  await page.getByRole('radio', { name: /^Watch/ }).click();
  await expect(page.getByRole('radio', { name: /^Watch/ })).toBeChecked();
  const settings = await exported(desk, page, testInfo.outputPath('downloads'));
  expect(settings).toEqual({ ...desk.world.settings, gate: 'watch' });
});

test('a press that leaves a field with something wrong is not lost', async ({ desk }) => {
  const page = await options(desk);
  await unfold(page, 'Policy main', 'Settings');
  const policy = item(page, 'Policy main');
  await policy.getByRole('button', { name: 'Add a destination' }).click();
  // The new row's name has the focus and is blank: what it says when it is left stands above the button that is pressed.
  await policy.getByRole('button', { name: 'Add another name' }).last().click();
  await expect(policy.getByRole('textbox', { name: 'Other name 1' }).last()).toBeFocused();
  await expect(policy.getByText('must not be empty')).toBeVisible();
});

test('leaving with unsaved changes asks first, also right after the first key', async ({ desk }) => {
  const page = await options(desk);
  await page.getByLabel('Your name').click();
  // A browser asks only where somebody did something on the page.
  const asked = page.waitForEvent('dialog');
  await page.keyboard.press('S');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByLabel('Your name')).toHaveValue('S');
});

test('what a tool does is said once, kept in the policy, and judged by', async ({ desk }, testInfo) => {
  const { page: ticket, panel } = await desk.open('honest');
  await expect(audited(panel)).toContainText('3 supported');
  const page = await options(desk);
  await expect(page.locator('.tool-line').filter({ hasText: 'issue_refund' })).toContainText('Refund');
  await page.getByLabel('Filter by name or description').fill('refund');
  await expect(page.locator('.tool-line')).toHaveCount(1);
  await page.getByLabel('What issue_refund does').selectOption('nothing');
  await page.getByRole('button', { name: 'Save tools' }).click();
  await expect(page.locator('#tools').getByText('Saved.', { exact: true })).toBeVisible();
  const [before] = desk.world.settings.policies;
  const [policy] = (await exported(desk, page, testInfo.outputPath('downloads'))).policies;
  expect(policy!.tools).toEqual([{ tool: 'issue_refund', action: 'nothing' }]);
  expect(policy!.version).not.toBe(before!.version);
  await ticket.bringToFront();
  await expect(audited(panel)).toContainText('2 supported');
});

test('what is exported is imported as it was; a file that differs says what it would change', async ({ desk }, testInfo) => {
  const page = await options(desk);
  const settings = await exported(desk, page, testInfo.outputPath('downloads'));
  expect(settings).toEqual(desk.world.settings);
  const choose = (value: Settings) =>
    page.getByLabel('Import settings').setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
  await choose(settings);
  await expect(page.getByText('team.json holds exactly what is set up already.')).toBeVisible();
  await choose({ ...settings, gate: 'off', policies: [] });
  await expect(page.locator('.changes')).toContainText('Removed: policy main');
  await expect(page.locator('.changes')).toContainText('hold → off');
  await expect(page.getByRole('radio', { name: /^Hold/ })).toBeChecked();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await expect(page.getByRole('radio', { name: /^Off/ })).toBeChecked();
  await expect(item(page, 'Policy main')).toHaveCount(0);
  await expect(item(page, 'Log main').getByText('A key is set')).toBeVisible();
});

test('settings that this version cannot read are said, and can be kept before the first save replaces them', async ({ desk }, testInfo) => {
  const other = { version: 1, helpdesks: [], logs: [], policies: 'of another version' };
  await desk.browser.worker()!.evaluate((settings) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } };
    return chrome.storage.local.set({ settings });
  }, other);
  const page = await options(desk);
  const notice = page.getByRole('region', { name: 'The stored settings cannot be read' });
  await expect(notice.getByRole('listitem')).toContainText('policies');
  const folder = await desk.browser.downloadsTo(testInfo.outputPath('downloads'));
  await notice.getByRole('button', { name: 'Export what is stored' }).click();
  const file = join(folder, 'deskcheck-settings.json');
  await expect.poll(() => whole(file)).toEqual(other);
  await page.getByLabel('Your name').fill('Sam Reviewer');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Your name')).toHaveValue('Sam Reviewer');
});
