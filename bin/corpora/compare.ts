/** What was expected of a ticket against what the engine says of it: counts, and each error by itself. */
import { colourOf } from '../../lib/colour.ts';
import { digest } from '../../lib/id.ts';
import type { AuditRecord, Claim, ClaimFinding, TicketFinding } from '../../lib/model.ts';
import type { Expected, ExpectedClaim, ExpectedFinding } from './labels.ts';
import { matched, type Span, spanOf } from './spans.ts';

/** All of claims that are neither optional nor retracted, unless it says otherwise. */
export const COUNTS = [
  'labelled', // claims with a label
  'found', // of these, in the record
  'extra', // claims in the record that no label, optional ones included, speaks of
  'extraRed', // of these, red
  'labelledTrue', // labelled supported
  'falseAlarms', // of these, red
  'abstained', // of these, unverifiable
  'labelledFalse', // labelled contradicted or unsupported
  'flagged', // of these, red
  'labelledUnsure', // labelled unverifiable
  'unsure', // of these, unverifiable
  'verdictRight', // of `found`: the very verdict
  'reasonRight', // of `found`: the verdict, and one of the reasons
  'withCall', // of `found`, with calls in the label and the right verdict
  'callRight', // of these, the first call is one of them
  'retracted', // claims that a later message took back
  'retractedRed', // of these, red
  'findings', // about the ticket, labelled
  'findingsFound', // of these, in the record
  'spurious', // about the ticket, in the record, that no label speaks of
] as const;

/** What a better engine has more of, and what it has less of. */
export const MORE = ['found', 'flagged', 'unsure', 'findingsFound'] as const satisfies (typeof COUNTS)[number][];
export const LESS = ['falseAlarms', 'extraRed', 'retractedRed', 'spurious'] as const satisfies (typeof COUNTS)[number][];

export type Counts = Record<(typeof COUNTS)[number], number>;

/** One thing that came out otherwise than labelled. */
export interface Miss {
  is: 'missed' | 'extra' | 'false alarm' | 'not flagged' | 'verdict' | 'reason' | 'call' | 'retracted' | 'finding missed' | 'finding spurious';
  message: string;
  quote: string;
  expected: string;
  found: string;
}

export interface Comparison {
  counts: Counts;
  misses: Miss[];
}

export const none = (): Counts => Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;

export function sum(all: readonly Counts[]): Counts {
  const total = none();
  for (const one of all) for (const name of COUNTS) total[name] += one[name];
  return total;
}

interface Told extends Span {
  claim: Claim;
  finding: ClaimFinding;
}

export function compare(expected: Expected, record: AuditRecord): Comparison {
  const counts = none();
  const misses: Miss[] = [];
  const told = toldIn(record);
  const pairs = matched(
    expected.claims.map((label) => spanOf(record, label)),
    told,
  );
  for (const [index, label] of expected.claims.entries()) weigh(label, told[pairs.get(index) ?? -1], counts, misses);
  const taken = new Set(pairs.values());
  told.forEach((one, index) => {
    if (taken.has(index)) return;
    counts.extra += 1;
    if (isRed(one)) counts.extraRed += 1;
    misses.push({ is: 'extra', ...placeOf(one), expected: 'no claim', found: saidOf(one) });
  });
  weighFindings(expected.findings, record, counts, misses);
  return { counts, misses };
}

function toldIn(record: AuditRecord): Told[] {
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return record.findings.flatMap((finding): Told[] => {
    if (finding.about !== 'claim') return [];
    const claim = claims.get(finding.claimId)!;
    return [{ claim, finding, message: claim.messageId, start: claim.start, end: claim.end }];
  });
}

const isRed = ({ finding }: Told): boolean => colourOf(finding) === 'red';
const isFalse = (label: ExpectedClaim): boolean => label.verdict === 'contradicted' || label.verdict === 'unsupported';
const saidOf = ({ finding }: Told): string =>
  `${finding.verdict}, ${finding.reason}${finding.calls.length > 0 ? `, ${finding.calls.join(' ')}` : ''}`;
