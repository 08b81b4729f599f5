/** How many tests passed and failed, by each runner's own report. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Count {
  passed: number;
  failed: number;
}

/** Whether a program ended well; what it prints is printed. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** A step without tests of its own counts as one. */
export const asOne = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** Browser tests; `args` are Playwright's, the report goes to `report`, a path from the working folder. */
export function playwright(report: string, ...args: string[]): Count {
  // A relative path would be taken from the folder of the configuration, not from ours.
  const ok = run('playwright', ['test', ...args, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(report) });
  return counted(ok, report, (json: { stats: { expected: number; flaky: number; unexpected: number } }) => ({
    passed: json.stats.expected + json.stats.flaky,
    failed: json.stats.unexpected,
  }));
}

/** Unit tests; the report goes to `report`, a path from the working folder. */
export function vitest(report: string): Count {
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return counted(ok, report, (json: { numPassedTests: number; numFailedTests: number }) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
  }));
}

/** A runner that left no report, or failed without a failed test, counts as one failure. */
function counted(ok: boolean, report: string, read: (json: never) => Count): Count {
  if (!existsSync(report)) {
    console.error(`Counted as a failure: the tests left no report at ${report}.`);
    return { passed: 0, failed: 1 };
  }
  const count = read(JSON.parse(readFileSync(report, 'utf8')) as never);
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}
