/** LangSmith examples, as `create_examples(dataset_name=..., examples=[...])` of its clients takes them. An id is made from the signature. */

import { fromBase64Url } from '../seal.ts';
import { failuresOf } from './evals/case.ts';
import { expectedOf, inputOf, metadataOf } from './evals/expected.ts';
import { jsonLines } from './evals/lines.ts';
import type { Export } from './export.ts';

/** RFC 9562, version 8: of our own making, the same for the same digest. */
export function uuidOf(digest: string): string {
  const bytes = fromBase64Url(digest).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const langsmith: Export = {
  id: 'langsmith',
  type: 'application/jsonl',
  extension: 'langsmith.jsonl',
  render: async (trail, { words }) =>
    jsonLines(
      failuresOf(trail, words).map((one) => ({
        id: uuidOf(one.id),
        inputs: inputOf(one),
        outputs: expectedOf(one),
        metadata: metadataOf(one),
        split: one.failure,
      })),
    ),
};
