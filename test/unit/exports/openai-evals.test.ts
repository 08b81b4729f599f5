import { expect, it } from 'vitest';
import { openaiEvals } from '../../../lib/exports/openai-evals.ts';
import { rowsOf, wrongWith } from './evals/rows.ts';
import { openaiRow } from './evals/schemas.ts';

it('gives a row for each confirmed finding, with the conversation as chat messages', async () => {
  const rows = await rowsOf<{ item: { messages: { role: string; content: string }[]; expected: { unlessCalled: object[] } } }>(
    openaiEvals,
    'amount differs',
  );
  expect(rows.flatMap((row) => wrongWith(openaiRow, row))).toEqual([]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.item.messages.every(({ role, content }) => ['user', 'assistant'].includes(role) && content.length > 0)).toBe(true);
  expect(rows[0]?.item.expected.unlessCalled).toEqual([{ name: 'issue_refund', values: ['48', '88213'] }]);
  expect(wrongWith(openaiRow, rows[0]?.item)).not.toEqual([]);
});
