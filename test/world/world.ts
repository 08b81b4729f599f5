/** The try-out world: a helpdesk with tickets, a tool log with the tickets' runs in it, and the team's settings for both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startToolLog } from '../../bin/tool-log/server.ts';
import type { TicketRef } from '../../lib/model.ts';
import { conversationOf, originsOf } from '../../lib/settings-lookup.ts';
import { exportSettings } from '../../lib/settings-schema.ts';
import { emitRun } from './emit.ts';
import type { StartHelpdesk } from './helpdesk.ts';
import { startLiveRun } from './live-run.ts';
import { logAt, settingsFor } from './settings.ts';
import type { World } from './ticket.ts';
import { world as defaultWorld } from './tickets.ts';
import { startZendeskHelpdesk } from './zendesk/helpdesk.ts';

export interface WorldOptions {
  /** The tickets, the company's name and its policy; by default those of `tickets.ts`. */
  world?: World;
  /** By default the one in Zendesk's shape. */
  helpdesk?: StartHelpdesk;
  /** "Now", from which all times of tickets and runs are counted back. */
  now: Date;
  /** 0: any free port. */
  otlpPort: number;
  queryPort: number;
  writeKey: string;
  readKey: string;
  /** Where the log of the company's second account answers; by default nowhere. */
  secondLog?(queryUrl: string): Promise<string>;
  say(line: string): void;
}

/** The discard port: nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

export type StartedWorld = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld(options: WorldOptions) {
  const { now, say, readKey, writeKey, world = defaultWorld, helpdesk: start = startZendeskHelpdesk } = options;
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-world-'));
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.toReversed()) await one.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const data = join(folder, 'tool-log.sqlite');
    const log = await startToolLog({ otlpPort: options.otlpPort, queryPort: options.queryPort, data, writeKey, readKey });
    opened.push(log);
    say(`Tool-call log   takes OpenTelemetry traces on ${log.otlpUrl}, answers on ${log.queryUrl}`);

    const main = logAt('main', log.queryUrl);
    let recorded = 0;
    const named = (ref: TicketRef) => conversationOf(main, { ticket: ref, subject: '', messages: [] }) ?? ref.id;
    const to = () => {
      recorded += 1;
      return { otlpUrl: log.otlpUrl, writeKey, encoding: recorded % 2 === 1 ? ('protobuf' as const) : ('json' as const) };
    };
    const helpdesk = await start({
      world,
      now,
      say,
      record: (ticket, ref) => emitRun(to(), ticket, named(ref), now),
      follow: (ticket, id) => startLiveRun(to(), ticket, named({ helpdesk: '', host: '', id })),
    });
    opened.push(helpdesk);
    say(`Recorded runs   of ${recorded} tickets, sent through the OpenTelemetry exporter`);

    const logs = [main];
    if (helpdesk.addresses.length > 1) logs.push(logAt('eu', (await options.secondLog?.(log.queryUrl)) ?? NOWHERE));
    const settings = settingsFor(helpdesk, logs, world.policy);
    return {
      log,
      helpdesk,
      settings,
      settingsFile: exportSettings(settings),
      keys: Object.fromEntries(logs.map(({ id }) => [id, readKey])),
      origins: originsOf(settings),
      hosts: helpdesk.resolverRule,
      tickets: world.tickets,
      url: helpdesk.url,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
