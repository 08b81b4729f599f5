/** `npm run --silent rows -- FILE`: reads labelled rows (JSON lines), writes one prediction a line, nothing else on stdout. */
import { readFileSync } from 'node:fs';
import { type Prediction, predict } from './rows/predict.ts';
import type { Row } from './rows/row.ts';

function main(file: string | undefined): number {
  if (file === undefined) {
    console.error('usage: npm run --silent rows -- FILE   (one JSON row a line)');
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  text.split('\n').forEach((line, index) => {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(predictLine(line, index + 1))}\n`);
  });
  return 0;
}

/** A bad row still gets a line, without claims, and a word on stderr. */
function predictLine(line: string, number: number): Prediction {
  let labelId: string | null = null;
  try {
    const row = JSON.parse(line) as Row;
    labelId = typeof row?.label_id === 'string' ? row.label_id : null;
    if (labelId === null) throw new Error('it has no label_id');
    if (typeof row.text !== 'string') throw new Error('it has no text');
    return predict(row);
  } catch (error) {
    console.error(`row ${number} was left out: ${error instanceof Error ? error.message : String(error)}`);
    return { label_id: labelId, claims: [], findings: [] };
  }
}

if (import.meta.main) process.exitCode = main(process.argv[2]);
