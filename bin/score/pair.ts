/** Which prediction is which label: one to one, the best overlap first. */

/** Offsets in UTF-16 units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const lengthOf = (span: Span): number => span.end - span.start;
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** What both have of what either has, 0..1: more is not better where it is too much. */
const likeness = (a: Span, b: Span): number => overlap(a, b) / (lengthOf(a) + lengthOf(b) - overlap(a, b));

/** Not much longer than the label; and covers half of it, or lies in it, but for a fifth, and is a quarter as long. */
export function fits(prediction: Span, label: Span): boolean {
  const shared = overlap(prediction, label);
  if (shared === 0 || lengthOf(prediction) > 3 * lengthOf(label) + 20) return false;
  const within = shared >= 0.8 * lengthOf(prediction) && lengthOf(prediction) >= lengthOf(label) / 4;
  return within || shared >= lengthOf(label) / 2;
}

/** A label's place, and whether it counts: those that do are paired before the others. */
export type Place = Span & { counts: boolean };

/** Of each prediction: the index of its label, or -1. */
export function pairUp(predictions: readonly Span[], labels: readonly Place[]): number[] {
  const candidates = predictions.flatMap((prediction, at) =>
    labels.flatMap((label, of) => (fits(prediction, label) ? [{ at, of, counts: label.counts, likeness: likeness(prediction, label) }] : [])),
  );
  const paired = predictions.map(() => -1);
  const taken = new Set<number>();
  for (const { at, of } of candidates.sort((a, b) => Number(b.counts) - Number(a.counts) || b.likeness - a.likeness)) {
    if (paired[at] !== -1 || taken.has(of)) continue;
    paired[at] = of;
    taken.add(of);
  }
  return paired;
}
