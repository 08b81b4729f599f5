/** Which Firefox the tests run in: a new enough one that starts, or none, with the reason. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

type Find = (from: { env: NodeJS.ProcessEnv; say(line: string): void }) => { path?: string; why?: string };

const { findFirefox } = (await import(new URL('../../../bin/firefox.mjs', import.meta.url).href)) as { findFirefox: Find };
const folder = mkdtempSync(join(tmpdir(), 'deskcheck-firefoxes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that calls itself so. */
function program(name: string, says: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
  return path;
}

const old = program('firefox-esr', 'Mozilla Firefox 115.9.0esr');
const recent = program('firefox', 'Mozilla Firefox 142.0');
const other = program('epiphany', 'Web 43.1');

const find = (env: NodeJS.ProcessEnv) => findFirefox({ env, say: () => undefined });

it('takes the one that is named, where it is new enough', () => {
  expect(find({ DESKCHECK_FIREFOX: recent })).toEqual({ path: recent });
});

it.each([
  ['too old', old],
  ['no Firefox', other],
  ['not there', join(folder, 'gone')],
])('takes none in place of one that is named and is %s, and says so', (_, named) => {
  const { path, why } = find({ DESKCHECK_FIREFOX: named, PATH: folder });
  expect(path).toBeUndefined();
  expect(why).toContain(named);
});

it('passes over an old one on the path', () => {
  expect(find({ PATH: folder })).toEqual({ path: recent });
});

it('looks for none where none is wanted', () => {
  expect(find({ DESKCHECK_FIREFOX: 'none', PATH: folder })).toEqual({ path: 'none' });
});
