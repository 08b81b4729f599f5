/** A Request Tracker with this folder's tickets in it, one for all the tests of a file, and the log to which their runs were sent. */
import { test as base } from '@playwright/test';
import { startToolLog, type ToolLog } from '../../bin/tool-log/server.ts';
import { startLiveRun } from '../world/live-run.ts';
import { type RequestTracker, startRequestTracker } from '../world/rt/request-tracker.ts';
import { ticketNamed, type WorldTicket } from '../world/ticket.ts';
import { tickets } from './tickets.ts';

/** Where nothing may be said. */
export const say = () => undefined;

export const startLog = (): Promise<ToolLog> => startToolLog({ otlpPort: 0, queryPort: 0, data: ':memory:' });

export const ticket = (name: string): WorldTicket => ticketNamed(tickets, name);

export const test = base.extend<object, { rt: RequestTracker }>({
  rt: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const log = await startLog();
      const rt = await startRequestTracker({ tickets, record: (one, id) => startLiveRun(log, one, id), say });
      await use(rt);
      await rt.close();
      await log.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

export { expect } from '@playwright/test';
