/** Words that were given to a call in one piece and stand so in a claim: `{"person": "Ruth Adler"}`, `{"cmd": "OUT_OF_SERVICE"}`. */
import type { Claim, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';
import { once } from './once.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const saidBy = once((claim: Claim): string => ` ${plain(claim.quote)} `);

/** The phrases of a call's arguments: two to six words, none of them longer than a sentence may hold. */
const phrasesOf = once((call: ToolCall): readonly string[] =>
  leaves(call.arguments).flatMap(({ value }) => {
    if (typeof value !== 'string' || value.length < 7 || value.length > 60) return [];
    const words = plain(value).split(' ');
    return words.length > 1 && words.length < 7 && words.every((word) => /\p{L}/u.test(word)) ? [words.join(' ')] : [];
  }),
);

export const hasPhrase = (claim: Claim, call: ToolCall): boolean => phrasesOf(call).some((phrase) => saidBy(claim).includes(` ${phrase} `));
