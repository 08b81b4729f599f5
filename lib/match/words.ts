/** The words of a call's arguments or result, and which of a claim's nouns stand among words. */
import { contentWords } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';
import { nounsOf } from './tool.ts';

export const nounsIn = (claim: Claim, words: ReadonlySet<string>): number => nounsOf(claim).filter((noun) => names(words, noun)).length;

export const wordsIn = (json: ToolCall['arguments']): ReadonlySet<string> => wordsOf(leaves(json));

const wordsOf = once(
  (all: readonly Leaf[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((leaf) =>
        contentWords(`${leaf.key.replace(/[_.]/g, ' ')} ${typeof leaf.value === 'string' ? leaf.value.replace(/_/g, ' ').slice(0, 2000) : ''}`),
      ),
    ),
);
