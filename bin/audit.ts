/**
 * `npm run --silent audit -- TICKETS.jsonl`: judges a file of tickets with the same core as the extension. docs/tickets.md describes the file
 * and the answer.
 *
 * Ends with 0 where nothing is red, 1 where something is, 2 where not all could be judged (which goes before 1).
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from './audit/lines.ts';
import { progressOn } from './audit/progress.ts';
import { type Job, type RefusedLine, run } from './audit/run.ts';
import { inWords, summaryOf } from './audit/summary.ts';
import { NO_TEAM, parseTeam, type Team } from './audit/team.ts';
import { utc } from './audit/time.ts';
import { toFolder, toStdout } from './audit/write.ts';

const USAGE = `Usage: npm run --silent audit -- TICKETS.jsonl [OPTION...]     (- reads stdin; see docs/tickets.md)
  --calls FILE      calls of these tickets, one JSON object a line, in any order
  --policy FILE     a policy, or an export of the extension's settings; --policy-id ID: this one of them, for all tickets
  --out DIR         findings.jsonl, refused.jsonl, summary.json and summary.md there, not lines on stdout; --replace writes over a whole run
  --now TIME        judge as of then; else as of the newest time in TICKETS.jsonl and a minute
Ends with 0: nothing red; 1: something red; 2: not all could be judged.`;

/** Further refused lines are only counted here. */
const MOST_SHOWN = 100;

interface Asked {
  job: Job;
  policyFile: string | null;
  out: string | null;
  replace: boolean;
}

/** @throws CannotRun */
function askedBy(args: string[]): Asked {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { calls: text, policy: text, 'policy-id': text, out: text, now: text, replace: flag, help: flag };
  const { values, positionals } = parsed(() => parseArgs({ args, allowPositionals: true, options }));
  const [tickets] = positionals;
  if (values.help || tickets === undefined || positionals.length > 1) throw new CannotRun(USAGE);
  const now = values.now === undefined ? null : utc(values.now);
  if (values.now !== undefined && now === null) throw new CannotRun('--now must be a time with a zone, such as 2026-03-31T00:00:00Z.');
  const policyFile = values.policy === undefined ? null : here(values.policy);
  return {
    job: {
      tickets: tickets === '-' ? tickets : here(tickets),
      calls: values.calls === undefined ? null : here(values.calls),
      team: policyFile === null ? NO_TEAM : teamIn(policyFile, values['policy-id']),
      now,
    },
    policyFile,
    out: values.out === undefined ? null : here(values.out),
    replace: values.replace,
  };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CannotRun(`${(error as Error).message}\n${USAGE}`);
  }
}

/** npm runs its scripts in the project's folder, and tells where it was called. */
const here = (path: string): string =>
  process.env.npm_lifecycle_event === 'audit' && process.env.INIT_CWD ? resolve(process.env.INIT_CWD, path) : path;

function teamIn(path: string, id: string | undefined): Team {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotRun(`--policy ${path} cannot be read: ${(error as Error).message}`);
  }
  const checked = parseTeam(text, id);
  if ('team' in checked) return checked.team;
  throw new CannotRun(checked.problems.map((problem) => `--policy ${path}: ${problem}`).join('\n'));
}

function sizeOf(path: string): number | null {
  return path === '-' ? null : (statSync(path, { throwIfNoEntry: false })?.size ?? null);
}

async function main(args: string[]): Promise<number> {
  const { job, policyFile, out, replace } = askedBy(args);
  const output = out === null ? toStdout() : await toFolder(out, replace);
  const progress = progressOn(process.stderr, sizeOf(job.tickets));
  let refused = 0;
  const tell = ({ file, line, problems }: RefusedLine) => {
    refused += 1;
    if (refused > MOST_SHOWN) return;
    progress.clear();
    console.error(`${file}:${line}: ${problems.join('; ')}`);
    if (refused === MOST_SHOWN) console.error(out === null ? 'Further lines are counted only; with --out they are all told.' : `All of them: ${out}`);
  };
  const { tally, now } = await run(job, {
    judged: output.judged,
    progress: progress.show,
    async refused(line) {
      tell(line);
      await output.refused(line);
    },
  });
  progress.clear();
  const summary = summaryOf({ tickets: job.tickets, calls: job.calls, policy: policyFile }, now, tally);
  await output.end(summary);
  if (tally.tickets.judged + tally.tickets.refused === 0) console.error(`${job.tickets} holds no ticket.`);
  (out === null ? console.error : console.log)(inWords(summary));
  return summary.exitCode;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads the lines may have had enough of them: `… | head`.
  if (error.code !== 'EPIPE') console.error(`The lines cannot be written: ${error.message}`);
  process.exit(2);
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Not 1, which says that all was judged.
  process.exitCode = 2;
  console.error(error instanceof CannotRun ? error.message : error);
}
