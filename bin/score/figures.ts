/** The figures that the counts make, with the counts beside the rates. */
import type { Tally } from './tally.ts';

export interface Figure {
  name: string;
  /** A rate 0..1, or a count where `of` is absent; null where there was nothing to count. */
  value: number | null;
  /** `hits` of `of` make the rate; F1 and counts have none. */
  hits?: number;
  of?: number;
}

const rate = (name: string, hits: number, of: number): Figure => ({ name, value: of === 0 ? null : hits / of, hits, of });
const number = (name: string, value: number): Figure => ({ name, value });

export function figuresOf(tally: Tally): Figure[] {
  const precision = rate('claimPrecision', tally.predictedTrue, tally.predicted);
  const recall = rate('claimRecall', tally.goldFound, tally.gold);
  const flags = tally.badFlagged + tally.goodFlagged + tally.unverifiableFlagged + tally.spuriousFlags;
  return [
    number('rows', tally.rows),
    number('rowsMissing', tally.missing),
    precision,
    recall,
    { name: 'claimF1', value: f1(precision.value, recall.value) },
    rate('badRecall', tally.badFlagged, tally.bad),
    rate('badRecallNatural', tally.badNaturalFlagged, tally.badNatural),
    rate('falseAlarmPerSupportedClaim', tally.goodFlagged, tally.good),
    rate('falseAlarmPerCleanRow', tally.cleanRowsFlagged, tally.cleanRows),
    number('spuriousFlags', tally.spuriousFlags),
    rate('flagPrecision', tally.badFlagged, flags),
    rate('abstainedOnSupported', tally.goodAbstained, tally.good),
    rate('unverifiableRight', tally.unverifiableAbstained, tally.unverifiable),
    rate('exactVerdictAmongFlagged', tally.exactVerdict, tally.badFlagged),
    rate('reasonRight', tally.reasonRight, tally.reason),
    rate('evidenceCallRight', tally.callRight, tally.call),
    rate('ticketFindingRecall', tally.ticketFound, tally.ticket),
    number('ticketFindingsSpurious', tally.ticketSpurious),
  ];
}

/** The harmonic mean; 0 where either is 0 or there was nothing to count. */
const f1 = (a: number | null, b: number | null): number => (a && b ? (2 * a * b) / (a + b) : 0);

/** One figure a line: name, value, and what it was counted from. */
export function asText(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map((figure) => `${figure.name.padEnd(width)}  ${printed(figure)}`).join('\n');
}

function printed({ name, value, hits, of }: Figure): string {
  if (of !== undefined) return `${value === null ? '-' : value.toFixed(4)} (${hits} of ${of})`;
  if (value === null) return '-';
  return name === 'claimF1' ? value.toFixed(4) : String(value);
}
