/** The labelled tickets of one file. A label that names nothing would count as an error of the engine: it is an error of the file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { type Case, caseOf } from '../audit/case.ts';
import { NO_TEAM } from '../audit/team.ts';
import { read, type Ticket, ticket as ticketSchema, unread } from '../audit/ticket.ts';
import { type Expected, expected as expectedSchema } from './labels.ts';
import { spanOf } from './spans.ts';

export interface Labelled {
  ticket: string;
  /** What the ticket was written to show; empty where its file says nothing. */
  kind: string;
  /** Page, evidence and policy. */
  one: Case;
  expected: Expected;
}

export interface Corpus {
  /** The file's name without its extension. */
  name: string;
  tickets: Labelled[];
  /** `threads.jsonl, line 7: …` */
  problems: string[];
}

/** What corpora say besides: for people. */
const ASIDE = ['kind', 'business', 'note'];

/** Long after any ticket: their logs have settled. */
const NOW = '2100-01-01T00:00:00.000Z';

export function load(file: string): Corpus {
  const name = basename(file).replace(/\.jsonl$/, '');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ ...readLine(line), index }));
  return {
    name,
    tickets: lines.flatMap((line) => line.tickets),
    problems: lines.flatMap(({ problems, index }) => problems.map((words) => `${name}.jsonl, line ${index + 1}: ${words}`)),
  };
}

function readLine(line: string): Pick<Corpus, 'tickets' | 'problems'> {
  if (line.trim() === '') return { tickets: [], problems: [] };
  const found = read(ticketSchema, line);
  if ('problems' in found) return { tickets: [], problems: found.problems };
  const { kind, expected } = found.raw as { kind?: unknown; expected?: unknown };
  const labels = v.safeParse(expectedSchema, expected ?? {});
  if (!labels.success) return { tickets: [], problems: labels.issues.map((issue) => `expected.${v.getDotPath(issue) ?? ''} ${issue.message}`) };
  const one = caseOf(found.value, null, { now: NOW, team: NO_TEAM });
  if ('problems' in one) return { tickets: [], problems: one.problems };
  const labelled = { ticket: found.value.ticket, kind: typeof kind === 'string' ? kind : '', one, expected: labels.output };
  const unknown = unread(found.raw).filter((field) => !ASIDE.includes(field));
  return { tickets: [labelled], problems: [...unknown.map((field) => `no field is called ${field}`), ...misplaced(labelled, found.value)] };
}

/** Labels that name no message, no part of it, or no call of the ticket. */
function misplaced({ one, expected }: Labelled, { calls }: Ticket): string[] {
  const named = one.evidence.calls.map((call) => call.id);
  const problems: string[] = [];
  const checkCall = (id: string) => {
    if (!named.includes(id)) problems.push(`a label names the call ${id}; the ticket has ${calls?.length ?? 0}`);
  };
  for (const claim of expected.claims) {
    if (spanOf(one, claim) === null) problems.push(`no ${claim.occurrence + 1}. “${claim.quote}” in message ${claim.message}`);
    claim.calls.forEach(checkCall);
  }
  for (const finding of expected.findings) {
    if (finding.call !== undefined) checkCall(finding.call);
    if (finding.quote !== undefined && spanOf(one, finding) === null) problems.push(`no “${finding.quote}” in message ${finding.message}`);
    // A promise of money beyond the policy is no call.
    if (finding.call === undefined && finding.quote === undefined && finding.class !== 'unauthorized-credit') {
      problems.push(`the ${finding.class} names neither a call nor a quote`);
    }
  }
  return problems;
}
