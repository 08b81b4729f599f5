/**
 * A file of calls, of any size and in any order: an index on disk says where each ticket's calls stand, and they are read when it is its turn.
 * A line that cannot be read is a call that is missing: it makes its ticket's log incomplete, and every ticket's where it does not tell whose it is.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { CannotRun, decode, type Line, linesOf } from './lines.ts';
import { callLine, read, type TicketCall } from './ticket.ts';

export interface AddedCalls {
  calls: TicketCall[];
  /** All lines that may be this ticket's could be read. */
  whole: boolean;
}

export interface CallsFile {
  /** How many of its lines are calls, and how many cannot be read. */
  read: number;
  refused: number;
  of(ticket: string): AddedCalls;
  /** What belongs to tickets that were never asked for. */
  left(): { tickets: number; calls: number };
  close(): void;
}

interface Place {
  offset: number;
  length: number;
  readable: number;
}

/** @param refuse told of each line that cannot be read. @throws CannotRun */
export async function openCalls(
  path: string,
  db: DatabaseSync,
  refuse: (line: number, problems: string[]) => Promise<void> | void,
): Promise<CallsFile> {
  const file = openFile(path);
  db.exec(`
    CREATE TABLE place (ticket TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, readable INTEGER NOT NULL);
    CREATE TABLE asked (ticket TEXT PRIMARY KEY) WITHOUT ROWID;
    BEGIN`);
  const insert = db.prepare('INSERT INTO place VALUES (?, ?, ?, ?)');
  const counts = { read: 0, refused: 0 };
  let anyones = false;
  for await (const line of linesOf(path)) {
    const { ticket, problems } = lookAt(line);
    if (problems.length > 0) await refuse(line.number, problems);
    if (ticket === null) anyones = true;
    else insert.run(ticket, line.offset, line.length, problems.length === 0 ? 1 : 0);
    counts[problems.length === 0 ? 'read' : 'refused'] += 1;
  }
  db.exec('COMMIT; CREATE INDEX place_of ON place (ticket, offset)');
  const places = db.prepare('SELECT offset, length, readable FROM place WHERE ticket = ? ORDER BY offset');
  const ask = db.prepare('INSERT INTO asked VALUES (?) ON CONFLICT DO NOTHING');
  const left = db.prepare(
    'SELECT count(DISTINCT ticket) AS tickets, count(*) AS calls FROM place WHERE NOT EXISTS (SELECT 1 FROM asked WHERE asked.ticket = place.ticket)',
  );
  return {
    ...counts,
    of(ticket) {
      ask.run(ticket);
      const all = places.all(ticket) as unknown as Place[];
      const readable = all.filter((place) => place.readable === 1);
      return { calls: readable.map((place) => callAt(file, place, path)), whole: !anyones && readable.length === all.length };
    },
    left: () => left.get() as { tickets: number; calls: number },
    close: () => closeSync(file),
  };
}

function openFile(path: string): number {
  try {
    if (!statSync(path).isFile()) throw new CannotRun(`--calls ${path} must be a file on disk: it is read at many places.`);
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`--calls ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Whose call a line holds, null where it does not tell; and what is wrong with it. */
function lookAt({ text, problem }: Line): { ticket: string | null; problems: string[] } {
  if (text === null) return { ticket: null, problems: [`the line ${problem}`] };
  const found = read(callLine, text);
  if ('value' in found) return { ticket: found.value.ticket, problems: [] };
  const { ticket } = (found.raw ?? {}) as { ticket?: unknown };
  const told = typeof ticket === 'string' || typeof ticket === 'number';
  return { ticket: told ? String(ticket) : null, problems: found.problems };
}

function callAt(file: number, { offset, length }: Place, path: string): TicketCall {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const more = readSync(file, bytes, done, length - done, offset + done);
    if (more === 0) break;
    done += more;
  }
  const found = read(callLine, decode(bytes));
  if ('problems' in found) throw new CannotRun(`--calls ${path} changed while it was read. Run again.`);
  return found.value;
}
