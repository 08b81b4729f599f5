/** Rows of an OpenAI eval with a custom data source: `{"item": {...}}` a line, as the file of a `jsonl` run data source holds them. */
import { failuresOf } from './evals/case.ts';
import { expectedOf, metadataOf } from './evals/expected.ts';
import { jsonLines } from './evals/lines.ts';
import type { Export } from './export.ts';

export const openaiEvals: Export = {
  id: 'openai-evals',
  type: 'application/jsonl',
  extension: 'openai-evals.jsonl',
  render: async (trail, { words }) =>
    jsonLines(
      failuresOf(trail, words).map((one) => ({
        item: { messages: one.messages, tools: one.tools, expected: expectedOf(one), metadata: metadataOf(one) },
      })),
    ),
};
