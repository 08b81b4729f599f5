/** The try-out world: a helpdesk on the real product's host name, a tool log with the tickets' runs in it, and the team's settings for both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startToolLog } from '../../bin/tool-log/server.ts';
import { originsOf } from '../../lib/settings-lookup.ts';
import { exportSettings, type Settings } from '../../lib/settings-schema.ts';
import { emitRun } from './emit.ts';
import type { World, WorldTicket } from './ticket.ts';
import { world as defaultWorld } from './tickets.ts';
import { startZendesk } from './zendesk/server.ts';

export interface WorldOptions {
  /** The tickets, the company's name and its policy; by default those of `tickets.ts`. */
  world?: World;
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
  const { now, say, world = defaultWorld } = options;
  const hostOf = (ticket: WorldTicket): string => `${ticket.subdomain ?? world.subdomain}.zendesk.com`;
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-world-'));
  const log = await startToolLog({
    otlpPort: options.otlpPort,
    queryPort: options.queryPort,
    data: join(folder, 'tool-log.sqlite'),
    writeKey: options.writeKey,
    readKey: options.readKey,
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  say(`Tool-call log   takes OpenTelemetry traces on ${log.otlpUrl}, answers on ${log.queryUrl}`);
  const helpdesk = await startZendesk({ world, now });
  say(`Helpdesk        https://${world.subdomain}.zendesk.com, mapped to 127.0.0.1:${helpdesk.port} in the browser that is opened here`);
  for (const [i, ticket] of world.tickets.entries()) {
    await emitRun({ otlpUrl: log.otlpUrl, writeKey: options.writeKey, encoding: i % 2 === 0 ? 'protobuf' : 'json' }, ticket, ticket.id, now);
  }
  say(`Recorded runs   of ${world.tickets.length} tickets, sent through the OpenTelemetry exporter`);

  const common = { source: 'otel-jaeger', attribute: 'gen_ai.conversation.id', conversation: '{id}', headers: [], settlingSeconds: 0 };
  const settings: Settings = {
    version: 1,
    // Whoever tries it gives their own name with the first decision.
    reviewer: '',
    gate: 'hold',
    holdMoneyAbove: null,
    helpdesks: [...new Set(world.tickets.map(hostOf))].map((host, i) => ({
      helpdesk: 'zendesk',
      url: `https://${host}`,
      log: i === 0 ? 'main' : 'eu',
      policy: world.policy.id,
      agents: [],
      people: [],
      others: 'ask' as const,
    })),
    logs: [
      { id: 'main', url: log.queryUrl, ...common },
      { id: 'eu', url: (await options.secondLog?.(log.queryUrl)) ?? NOWHERE, ...common },
    ],
    policies: [world.policy],
  };
  return {
    log,
    helpdesk,
    settings,
    settingsFile: exportSettings(settings),
    keys: { main: options.readKey, eu: options.readKey },
    origins: originsOf(settings),
    hosts: helpdesk.resolverRule,
    tickets: world.tickets,
    url: (ticket: WorldTicket) => `https://${hostOf(ticket)}/agent/tickets/${ticket.id}`,
    async close(): Promise<void> {
      await helpdesk.close();
      await log.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
