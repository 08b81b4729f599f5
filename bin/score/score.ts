/** Labelled rows and predictions -> counts. What does not fit together is an error that names the row. */
import type { Prediction } from '../rows/predict.ts';
import { isLabelledRow, type LabelledRow } from './label.ts';
import { count, type Tally, zero } from './tally.ts';

const VERDICTS = new Set(['supported', 'contradicted', 'unsupported', 'unverifiable']);

export function labelledRows(values: readonly unknown[]): LabelledRow[] {
  return values.map((value, index) => {
    if (!isLabelledRow(value)) throw new Error(`row ${index + 1} is no labelled row: it needs label_id, text and claims`);
    const lost = value.claims.find(({ quote }) => !value.text.includes(quote));
    if (lost) throw new Error(`${value.label_id}: the text has no "${lost.quote}"`);
    return value;
  });
}

/** @throws where a prediction is of no row, or a second one of its row, or its offsets or verdict are none. */
export function score(rows: readonly LabelledRow[], predictions: readonly Prediction[]): Tally {
  const texts = new Map(rows.map((row) => [row.label_id, row.text]));
  const byRow = new Map<string, Prediction>();
  for (const prediction of predictions) {
    const { label_id: id } = prediction;
    const text = id === null ? undefined : texts.get(id);
    if (id === null || text === undefined) throw new Error(`${id}: predicted, and no labelled row`);
    if (byRow.has(id)) throw new Error(`${id}: predicted twice`);
    for (const claim of prediction.claims) {
      const inside = claim.start >= 0 && claim.start < claim.end && claim.end <= text.length;
      if (!inside || !VERDICTS.has(claim.verdict)) throw new Error(`${id}: no such place or verdict: ${JSON.stringify(claim)}`);
    }
    byRow.set(id, prediction);
  }
  const tally = zero();
  for (const row of rows) count(tally, row, byRow.get(row.label_id));
  return tally;
}
