/**
 * The measurements in the extension's own service worker, in Chromium. The extension is built as for Chrome, into a folder of its own;
 * its worker loads one script more: `lib/audit.ts` and the measurements, bundled and minified by the same Vite. So the same code runs,
 * under the same policy and beside the same worker; it is not the copy within `background.js`, which nothing outside can call.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from '@playwright/test';
import { build as bundle } from 'vite';
import type { Case } from '../../bin/audit/case.ts';
import type { Report } from '../../bin/bench/report.ts';
import { measurements } from '../../bin/bench/suite.ts';
import { DeskBrowser } from '../world/browser.ts';
import type { InWorker } from './in-worker.ts';

const SCRIPT = 'bench.js';

async function buildInto(folder: string): Promise<string> {
  // In a process of its own: it draws on the terminal.
  const script = `import('wxt').then(({ build }) => build({ outDir: ${JSON.stringify(folder)} }))`;
  const { status, stderr } = spawnSync('node', ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be built: ${stderr}`);
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
  appendFileSync(join(extension, 'background.js'), `\nimport './${SCRIPT}';\n`);
  return extension;
}

/** The worker is there before it has run its scripts. */
async function loaded(browser: DeskBrowser): Promise<Worker> {
  for (let left = 100; left > 0; left -= 1) {
    const worker = browser.worker();
    if (await worker?.evaluate(() => 'deskcheckBench' in globalThis)) return worker!;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the worker did not load ${SCRIPT}`);
}

export async function inWorker(tickets: readonly Case[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-bench-'));
  try {
    const browser = await DeskBrowser.open({ headless: true, hosts: 'MAP * ~NOTFOUND', spki: '', extension: await buildInto(folder) });
    try {
      const version = browser.context.browser()?.version();
      const worker = await loaded(browser);
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
