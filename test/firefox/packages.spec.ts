/** What goes to the stores: the packages of all three browsers, and the sources that Firefox's reviewers build from. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzip } from '../world/unzip.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const packed = (folder: string, what: string) => unzip(readFileSync(join(folder, `.output/deskcheck-${version}-${what}.zip`)));
const manifestOf = (files: Map<string, Buffer>) => JSON.parse(files.get('manifest.json')!.toString()) as Record<string, unknown>;

function pack(folder: string): void {
  const { status, stderr } = spawnSync('node', ['bin/build.ts', 'zip'], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

test.beforeAll(() => pack('.'));

test('Chrome and Edge get a side panel, a shortcut, and no key of ours', () => {
  for (const browser of ['chrome', 'edge']) {
    const manifest = manifestOf(packed('.', browser));
    expect(manifest).toMatchObject({
      manifest_version: 3,
      incognito: 'not_allowed',
      commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+D' } } },
      side_panel: { default_path: 'sidepanel.html' },
    });
    expect(manifest).not.toHaveProperty('key');
    expect(manifest).not.toHaveProperty('browser_specific_settings');
  }
});

test('Firefox gets Manifest V3 with a sidebar that stays shut at first, and says that it collects nothing', () => {
  const manifest = manifestOf(packed('.', 'firefox'));
  expect(manifest).toMatchObject({
    manifest_version: 3,
    incognito: 'not_allowed',
    action: { default_area: 'navbar' },
    commands: { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+D' } } },
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: { id: 'deskcheck@deskcheck.invalid', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
    },
  });
  for (const other of ['key', 'minimum_chrome_version', 'host_permissions']) expect(manifest).not.toHaveProperty(other);
});

test('nothing that is packed sets innerHTML', () => {
  for (const browser of ['chrome', 'edge', 'firefox']) {
    const setting = [...packed('.', browser)].filter(([, content]) => /\.(innerHTML|outerHTML)\s*=[^=]/.test(content.toString()));
    expect(setting.map(([name]) => name)).toEqual([]);
  }
});

test('from the sources alone, the very same package for Firefox is made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-sources-'));
  try {
    for (const [name, content] of packed('.', 'sources')) {
      expect(name, 'only what is named in wxt.config.ts').toMatch(/^((bin|components|entrypoints|lib|public)\/|[\w.-]+$)/);
      expect(name).not.toMatch(/(^|\/)\./);
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    // In place of the reviewers' `npm ci`.
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    pack(folder);
    const [ours, theirs] = [packed('.', 'firefox'), packed(folder, 'firefox')];
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [name, content] of ours) expect(theirs.get(name)?.equals(content), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
