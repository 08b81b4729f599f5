/** The words of a clause, and what a form is. */
import { isAdverb, isParticiple, isSpeech } from '../verbs.ts';

export interface Word {
  /** Lower case, but for the month of May: it is no verb. */
  text: string;
  /** Capitalised inside a clause: a name, not a verb. */
  name: boolean;
  /** Offsets in the clause. */
  start: number;
  end: number;
}

export interface Form {
  name: 'first-person' | 'passive' | 'resultative' | 'promise' | 'progressive' | 'verb-first' | 'noun-first' | 'credit-noun' | 'label';
  status: 'done' | 'promised';
  /** Offset in the clause where the claim's own words begin. */
  start: number;
  /** The head verb, as written in lower case; '' where only a noun tells. */
  verb: string;
  /** As in `Claim`. */
  tells?: 'state' | 'value';
}

export const wordsOf = (clause: string): Word[] =>
  [...clause.matchAll(/[$€£¥]?[\p{L}\p{N}#@*+][^\s,;:()"!?→/]*/gu)].map((hit) => {
    const text = hit[0].replace(/(?<![.'])[.']+$/, '');
    const name = hit.index > 0 && /^\p{Lu}\p{Ll}/u.test(text);
    const isMonth = text === 'May' && (name || /^ \d/.test(clause.slice(hit.index + 3)));
    return { text: isMonth ? text : text.toLowerCase(), name, start: hit.index, end: hit.index + text.length };
  });

export const skipAdverbs = (words: readonly Word[], from: number): number => {
  let i = from;
  while (
    i < words.length &&
    (isAdverb(words[i]!.text) || /^(?:gone|went|ahead)$/.test(words[i]!.text) || (words[i]!.text === 'and' && words[i - 1]?.text === 'ahead'))
  )
    i += 1;
  return i;
};

export const acts = (word: string): boolean => isParticiple(word) && !isSpeech(word);

/** Who speaks. */
export const SPEAKER = /^(?:i|we)$/;
export const CREDIT_NOUN =
  /\b(?:refund|credit|reimbursement|voucher|coupon|waiver|goodwill|store credit|cashback|money|amount|payment|payout|repayment|rebate|difference)\b/i;
