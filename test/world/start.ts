/**
 * `npm start`: builds the extension, starts a helpdesk and a tool-call log, and opens Chromium on the story's ticket with the
 * panel beside it. Without a display it visits every ticket, prints what was found, and leaves screenshots and trails in a folder.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DeskBrowser } from './browser.ts';
import { visit } from './visit.ts';
import { startWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    out: { type: 'string', default: '.world' },
    'otlp-port': { type: 'string', default: '4318' },
    'query-port': { type: 'string', default: '16686' },
  },
});

/** Rows as lines of aligned columns, under their names. */
function asTable(rows: Record<string, string | number>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const say = (line: string) => console.log(line);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;

say('Building the extension ...');
const build = spawnSync('wxt', ['build'], { encoding: 'utf8' });
if (build.status !== 0) {
  console.error(`${build.stdout}${build.stderr}\nThe extension could not be built.`);
  process.exit(1);
}

const world = await startWorld({
  now: new Date(),
  otlpPort: Number(values['otlp-port']),
  queryPort: Number(values['query-port']),
  writeKey: randomBytes(16).toString('hex'),
  readKey: randomBytes(16).toString('hex'),
  say,
}).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

const browser = await DeskBrowser.open({ headless, hosts: world.hosts, spki: world.helpdesk.spki });
say(`Browser         ${process.env.DESKCHECK_BROWSER}${headless ? ', headless' : ''}`);
await browser.setUp(world);
say('Extension       loaded from .output/chrome-mv3; settings and key imported through its options page\n');

if (headless) {
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const rows = [];
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
  await browser.close();
  await world.close();
} else {
  const [story] = world.tickets;
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(world.url(story!));
  await browser.openPanel(page);
  for (const ticket of world.tickets) say(`Ticket ${ticket.id}     ${ticket.name}: ${world.url(ticket)}`);
  say('\nThe panel stands beside the ticket. Close the browser, or press Ctrl+C here, to end.');
  const stop = async () => {
    await world.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  browser.context.on('close', stop);
}
