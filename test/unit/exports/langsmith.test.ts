import { expect, it } from 'vitest';
import { langsmith, uuidOf } from '../../../lib/exports/langsmith.ts';
import { rowsOf, wrongWith } from './evals/rows.ts';
import { langsmithExample } from './evals/schemas.ts';

it('gives an example for each confirmed finding, with what is expected as its outputs and the failure as its split', async () => {
  const rows = await rowsOf<{ split: string; outputs: { mustNotSay: { text: string }[] } }>(langsmith, 'story');
  expect(rows.flatMap((row) => wrongWith(langsmithExample, row))).toEqual([]);
  expect(rows.map(({ split }) => split)).toEqual(['hallucinated-capability', 'phantom-escalation', 'action-not-taken']);
  expect(rows[2]?.outputs.mustNotSay[0]?.text).toBe('refunded $48');
  expect(wrongWith(langsmithExample, { ...rows[0], id: 'no uuid' })).not.toEqual([]);
});

it('makes the same id of the same signature, and another of another', () => {
  expect(uuidOf('A'.repeat(43))).toBe(uuidOf('A'.repeat(43)));
  expect(uuidOf('A'.repeat(43))).not.toBe(uuidOf(`B${'A'.repeat(42)}`));
});
