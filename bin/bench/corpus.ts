/** Rows with labels in a folder: how good the engine is on each file. */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readJsonLines } from '../json-lines.ts';
import { predict } from '../rows/predict.ts';
import type { Row } from '../rows/row.ts';
import { asText, figuresOf } from '../score/figures.ts';
import { isLabelledRow } from '../score/label.ts';
import { labelledRows, score } from '../score/score.ts';

/** The score of each file of labelled rows; files of anything else are passed over. */
export function scores(folder: string): string {
  const texts = globSync(join(folder, '*.jsonl'))
    .sort()
    .flatMap((file) => {
      const values = readJsonLines(file).map(({ value }) => value);
      if (!isLabelledRow(values[0])) return [];
      const rows = labelledRows(values);
      const figures = figuresOf(
        score(
          rows,
          rows.map((row) => predict(row as unknown as Row)),
        ),
      );
      return [`${basename(file)}\n${asText(figures).replace(/^/gm, '  ')}`];
    });
  return texts.length === 0 ? `no file of labelled rows in ${folder}` : texts.join('\n\n');
}
