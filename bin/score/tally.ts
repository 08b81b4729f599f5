/** What one row adds to the counts: its labels against its prediction. */
import type { Prediction } from '../rows/predict.ts';
import { callsOf, counts, isAgainst, type Label, type LabelledFinding, type LabelledRow } from './label.ts';
import { type Place, pairUp } from './pair.ts';

/** Counts of claims, but for rows and the findings about the ticket. */
export interface Tally {
  rows: number;
  /** Rows without a prediction: as if nothing had been found in them. */
  missing: number;
  /** Predictions, without those of labels that count neither way; and those of a counted label. */
  predicted: number;
  predictedTrue: number;
  gold: number;
  goldFound: number;
  /** False claims, those said to be false, those of them with the very verdict of the label; the same two of rows that nobody altered. */
  bad: number;
  badFlagged: number;
  exactVerdict: number;
  badNatural: number;
  badNaturalFlagged: number;
  /** True claims, those said to be false, those said to be unverifiable. */
  good: number;
  goodFlagged: number;
  goodAbstained: number;
  /** Claims that the log cannot settle, those answered so, those said to be false. */
  unverifiable: number;
  unverifiableAbstained: number;
  unverifiableFlagged: number;
  /** Flags where there is no claim. */
  spuriousFlags: number;
  cleanRows: number;
  cleanRowsFlagged: number;
  /** Claims that are not supported and whose reason is labelled; those whose reason is a labelled one. */
  reason: number;
  reasonRight: number;
  /** True claims said to be supported and whose call is labelled; those that name such a call first. */
  call: number;
  callRight: number;
  ticket: number;
  ticketFound: number;
  ticketSpurious: number;
}

export const zero = (): Tally => ({
  rows: 0,
  missing: 0,
  predicted: 0,
  predictedTrue: 0,
  gold: 0,
  goldFound: 0,
  bad: 0,
  badFlagged: 0,
  exactVerdict: 0,
  badNatural: 0,
  badNaturalFlagged: 0,
  good: 0,
  goodFlagged: 0,
  goodAbstained: 0,
  unverifiable: 0,
  unverifiableAbstained: 0,
  unverifiableFlagged: 0,
  spuriousFlags: 0,
  cleanRows: 0,
  cleanRowsFlagged: 0,
  reason: 0,
  reasonRight: 0,
  call: 0,
  callRight: 0,
  ticket: 0,
  ticketFound: 0,
  ticketSpurious: 0,
});

type Predicted = Prediction['claims'][number];

/** Adds one row to the counts. `prediction` is undefined where there is none for it. */
export function count(tally: Tally, row: LabelledRow, prediction: Prediction | undefined): void {
  tally.rows += 1;
  if (!prediction) tally.missing += 1;
  const predictions = prediction?.claims ?? [];
  const paired = pairUp(
    predictions,
    row.claims.map((label) => placeOf(label, row.text)),
  );
  let flagged = false;
  predictions.forEach((one, at) => {
    const label = row.claims[paired[at]!];
    if (label && !counts(label)) return;
    flagged ||= isAgainst(one.verdict);
    tally.predicted += 1;
    if (label) tally.predictedTrue += 1;
    else if (isAgainst(one.verdict)) tally.spuriousFlags += 1;
  });
  const natural = !row.ablated && !row.mutated;
  row.claims.forEach((label, of) => {
    if (counts(label)) countLabel(tally, label, predictions[paired.indexOf(of)], natural);
  });
  if (!row.claims.some((label) => isAgainst(label.verdict))) {
    tally.cleanRows += 1;
    if (flagged) tally.cleanRowsFlagged += 1;
  }
  countFindings(tally, row, prediction?.findings ?? []);
}

function placeOf(label: Label, text: string): Place {
  const start = text.indexOf(label.quote);
  return { start, end: start + label.quote.length, counts: counts(label) };
}

function countLabel(tally: Tally, label: Label, found: Predicted | undefined, natural: boolean): void {
  const flagged = found !== undefined && isAgainst(found.verdict);
  const abstained = found?.verdict === 'unverifiable';
  tally.gold += 1;
  if (found) tally.goldFound += 1;
  if (label.verdict === 'supported') {
    tally.good += 1;
    if (flagged) tally.goodFlagged += 1;
    if (abstained) tally.goodAbstained += 1;
    countCall(tally, label, found);
    return;
  }
  if (label.reason_class !== undefined) {
    tally.reason += 1;
    if (found && [label.reason_class, ...(label.reason_also ?? [])].includes(found.reason)) tally.reasonRight += 1;
  }
  if (isAgainst(label.verdict)) {
    tally.bad += 1;
    if (flagged) tally.badFlagged += 1;
    if (flagged && found.verdict === label.verdict) tally.exactVerdict += 1;
    if (natural) tally.badNatural += 1;
    if (natural && flagged) tally.badNaturalFlagged += 1;
  } else {
    tally.unverifiable += 1;
    if (abstained) tally.unverifiableAbstained += 1;
    if (flagged) tally.unverifiableFlagged += 1;
  }
}

function countCall(tally: Tally, label: Label, found: Predicted | undefined): void {
  const calls = callsOf(label);
  if (found?.verdict !== 'supported' || calls.length === 0) return;
  tally.call += 1;
  if (found.calls[0] !== undefined && calls.includes(found.calls[0])) tally.callRight += 1;
}

/** A finding is the labelled one where class and call are the same; where either names no call, the class is enough. */
function countFindings(tally: Tally, row: LabelledRow, findings: Prediction['findings']): void {
  const open = [...(row.ticket_findings ?? [])];
  tally.ticket += open.length;
  for (const finding of findings) {
    const at = open.findIndex((label) => label.class === finding.class && sameCall(label, finding));
    if (at < 0) tally.ticketSpurious += 1;
    else {
      open.splice(at, 1);
      tally.ticketFound += 1;
    }
  }
}

const sameCall = (label: LabelledFinding, { call }: { call?: number }): boolean =>
  typeof label.call_index !== 'number' || call === undefined || label.call_index === call;
