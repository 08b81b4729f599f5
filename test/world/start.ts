/**
 * `npm start`: builds the extension, starts a helpdesk and a tool-call log, and opens Chromium on the story's ticket with the
 * panel beside it. Without a display it visits every ticket, prints what was found, and leaves screenshots and trails in a folder.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart } from '../../bin/tool-log/server.ts';
import { DeskBrowser } from './browser.ts';
import { visit } from './visit.ts';
import { type StartedWorld, startWorld } from './world.ts';

const USAGE = 'Options: --headless, --out FOLDER (.world), --otlp-port N (4318), --query-port N (16686)';

const say = (line: string) => console.log(line);

function options() {
  try {
    const text = (initial: string) => ({ type: 'string', default: initial }) as const;
    return parseArgs({
      options: { headless: { type: 'boolean', default: false }, out: text('.world'), 'otlp-port': text('4318'), 'query-port': text('16686') },
    }).values;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${USAGE}`);
  }
}

function buildExtension(): void {
  say('Building the extension ...');
  const build = spawnSync('wxt', ['build'], { encoding: 'utf8' });
  if (build.status !== 0) throw new CannotStart(`${build.stdout}${build.stderr}\nThe extension could not be built.`);
}

/** Rows as lines of aligned columns, under their names. */
function asTable(rows: Record<string, string | number>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const asLine = (line: string[]) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return cells.map((line) => asLine(line).trimEnd()).join('\n');
}

/** Visits every ticket and leaves what was seen in a folder. */
async function visitAll(browser: DeskBrowser, world: StartedWorld, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const rows: Record<string, string | number>[] = [];
  for (const [i, ticket] of world.tickets.entries()) {
    say(`Ticket ${i + 1} of ${world.tickets.length}: ${ticket.name} ...`);
    const visited = await visit(browser, world.url(ticket));
    const file = `${ticket.id}-${ticket.name.replaceAll(' ', '-')}`;
    writeFileSync(join(out, `${file}.page.png`), visited.page);
    writeFileSync(join(out, `${file}.panel.png`), visited.panel);
    writeFileSync(join(out, `${file}.trail.json`), visited.trail);
    rows.push({ ticket: `${ticket.id} ${ticket.name}`, ...visited.counts, 'worst finding': visited.worst });
  }
  say(`\n${asTable(rows)}\n`);
  say(`Screenshots (page with marks; panel) and each ticket's trail are in ${out}`);
}

/** Opens the first ticket with the panel beside it; ends when the browser is closed, or by Ctrl+C. */
async function showFirst(browser: DeskBrowser, world: StartedWorld): Promise<void> {
  const [first] = world.tickets;
  if (!first) return;
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(world.url(first));
  await browser.openPanel(page);
  for (const ticket of world.tickets) say(`Ticket ${ticket.id}     ${ticket.name}: ${world.url(ticket)}`);
  say('\nThe panel stands beside the ticket. Close the browser, or press Ctrl+C here, to end.');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, done);
    browser.context.once('close', () => done());
  });
}

async function main(): Promise<void> {
  const asked = options();
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const headless = asked.headless || !hasDisplay;
  buildExtension();
  const key = () => randomBytes(16).toString('hex');
  const ports = { otlpPort: Number(asked['otlp-port']), queryPort: Number(asked['query-port']) };
  const world = await startWorld({ now: new Date(), ...ports, writeKey: key(), readKey: key(), say });
  try {
    const browser = await DeskBrowser.open({ headless, hosts: world.hosts, spki: world.helpdesk.spki });
    try {
      say(`Browser         ${process.env.DESKCHECK_BROWSER}${headless ? ', headless' : ''}`);
      await browser.setUp(world);
      say('Extension       loaded from .output/chrome-mv3; settings and key imported through its options page\n');
      if (headless) await visitAll(browser, world, resolve(asked.out));
      else await showFirst(browser, world);
    } finally {
      await browser.close();
    }
  } finally {
    await world.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
});
