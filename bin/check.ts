/**
 * The tests: types, lint, unit tests, the built extension in Chromium and in Firefox; and, where it is asked for, on a real Request Tracker.
 * `node bin/check.ts [STEP...]` runs these steps; `all` is every one of them, and nothing is what `npm test` runs.
 * Runs all of them even where one fails, and ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
}

const REPORTS = '.output/reports';

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** A step without tests of its own counts as one. */
const asOne = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** The runner's own counts; a runner that left no report, or failed without a failed test, counts as one failure. */
function counted(ok: boolean, report: string, read: (json: never) => Count): Count {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const count = read(JSON.parse(readFileSync(report, 'utf8')) as never);
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function inBrowser(name: string, ...args: string[]): Count {
  const report = join(REPORTS, `${name}.json`);
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report;
  const ok = run('playwright', 'test', ...args, '--reporter=list,json');
  return counted(ok, report, (json: { stats: { expected: number; flaky: number; unexpected: number } }) => ({
    passed: json.stats.expected + json.stats.flaky,
    failed: json.stats.unexpected,
  }));
}

const steps: Record<string, () => Count> = {
  types: () => {
    const projects = ['tsconfig.core.json', 'tsconfig.json', 'tsconfig.node.json'];
    return asOne(projects.map((project) => run('tsc', '-p', project)).every(Boolean));
  },
  lint: () => asOne(run('biome', 'ci', '--error-on-warnings', '.')),
  unit: () => {
    const report = join(REPORTS, 'unit.json');
    const ok = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
    return counted(ok, report, (json: { numPassedTests: number; numFailedTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
    }));
  },
  browser: () => (run('wxt', 'build') ? inBrowser('chromium', '--project=chromium') : asOne(false)),
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
    return run('wxt', 'build', '--browser', 'firefox') ? inBrowser('firefox', '--project=firefox') : asOne(false);
  },
  rt: () => (run('wxt', 'build') ? inBrowser('rt', '--config', 'test/rt/playwright.config.ts') : asOne(false)),
};

/** Only where they are asked for: they install packages on the machine. */
const ON_DEMAND = ['rt'];

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
