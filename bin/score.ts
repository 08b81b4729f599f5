/**
 * `npm run --silent score -- LABELS.jsonl PREDICTIONS.jsonl [--json]`: how good predictions of `npm run rows` are, by rows with labels.
 * A prediction is a label's where it covers half of it, or lies in it and is a quarter as long; each label is found once.
 */
import { readJsonLines } from './json-lines.ts';
import type { Prediction } from './rows/predict.ts';
import { asText, figuresOf } from './score/figures.ts';
import { labelledRows, score } from './score/score.ts';

function main(args: readonly string[]): number {
  const [labels, predictions, ...others] = args.filter((arg) => arg !== '--json');
  if (labels === undefined || predictions === undefined || others.length > 0) {
    console.error('usage: npm run --silent score -- LABELS.jsonl PREDICTIONS.jsonl [--json]');
    return 2;
  }
  const valuesOf = (file: string) => readJsonLines(file).map(({ value }) => value);
  try {
    const tally = score(labelledRows(valuesOf(labels)), valuesOf(predictions) as Prediction[]);
    const figures = figuresOf(tally);
    console.log(args.includes('--json') ? JSON.stringify({ ...named(figures), counts: tally }, null, 1) : asText(figures));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const named = (figures: ReturnType<typeof figuresOf>) => Object.fromEntries(figures.map(({ name, value }) => [name, value]));

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
