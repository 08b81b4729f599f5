/** What a run found, for people and for programs. */
import type { Iso } from '../../lib/model.ts';
import { exitCode, type Tally } from './tally.ts';

export interface Summary {
  format: 'deskcheck-audit/1';
  /** As they were given. */
  input: { tickets: string; calls: string | null; policy: string | null };
  /** The time that all was judged as of. */
  now: Iso;
  exitCode: 0 | 1 | 2;
  tickets: Tally['tickets'];
  claims: Tally['claims'];
  reasons: Tally['reasons'];
  /** Findings about the ticket as a whole. */
  classes: Tally['classes'];
  gaps: Tally['gaps'];
  /** Tickets whose log was not read, or not whole. */
  notCovered: number;
  /** Fields that nothing reads, and in how many lines they stand. */
  unread: Tally['unread'];
  calls: Tally['calls'];
}

/** Names in the order of the alphabet: the same bytes, in whatever order they turned up. */
const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

export function summaryOf(input: Summary['input'], now: Iso, tally: Tally): Summary {
  return {
    format: 'deskcheck-audit/1',
    input,
    now,
    exitCode: exitCode(tally),
    tickets: tally.tickets,
    claims: tally.claims,
    reasons: sorted(tally.reasons),
    classes: sorted(tally.classes),
    gaps: sorted(tally.gaps),
    notCovered: tally.notCovered,
    unread: sorted(tally.unread),
    calls: tally.calls,
  };
}

const number = (value: number): string => value.toLocaleString('en-US');
const several = (count: number, one: string, more = `${one}s`): string => `${number(count)} ${count === 1 ? one : more}`;
const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(', ');

/** Markdown that is plain enough for a terminal. */
export function inWords({ input, now, tickets, claims, reasons, classes, gaps, notCovered, unread, calls }: Summary): string {
  const { found, ...verdicts } = claims;
  const { judged, refused, ...colours } = tickets;
  const notes = [
    notCovered > 0 && `${several(notCovered, 'ticket')} without a whole log: what is not in it is unverifiable, not unsupported.`,
    Object.keys(gaps).length > 0 && `Not read, in tickets: ${listed(gaps)}.`,
    Object.keys(unread).length > 0 && `Fields that nothing reads (misspelt?), in lines: ${listed(unread)}.`,
    calls &&
      calls.callsNotAsked > 0 &&
      `${several(calls.callsNotAsked, 'call')} of ${several(calls.ticketsNotAsked, 'ticket')} that ${input.tickets} does not hold.`,
    calls &&
      calls.refused > 0 &&
      `${several(calls.refused, 'line')} of the calls file could not be read: the tickets that they may belong to have no whole log.`,
    refused > 0 && `${several(refused, 'line')} of the tickets' file left out.`,
  ].filter((note) => note !== false && note !== null);
  return [
    `# ${several(judged, 'ticket')} judged, ${number(colours.red)} red`,
    '',
    `- file: ${input.tickets}, as of ${now}`,
    `- tickets: ${listed(colours)}, refused ${number(refused)}`,
    `- claims: found ${number(found)}, ${listed(verdicts)}`,
    `- reasons: ${listed(reasons) || 'none'}`,
    `- about tickets as a whole: ${listed(classes) || 'nothing'}`,
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}
