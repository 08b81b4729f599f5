/**
 * `npm run bench:page`: what the script costs a helpdesk's page on tickets of unusual size, while somebody types, scrolls and
 * new messages come in. Prints the median of five visits, beside the same visits without the script and a calibration of the machine.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { DeskBrowser } from '../world/browser.ts';
import { heavyWorld } from '../world/heavy.ts';
import { type StartedWorld, startWorld } from '../world/world.ts';
import { type Share, shareOf } from './trace.ts';

const VISITS = 5;
const SCRIPT = 'content-scripts/ticket.js';
const CATEGORIES = ['-*', '__metadata', 'disabled-by-default-devtools.timeline', 'disabled-by-default-v8.cpu_profiler'];
const PANE = '[data-is-active="true"]';
const WORDS = 'Thank you for your patience, we are looking into it. ';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds that this machine takes for a fixed piece of work: figures of two machines compare by it. */
function calibration(): number {
  const block = Buffer.alloc(1 << 20, 'deskcheck');
  const times = Array.from({ length: VISITS }, () => {
    const began = performance.now();
    const hash = createHash('sha256');
    for (let i = 0; i < 64; i += 1) hash.update(block);
    hash.digest();
    return performance.now() - began;
  });
  return median(times);
}

const marks = (page: Page) => page.evaluate(() => CSS.highlights.get('deskcheck-red')?.size ?? 0);

/** A reviewer's minute with the ticket. */
async function work(page: Page): Promise<void> {
  const editor = page.locator(`${PANE} [role="textbox"]`);
  await editor.click();
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.type(WORDS, { delay: 5 });
    await page.evaluate((pane) => {
      const log = document.querySelector(`${pane} [data-test-id="omni-log-container"]`)!;
      log.append(log.lastElementChild!.cloneNode(true));
      log.parentElement!.scrollTop = Math.random() * log.scrollHeight;
    }, PANE);
    await page.waitForTimeout(500);
  }
  const typed = await editor.textContent();
  if (typed?.replaceAll('\u00a0', ' ').trim() !== WORDS.repeat(4).trim()) throw new Error(`what was typed did not arrive: ${typed}`);
}

async function visit(browser: DeskBrowser, url: string, waitFor: (page: Page) => Promise<void>): Promise<Share> {
  const page = await browser.context.newPage();
  const tracer = browser.context.browser()!;
  await tracer.startTracing(page, { categories: CATEGORIES });
  await page.goto(url);
  await page.locator(`${PANE} article`).first().waitFor();
  await waitFor(page);
  await work(page);
  const trace = (await tracer.stopTracing()).toString('utf8');
  await page.close();
  return shareOf(trace, SCRIPT);
}

async function visits(browser: DeskBrowser, world: StartedWorld, waitFor: (page: Page) => Promise<void>): Promise<Share[]> {
  const shares: Share[] = [];
  for (const ticket of world.tickets) {
    const all: Share[] = [];
    for (let i = 0; i < VISITS; i += 1) all.push(await visit(browser, `${world.url(ticket)}?at-once=5000`, waitFor));
    const of = (pick: (share: Share) => number) => median(all.map(pick));
    shares.push({ longest: of((one) => one.longest), total: of((one) => one.total), longestOfAll: of((one) => one.longestOfAll) });
  }
  return shares;
}

if (spawnSync('wxt', ['build']).status !== 0) throw new Error('The extension could not be built.');
const world = await startWorld({
  world: heavyWorld,
  now: new Date(),
  otlpPort: 0,
  queryPort: 0,
  writeKey: 'write-key-of-the-bench',
  readKey: 'read-key-of-the-bench',
  say: () => undefined,
});
const browser = await DeskBrowser.open({ headless: true, hosts: world.hosts, spki: world.helpdesk.spki });
try {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`calibration: SHA-256 over 64 MiB takes ${ms(calibration())}; medians of ${VISITS} visits\n`);
  // Before the helpdesk is set up there is no script on its pages.
  const without = await visits(browser, world, (page) => page.waitForTimeout(2_000));
  await browser.setUp(world);
  const shares = await visits(browser, world, async (page) => {
    for (let left = 240; left > 0 && (await marks(page)) === 0; left -= 1) await page.waitForTimeout(250);
  });
  for (const [i, ticket] of world.tickets.entries()) {
    const [share, bare] = [shares[i]!, without[i]!];
    console.log(`${ticket.name}`);
    console.log(`  longest share of the script in one task   ${ms(share.longest)}`);
    console.log(`  all of its work                           ${ms(share.total)}`);
    console.log(`  the page's longest task                   ${ms(share.longestOfAll)}, without the script ${ms(bare.longestOfAll)}`);
  }
} finally {
  await browser.close();
  await world.close();
}
