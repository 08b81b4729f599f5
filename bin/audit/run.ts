/** A file of tickets, judged: each line is read, judged, handed on and forgotten. */
import { audit } from '../../lib/audit.ts';
import type { Iso } from '../../lib/model.ts';
import { openCalls } from './calls.ts';
import { caseOf, newestOf, SETTLING_MS } from './case.ts';
import { CannotRun, type Line, linesOf } from './lines.ts';
import { openScratch, seenIn } from './scratch.ts';
import { count, newTally, type Tally } from './tally.ts';
import type { Team } from './team.ts';
import { read, type Ticket, ticket as ticketSchema, unread } from './ticket.ts';
import { later } from './time.ts';
import { type VerdictLine, verdictLine } from './verdict-line.ts';

export interface Job {
  /** A path, or `-` for stdin. */
  tickets: string;
  calls: string | null;
  team: Team;
  /** Null: the newest time of the file's tickets, and the time in which a log settles. */
  now: Iso | null;
}

/** A line that was left out. */
export interface RefusedLine {
  file: string;
  line: number;
  problems: string[];
}

export interface Hearers {
  judged(line: VerdictLine): Promise<void> | void;
  refused(line: RefusedLine): Promise<void> | void;
  /** After each line; `bytes` of the file that were read so far. */
  progress?(tally: Tally, bytes: number): void;
}

/** @throws CannotRun */
export async function run(job: Job, hearers: Hearers): Promise<{ tally: Tally; now: Iso }> {
  const tally = newTally();
  const now = job.now ?? (await settled(job.tickets));
  const db = openScratch();
  const seen = seenIn(db);
  const { calls: path } = job;
  const calls = path === null ? null : await openCalls(path, db, (line, problems) => hearers.refused({ file: path, line, problems }));
  db.exec('BEGIN');
  for await (const line of linesOf(job.tickets)) {
    const found = readTicket(line);
    const key = 'value' in found ? keyOf(found.value, calls !== null) : null;
    const before = key === null ? undefined : seen.add(key, line.number);
    const outcome =
      'problems' in found
        ? found
        : before !== undefined
          ? { problems: [`ticket ${found.value.ticket} stands in line ${before} already: give each ticket once`] }
          : judge(found.value, calls?.of(found.value.ticket) ?? null, { now, team: job.team });
    if ('problems' in outcome) {
      tally.tickets.refused += 1;
      await hearers.refused({ file: job.tickets, line: line.number, problems: outcome.problems });
    } else {
      count(tally, outcome, unread(found.raw));
      await hearers.judged(outcome);
    }
    hearers.progress?.(tally, line.offset + line.length);
  }
  if (calls) {
    const { tickets, calls: left } = calls.left();
    tally.calls = { read: calls.read, refused: calls.refused, ticketsNotAsked: tickets, callsNotAsked: left };
    calls.close();
  }
  db.close();
  return { tally, now };
}

const readTicket = ({ text, problem }: Line): ReturnType<typeof read<Ticket>> =>
  text === null ? { problems: [`the line ${problem}`] } : read(ticketSchema, text);

/** Calls are joined by the ticket's id alone, so that with a calls file it must be one ticket's. */
const keyOf = ({ helpdesk, host, ticket }: Ticket, joined: boolean): string =>
  joined ? ticket : JSON.stringify([helpdesk ?? null, host ?? null, ticket]);

function judge(ticket: Ticket, added: Parameters<typeof caseOf>[1], one: Parameters<typeof caseOf>[2]): VerdictLine | { problems: string[] } {
  const found = caseOf(ticket, added, one);
  if ('problems' in found) return found;
  const { page, evidence, policy, now } = found;
  try {
    return verdictLine(audit(page, evidence, policy, now), policy.id, ticket.coverage?.note ?? undefined);
  } catch (error) {
    // One ticket that the engine stumbles over must not cost the others theirs.
    return { problems: [`ticket ${ticket.ticket} could not be judged, which is an error of Deskcheck's: ${(error as Error).message}`] };
  }
}

/** When the newest of what the file tells had settled. */
async function settled(path: string): Promise<Iso> {
  if (path === '-') throw new CannotRun('Tickets from stdin can be read once only, and their newest time is not known before: say --now TIME.');
  let newest: Iso | null = null;
  let tickets = 0;
  for await (const line of linesOf(path)) {
    const found = readTicket(line);
    if ('problems' in found) continue;
    tickets += 1;
    newest = later(newest, newestOf(found.value));
  }
  if (newest === null && tickets > 0) throw new CannotRun(`No message or call in ${path} has a time: say --now TIME.`);
  return new Date(Date.parse(newest ?? '1970-01-01T00:00:00Z') + SETTLING_MS).toISOString();
}
