/** The words of a call's arguments or result, and which of a claim's nouns stand among words. */
import { contentWords, splitName } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';
import { nounsOf } from './tool.ts';

/** What a claim tells of, by single words and by what two of them are as one. */
export const thingsOf = once((claim: Claim): readonly string[] => [...nounsOf(claim), ...compoundsOf(claim)]);

export const nounsIn = (claim: Claim, words: ReadonlySet<string>): number => thingsOf(claim).filter((thing) => names(words, thing)).length;

/** "Pitch map" is `pitchmap`, "auto-renew" is `autorenew`, "direct debit" is `dd`. */
const compoundsOf = (claim: Claim): readonly string[] =>
  claim.words.slice(1).flatMap((word, index) => {
    const initials = claim.words[index]!.charAt(0) + word.charAt(0);
    return [claim.words[index]! + word, ...(IS_WORD.has(initials) ? [] : [initials])];
  });

/** Initials that are words of many names as they are: "direct debit" is `dd`, and "inner door" is no `id`. */
const IS_WORD = new Set('id to of by in on is my up no do go at as it or us we pc ip os db ui tv hr it'.split(' '));

export const wordsIn = (json: ToolCall['arguments']): ReadonlySet<string> => wordsOf(leaves(json));

const wordsOf = once(
  (all: readonly Leaf[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((leaf) =>
        contentWords(`${splitName(leaf.path).join(' ')} ${typeof leaf.value === 'string' ? leaf.value.replace(/_/g, ' ').slice(0, 2000) : ''}`),
      ),
    ),
);
