/** What a run found, counted: of any number of tickets, in the same room. */
import type { Colour, Verdict } from '../../lib/model.ts';
import type { VerdictLine } from './verdict-line.ts';

export interface Tally {
  tickets: Record<Colour | 'judged' | 'refused', number>;
  claims: Record<Verdict | 'found', number>;
  reasons: Record<string, number>;
  /** Findings about the ticket as a whole. */
  classes: Record<string, number>;
  /** Kind of gap -> tickets that have one. */
  gaps: Record<string, number>;
  /** Tickets whose log was not read, or not whole. */
  notCovered: number;
  /** Fields that nothing reads -> lines that have them. */
  unread: Record<string, number>;
  /** Of the calls file: lines read and refused; tickets that it names and the tickets' file does not, and their calls. */
  calls: { read: number; refused: number; ticketsNotAsked: number; callsNotAsked: number } | null;
}

/** Names of fields come from the file: of many different ones the first tell enough. */
const MOST_FIELDS = 50;

export const newTally = (): Tally => ({
  tickets: { judged: 0, red: 0, amber: 0, green: 0, grey: 0, refused: 0 },
  claims: { found: 0, supported: 0, contradicted: 0, unsupported: 0, unverifiable: 0 },
  reasons: {},
  classes: {},
  gaps: {},
  notCovered: 0,
  unread: {},
  calls: null,
});

const more = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

export function count(tally: Tally, line: VerdictLine, unread: readonly string[]): void {
  tally.tickets.judged += 1;
  tally.tickets[line.colour] += 1;
  for (const name of Object.keys(tally.claims) as (keyof Tally['claims'])[]) tally.claims[name] += line.claims[name];
  for (const finding of line.findings) {
    if (finding.about === 'claim') more(tally.reasons, finding.reason);
    else more(tally.classes, finding.class);
  }
  for (const kind of new Set(line.gaps.map((gap) => gap.kind))) more(tally.gaps, kind);
  if (!line.coverage.complete) tally.notCovered += 1;
  for (const field of unread) {
    if (Object.hasOwn(tally.unread, field) || Object.keys(tally.unread).length < MOST_FIELDS) more(tally.unread, field);
  }
}

/** 0: nothing red; 1: something red; 2: not all could be judged, which weighs more, since what is missing may be red too. */
export function exitCode({ tickets, calls }: Tally): 0 | 1 | 2 {
  if (tickets.refused > 0 || tickets.judged === 0 || (calls?.refused ?? 0) > 0) return 2;
  return tickets.red > 0 ? 1 : 0;
}
