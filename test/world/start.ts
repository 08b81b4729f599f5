/**
 * `npm start`: builds the extension, starts a helpdesk and a tool-call log, and opens Chromium on the first ticket with the
 * panel beside it. Without a display it visits every ticket, prints what was found, and leaves screenshots and trails in a folder.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { CannotStart } from '../../bin/tool-log/server.ts';
import { DeskBrowser } from './browser.ts';
import { askedFor } from './options.ts';
import { visitAll } from './tour.ts';
import { type StartedWorld, startWorld } from './world.ts';

const say = (line: string) => console.log(line);

function buildExtension(): void {
  say('Building the extension ...');
  const build = spawnSync('wxt', ['build'], { encoding: 'utf8' });
  if (build.status !== 0) throw new CannotStart(`${build.stdout}${build.stderr}\nThe extension could not be built.`);
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
  const asked = askedFor(process.argv.slice(2));
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const headless = asked.headless || !hasDisplay;
  for (const remark of asked.remarks) say(remark);
  buildExtension();
  const key = () => randomBytes(16).toString('hex');
  const world = await startWorld({ ...asked, now: new Date(), writeKey: key(), readKey: key(), say });
  try {
    const browser = await DeskBrowser.open({ headless, hosts: world.hosts, spki: world.helpdesk.spki });
    try {
      say(`Browser         ${process.env.DESKCHECK_BROWSER}${headless ? ', headless' : ''}`);
      await browser.setUp(world);
      await world.helpdesk.logIn(browser.context);
      say('Extension       loaded from .output/chrome-mv3; settings and key imported through its options page\n');
      if (headless) await visitAll(browser, world, resolve(asked.out), say);
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
