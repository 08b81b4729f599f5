/** The words of a call's arguments or result, and which of a claim's nouns stand among words. */
import { contentWords } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';
import { nounsOf, type ToolWords } from './tool.ts';

export const nounsIn = (claim: Claim, words: ReadonlySet<string>): number => nounsOf(claim).filter((noun) => names(words, noun)).length;

/** How many of a claim's nouns stand in a tool's name, and which in neither its name nor its description. */
const nounsOfTool = once((claim: Claim) =>
  once((tool: ToolWords) => {
    const nouns = nounsOf(claim);
    const named = nouns.filter((noun) => names(tool.name, noun)).length;
    return { named, others: nouns.filter((noun) => !names(tool.name, noun) && !names(tool.described, noun)), all: nouns.length };
  }),
);

export const nounsOfName = (claim: Claim, tool: ToolWords): number => nounsOfTool(claim)(tool).named;

/** In the tool's name, its description, or what a call of it was given. */
export function nounsOfCall(claim: Claim, tool: ToolWords, said: ReadonlySet<string>): number {
  const { all, others } = nounsOfTool(claim)(tool);
  return others.reduce((left, noun) => (names(said, noun) ? left : left - 1), all);
}

export const wordsIn = (json: ToolCall['arguments']): ReadonlySet<string> => wordsOf(leaves(json));

const wordsOf = once(
  (all: readonly Leaf[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((leaf) =>
        contentWords(`${leaf.key.replace(/[_.]/g, ' ')} ${typeof leaf.value === 'string' ? leaf.value.replace(/_/g, ' ').slice(0, 2000) : ''}`),
      ),
    ),
);
