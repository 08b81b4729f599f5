/** Every case as it is, one JSON a line: confirmed findings as failures, dismissed ones as labelled rows. */
import { casesOf } from './evals/case.ts';
import { jsonLines } from './evals/lines.ts';
import type { Export } from './export.ts';

export const evalJsonl: Export = {
  id: 'eval-jsonl',
  type: 'application/jsonl',
  extension: 'cases.jsonl',
  render: async (trail, { words }) => jsonLines(casesOf(trail, words)),
};
