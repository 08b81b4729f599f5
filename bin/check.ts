/**
 * The tests: types, lint, unit tests, the built extension in Chromium and in Firefox; and, where it is asked for, on a real Request Tracker.
 * `node bin/check.ts [STEP...]` runs these steps; `all` is every one of them, and nothing is what `npm test` runs.
 * Runs all of them even where one fails, and ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asOne, type Count, playwright, run, vitest } from './reports.ts';

const REPORTS = '.output/reports';
const report = (name: string) => join(REPORTS, `${name}.json`);

const steps: Record<string, () => Count> = {
  types: () => {
    const projects = ['tsconfig.core.json', 'tsconfig.json', 'tsconfig.node.json'];
    return asOne(projects.map((project) => run('tsc', ['-p', project])).every(Boolean));
  },
  lint: () => asOne(run('biome', ['ci', '--error-on-warnings', '.'])),
  unit: () => vitest(report('unit')),
  browser: () => (run('wxt', ['build']) ? playwright(report('chromium'), '--project=chromium') : asOne(false)),
  firefox: () => {
    const { DESKCHECK_FIREFOX: firefox, DESKCHECK_FIREFOX_WHY: why = 'DESKCHECK_FIREFOX is not set; npm finds one by itself.' } = process.env;
    if (firefox === 'none') {
      console.log('The Firefox tests were not run: DESKCHECK_FIREFOX=none says that they are not wanted.');
      return { passed: 0, failed: 0 };
    }
    if (!firefox) {
      console.error(`The Firefox tests were not run, which counts as a failure: ${why}`);
      console.error('Install Firefox, set DESKCHECK_FIREFOX to the path of one, or to "none" to do without these tests.');
      return { passed: 0, failed: 1 };
    }
    return run('wxt', ['build', '--browser', 'firefox']) ? playwright(report('firefox'), '--project=firefox') : asOne(false);
  },
  promptfoo: () => {
    const { status, stdout } = spawnSync(process.execPath, ['test/promptfoo/run.ts'], { stdio: ['ignore', 'pipe', 2], encoding: 'utf8' });
    console.log(stdout);
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? [];
    return passed === undefined ? asOne(false) : { passed: Number(passed), failed: status === 0 ? Number(failed) : Math.max(1, Number(failed)) };
  },
  rt: () => (run('wxt', ['build']) ? playwright(report('rt'), '--config', 'test/rt/playwright.config.ts') : asOne(false)),
};

/** Only where they are asked for: they install packages, on the machine or in a folder of their own. */
const ON_DEMAND = ['promptfoo', 'rt'];

/** The steps that the arguments name, in the order of the table. */
function stepsOf(args: string[]): string[] {
  const names = Object.keys(steps);
  const unknown = args.filter((name) => name !== 'all' && !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}. Steps: ${names.join(', ')}; all.`);
    process.exit(2);
  }
  if (args.includes('all')) return names;
  return names.filter((name) => (args.length > 0 ? args.includes(name) : !ON_DEMAND.includes(name)));
}

const asked = stepsOf(process.argv.slice(2));
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
for (const name of asked) {
  console.log(`\n== ${name}`);
  const { passed, failed } = steps[name]!();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