const placeOf = ({ claim }: Told) => ({ message: claim.messageId, quote: claim.quote });
const wanted = ({ verdict, reasons, calls }: ExpectedClaim): string =>
  [verdict, reasons.join(' or '), calls.join(' ')].filter((part) => part !== '').join(', ');

function weigh(label: ExpectedClaim, told: Told | undefined, counts: Counts, misses: Miss[]): void {
  const miss = (is: Miss['is'], found: string) =>
    misses.push({ is, message: label.message, quote: label.quote, expected: label.retracted ? 'not red: it was taken back' : wanted(label), found });
  if (label.retracted) {
    counts.retracted += 1;
    if (told && isRed(told)) {
      counts.retractedRed += 1;
      miss('retracted', saidOf(told));
    }
    return;
  }
  if (label.optional) return;
  counts.labelled += 1;
  counts[label.verdict === 'supported' ? 'labelledTrue' : isFalse(label) ? 'labelledFalse' : 'labelledUnsure'] += 1;
  if (!told) {
    miss('missed', 'no claim');
    return;
  }
  counts.found += 1;
  const { verdict, reason, calls } = told.finding;
  if (label.verdict === 'supported') {
    if (isRed(told)) counts.falseAlarms += 1;
    if (verdict === 'unverifiable') counts.abstained += 1;
  } else if (isFalse(label)) {
    if (isRed(told)) counts.flagged += 1;
  } else if (verdict === 'unverifiable') counts.unsure += 1;
  if (verdict !== label.verdict) {
    const is = isRed(told) && !isFalse(label) ? 'false alarm' : !isRed(told) && isFalse(label) ? 'not flagged' : 'verdict';
    miss(is, saidOf(told));
    return;
  }
  counts.verdictRight += 1;
  if (label.reasons.length === 0 || label.reasons.includes(reason)) counts.reasonRight += 1;
  else miss('reason', saidOf(told));
  if (label.calls.length === 0) return;
  counts.withCall += 1;
  if (calls[0] !== undefined && label.calls.includes(calls[0])) counts.callRight += 1;
  else miss('call', saidOf(told));
}

function weighFindings(expected: readonly ExpectedFinding[], record: AuditRecord, counts: Counts, misses: Miss[]): void {
  const left = record.findings.filter((finding) => finding.about === 'ticket');
  for (const label of expected) {
    if (!label.optional) counts.findings += 1;
    const index = left.findIndex((finding) => isSame(label, finding, record));
    if (index >= 0) left.splice(index, 1);
    if (label.optional) continue;
    if (index >= 0) counts.findingsFound += 1;
    else
      misses.push({
        is: 'finding missed',
        message: label.message ?? '',
        quote: label.quote ?? '',
        expected: nameOf(label.class, label.call),
        found: '',
      });
  }
  counts.spurious += left.length;
  for (const finding of left) {
    const claim = claimOf(finding, record);
    misses.push({
      is: 'finding spurious',
      message: claim?.messageId ?? '',
      quote: claim?.quote ?? '',
      expected: '',
      found: nameOf(finding.class, finding.calls.join(' ')),
    });
  }
}

const nameOf = (name: string, calls: string | undefined): string => (calls ? `${name}, ${calls}` : name);

/** The same class: on the same call; at the same words, where the record tells them; or, where the label names neither, on no call. */
function isSame(label: ExpectedFinding, finding: TicketFinding, record: AuditRecord): boolean {
  if (finding.class !== label.class) return false;
  if (label.call !== undefined) return finding.calls.includes(label.call);
  const claim = claimOf(finding, record);
  if (label.quote === undefined) return finding.calls.length === 0;
  if (!claim) return true;
  return matched([spanOf(record, label)], [{ message: claim.messageId, start: claim.start, end: claim.end }]).size === 1;
}

/** The claim that a finding about the ticket rests on: such a finding's id is made from the claim's. */
const claimOf = ({ class: name, id }: TicketFinding, { claims }: AuditRecord): Claim | undefined =>
  claims.find((claim) => digest(name, claim.id) === id);
