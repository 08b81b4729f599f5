/** The counts that the test command ends with: by the runner's own report, wherever its configuration lies. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Count } from '../../../bin/reports.ts';

mkdirSync('.output', { recursive: true });
const folder = relative(process.cwd(), mkdtempSync(join(process.cwd(), '.output/counting-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tests, each of which passes or not, with a configuration in a folder of their own. */
function tests(name: string, ...passing: boolean[]): string {
  const own = join(folder, name);
  mkdirSync(own);
  const lines = passing.map((passes, at) => `test('${at}', () => expect(${passes}).toBe(true));`);
  writeFileSync(join(own, 'counted.spec.ts'), ["import { expect, test } from '@playwright/test';", ...lines].join('\n'));
  writeFileSync(join(own, 'playwright.config.ts'), "export default { testDir: '.', outputDir: './results' };\n");
  return own;
}

/** In a process of its own, so that its "1 failed" does not stand among our results. */
function count(own: string): Count {
  const args = [join(own, 'report.json'), '--config', join(own, 'playwright.config.ts')];
  const program = `import { playwright } from './bin/reports.ts'; console.log(JSON.stringify(playwright(...${JSON.stringify(args)})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Count;
}

it('counts what passed and what failed, and leaves the report where it is looked for', { timeout: 60_000 }, () => {
  const own = tests('some', true, true, false);
  expect(count(own)).toEqual({ passed: 2, failed: 1 });
  expect(readdirSync(own)).not.toContain('.output');
});

it('counts tests that cannot be begun as a failure', { timeout: 60_000 }, () => {
  const own = tests('none');
  writeFileSync(join(own, 'counted.spec.ts'), 'throw new Error("a test file that cannot be read");');
  expect(count(own)).toEqual({ passed: 0, failed: 1 });
});
