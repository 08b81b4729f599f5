/**
 * The measurements in the extension's own service worker, in Chromium. The extension is built as for Chrome, into a folder of its own;
 * its worker loads one script more: `lib/audit.ts` and the measurements, bundled and minified by the same Vite. So the same code runs,
 * under the same policy and beside the same worker; it is not the copy within `background.js`, which nothing outside can call.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build as bundle } from 'vite';
import { build as buildExtension } from 'wxt';
import type { Report } from '../../bin/bench/report.ts';
import { measurements } from '../../bin/bench/suite.ts';
import type { Case } from '../../bin/rows/row.ts';
import { DeskBrowser } from '../world/browser.ts';
import type { InWorker } from './in-worker.ts';

const SCRIPT = 'bench.js';

async function buildInto(folder: string): Promise<string> {
  await buildExtension({ outDir: folder, logger: quiet });
  const extension = join(folder, 'chrome-mv3');
  await bundle({
    configFile: false,
    logLevel: 'silent',
    build: {
      lib: { entry: resolve('test/bench/in-worker.ts'), name: 'bench', formats: ['iife'], fileName: () => SCRIPT },
      outDir: extension,
      emptyOutDir: false,
      copyPublicDir: false,
    },
  });
  // Only while it is installed may a worker load a script; afterwards it has it.
  appendFileSync(join(extension, 'background.js'), `\nimportScripts('${SCRIPT}');\n`);
  return extension;
}

const nothing = (): void => undefined;
const quiet = { debug: nothing, log: nothing, info: nothing, warn: nothing, error: console.error, fatal: console.error, success: nothing, level: 0 };

export async function inWorker(tickets: readonly Case[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-bench-'));
  try {
    const browser = await DeskBrowser.open({ headless: true, hosts: 'MAP * ~NOTFOUND', spki: '', extension: await buildInto(folder) });
    try {
      const version = browser.context.browser()?.version();
      const worker = browser.worker()!;
      const calibration = await worker.evaluate(() => (globalThis as unknown as InWorker).deskcheckBench.calibration());
      await worker.evaluate((all) => (globalThis as unknown as InWorker).deskcheckBench.take(all), JSON.stringify(tickets));
      const measured: Report['measured'] = [];
      for (const [index, { group, name }] of measurements.entries()) {
        const result = await worker.evaluate((at) => (globalThis as unknown as InWorker).deskcheckBench.measure(at), index);
        measured.push({ measurement: { group, name }, result });
      }
      return { where: `the extension's worker in Chromium ${version}`, calibration, measured };
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
