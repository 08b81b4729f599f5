/** How the pieces of a sentence go together: shared subjects, lone verbs, values told behind. */
import type { Found } from './context.ts';
import { wordsOf } from './forms/words.ts';
import { SUM } from './money.ts';
import type { Piece } from './segment.ts';
import { isFiniteVerb } from './verbs.ts';

/** "The shelf *and* the puzzle have been returned": things told of together, before the verb. */
export const LISTS = /^(?:and|&|\+|\/|,)$/;
export const SHARES_SUBJECT = /^(?:noun-first|passive|resultative|promise|progressive)$/;
export const isThing = (clause: string): boolean =>
  clause.split(' ').length <= 14 &&
  !/\bnow\b/.test(clause) &&
  !/^(?:please|kindly|thanks?|from|in|on|at|for|with|by|as|per|of|after|before|to)\b/i.test(clause) &&
  /^(?:the|your|our|both|all|these|this|\p{Lu}|\d|#)/u.test(clause) &&
  !wordsOf(clause).some((word) => isFiniteVerb(word.text) || /^(?:i|we|you|they|he|she|it)$/.test(word.text));

const LEAD = /^(?:please (?:note|know|be aware|be advised)(?: that|:)?|(?:note|be aware|be advised|rest assured) that)\s+(?=\S)/i;
export const withoutLead = (piece: Piece, text: string): Piece => ({
  ...piece,
  start: piece.start + (LEAD.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0),
});

/** "Your seat, *in the upper deck*, …", "The refund, *totalling $9*, …": told of the subject in passing. */
export const ASIDE = /^(?:in|on|at|from|for|with|to|of|including|totall?ing|plus)\b/i;
const PREDICATE = /^(?:which )?(?:has|have|was|were|will|is|are)\b|^in [\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,2} (?:has|have|will|is|are|was|were)\b/iu;

/** "The total is $8, *which* has been charged", "Your seat, in the upper deck, *has been* booked": the subject stands before. */
export const withSubject = (piece: Piece, subject: Piece, text: string): Piece =>
  (piece.separator === ',' || /^which\b/i.test(text.slice(piece.start, piece.end))) && PREDICATE.test(text.slice(piece.start, piece.end))
    ? { ...piece, start: subject.start, separator: subject.separator }
    : piece;

/** "voided *and regenerated*": a lone verb goes with what stands before it. */
export const continues = (piece: Piece, clause: string, open: Found | null): boolean =>
  open !== null &&
  ((/^(?:and|\/|&|\+|→|->)$/.test(piece.separator) && !/\s/.test(clause)) ||
    /^which\b/i.test(clause) ||
    (piece.separator === 'and' && /^(?:added|applied|updated|saved|placed|attached|linked|set) (?:to|for|on|in|with|at)\b/i.test(clause)) ||
    ((SUM.test(open.text) || /\b(?:refund|credit|amount|money|payment)\b/i.test(open.text)) &&
      /^(?:should|will) (?:be )?(?:reflect(?:ed)?|appear|arrive|show(?: up)?|visible|available|post)\b/i.test(clause)) ||
    (open.form.name === 'promise' &&
      piece.separator === 'and' &&
      /^(?:will )?(?:notify|email|text|alert|update|inform|follow|let|keep|contact|call|message)\b/i.test(clause)) ||
    (open.form.name === 'label' && /^(?:billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause) && !SUM.test(clause)));

/** ", and *will be posted by Friday*": a second thing told of the same subject. */
export const isPredicate = (clause: string): boolean =>
  /^(?:(?:now|also|both|all|then) )?(?:will|has|have|was|were|is|are)\b(?! (?:you|we|i|it|there|that)\b)/i.test(clause);

/** "I will refund the fee *and pay you $9*": a second promise. */
export const promisesMore = (clause: string): boolean =>
  /^(?:also |then )?(?:refund|credit|pay|waive|deduct|reimburse|issue|remove|cancel|replace|extend|apply) (?:you|your|the|it|an?|another|\P{L}{0,3}\d)/iu.test(
    clause,
  );

/** What a claim is about: its words before the helper. */
export const subjectOf = ({ form, text }: Found): string =>
  form.name === 'first-person' || form.name === 'verb-first'
    ? ''
    : (/^.{2,120}?(?=,? (?:has|have|was|were|will|is|are|been)\b|'(?:s|ve|ll)\b)/is.exec(text)?.[0] ?? '');

/** "I credited $5 for the delay *and $9 for the call*": the same deed again, of another sum. */
export const isAnotherSum = (clause: string): boolean =>
  /^(?:and )?(?:another )?\S{0,4}\s?\d[\d.,]*\S{0,6} (?:[a-z]{3,6} )?for (?!(?:it|this|that|them|you)\b)/i.test(clause) && SUM.test(clause);

/** "*together $9 comes off your bill*": a verb of its own, and no value of what stands before. */
const HAS_VERB = /^(?!which\b).{2,60}? (?:is|are|was|were|has|have|will|goes|comes|takes|costs|arrives?|leaves|starts|stays)\b(?= \S)/i;

export const hasVerb = (clause: string): boolean => HAS_VERB.test(clause);

/** What follows without a verb of its own and names values belongs to the claim before it: ", $144". Not so "; box 7 shipped". */
export const belongs = (clause: string, separator: string): boolean =>
  !isAnotherSum(clause) &&
  !(HAS_VERB.test(clause) && separator !== 'after') &&
  ((clause.length <= 40 && /\d/.test(clause) && !/\p{L}ed\b/u.test(clause) && !/^(?:they|you|it|we|i|he|she|this|please)\b/i.test(clause)) ||
    /^(?:which (?:has|have|was|were|is|will)|billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause));
