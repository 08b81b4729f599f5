/** The words of a call's arguments or result, and which of a claim's nouns stand among words. */
import { contentWords, splitName } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';
import { nounsOf } from './tool.ts';

export const nounsIn = (claim: Claim, words: ReadonlySet<string>): number =>
  nounsOf(claim).filter((noun) => names(words, noun)).length + compoundsOf(claim).filter((word) => words.has(word)).length;

/** "Pitch map" is `pitchmap`, "auto-renew" is `autorenew`. */
const compoundsOf = once((claim: Claim): readonly string[] => claim.words.slice(1).map((word, index) => claim.words[index]! + word));

export const wordsIn = (json: ToolCall['arguments']): ReadonlySet<string> => wordsOf(leaves(json));

const wordsOf = once(
  (all: readonly Leaf[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((leaf) =>
        contentWords(`${splitName(leaf.path).join(' ')} ${typeof leaf.value === 'string' ? leaf.value.replace(/_/g, ' ').slice(0, 2000) : ''}`),
      ),
    ),
);
