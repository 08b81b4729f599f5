import { expect, it } from 'vitest';
import { langfuse } from '../../../lib/exports/langfuse.ts';
import { rowsOf, wrongWith } from './evals/rows.ts';
import { langfuseItem } from './evals/schemas.ts';

it('gives a dataset item for each confirmed finding, as the API takes it, and the same item for the same finding', async () => {
  const rows = await rowsOf<{ id: string; input: { messages: object[] }; metadata: { failure: string } }>(langfuse, 'story');
  expect(rows.flatMap((row) => wrongWith(langfuseItem, row))).toEqual([]);
  expect(rows.map((row) => row.metadata.failure)).toEqual(['hallucinated-capability', 'phantom-escalation', 'action-not-taken']);
  expect((await rowsOf<{ id: string }>(langfuse, 'story')).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  expect(wrongWith(langfuseItem, { ...rows[0], datasetName: undefined, more: 1 })).not.toEqual([]);
});

it('gives nothing where nothing was confirmed', async () => {
  expect(await rowsOf(langfuse, 'story', () => null)).toEqual([]);
});
