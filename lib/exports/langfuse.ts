/** Langfuse dataset items: each is the body of one `POST /api/public/dataset-items` (CreateDatasetItemRequest). An item of the same id is replaced. */
import { failuresOf } from './evals/case.ts';
import { expectedOf, inputOf, metadataOf } from './evals/expected.ts';
import { jsonLines } from './evals/lines.ts';
import type { Export } from './export.ts';

export const langfuse: Export = {
  id: 'langfuse',
  type: 'application/jsonl',
  extension: 'langfuse.jsonl',
  render: async (trail, { words }) =>
    jsonLines(
      failuresOf(trail, words).map((one) => ({
        datasetName: 'deskcheck-regressions',
        id: one.id,
        input: inputOf(one),
        expectedOutput: expectedOf(one),
        metadata: metadataOf(one),
        status: 'ACTIVE',
      })),
    ),
};
