/**
 * `npm run bench:audit -- [TICKETS]`: what the batch door costs. Makes a file of so many tickets (100,000) and one of half of their calls, in
 * another order, audits them in this process, and prints the peak memory after each tenth, and tickets a second.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './audit/run.ts';
import { summaryOf } from './audit/summary.ts';
import { NO_TEAM } from './audit/team.ts';
import { toFolder } from './audit/write.ts';
import { callsOf, ticketOf } from './bench-audit/tickets.ts';

const STEPS = 10;

async function main(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-bench-audit-'));
  const [tickets, calls] = [join(folder, 'tickets.jsonl'), join(folder, 'calls.jsonl')];
  try {
    // Made by a process of its own: what it needs is not what the audit needs.
    const made = spawnSync(process.execPath, [import.meta.filename, '--make', folder, String(count)], { stdio: 'inherit' });
    if (made.status !== 0) throw new Error('the tickets could not be made');
    console.log(
      `${count} tickets, ${mib(statSync(tickets).size)}; their calls ${mib(statSync(calls).size)}; before: ${mib(process.memoryUsage.rss())}`,
    );
    const output = await toFolder(join(folder, 'out'), false);
    const job = { tickets, calls, team: NO_TEAM, now: null };
    const began = performance.now();
    let next = count / STEPS;
    const { tally, now } = await run(job, {
      ...output,
      progress({ tickets: { judged } }) {
        if (judged < next) return;
        next += count / STEPS;
        // The system's own count of the most that the process has held, in KiB.
        const peak = process.resourceUsage().maxRSS * 1024;
        console.log(`${String(judged).padStart(9)} tickets: peak ${mib(peak)}, now ${mib(process.memoryUsage.rss())}, ${seconds(began)}`);
      },
    });
    await output.end(summaryOf({ tickets, calls, policy: null }, now, tally));
    const { judged, red } = tally.tickets;
    console.log(
      `${judged} judged, ${red} red, ${tally.claims.found} claims; ${Math.round((1000 * judged) / (performance.now() - began))} tickets a second`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
const seconds = (began: number): string => `${Math.round((performance.now() - began) / 1000)} s`;

/** The files; calls in the reverse order of their tickets, so that each is looked for far from the one before. */
async function make(folder: string, count: number): Promise<void> {
  await writeLines(join(folder, 'tickets.jsonl'), count, (index) => [ticketOf(index)]);
  await writeLines(join(folder, 'calls.jsonl'), count, (index) => callsOf(count - 1 - index));
}

async function writeLines(path: string, count: number, linesOf: (index: number) => object[]): Promise<void> {
  const file = createWriteStream(path);
  for (let index = 0; index < count; index += 1) {
    const text = linesOf(index)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const [first, folder, count] = process.argv.slice(2);
if (first === '--make') await make(folder!, Number(count));
else await main(Number(first ?? 100_000));
