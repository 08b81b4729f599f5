/**
 * The forms in which a clause says that something was done, and that stand in any text: each is a small grammar over the clause's words; the
 * words themselves are open vocabulary.
 */

import { firstPerson, isHandover } from './forms/first-person.ts';
import { passive } from './forms/passive.ts';
import { CREDIT_NOUN, type Form, SPEAKER, skipAdverbs, type Word } from './forms/words.ts';
import { SUM } from './money.ts';
import { isFiniteVerb } from './verbs.ts';

/** Forms with a finite verb of their own: they stand in any text. */
export const fullForm = (words: readonly Word[], clause: string): Form | null =>
  owns(words, clause) ?? firstPerson(words, clause) ?? received(words, clause) ?? passive(words, clause);

const MAIL = /^ (?:an?|the|our) (?:\w+ )?(?:sms|text|e-?mail|letter|message)\b(?! from (?!us\b))/i;

/** "You got $20 back as a credit": told from the receiving end. */
function received(words: readonly Word[], clause: string): Form | null {
  const at = words.findIndex((w) => /^you(?:'ve)?$/.test(w.text));
  const verb = words[skipAdverbs(words, at + 1 + (words[at + 1]?.text === 'have' ? 1 : 0))];
  if (
    at === 0 &&
    verb?.text === 'received' &&
    /'ve$|^have$/.test(words[0]!.text + (words[1]?.text === 'have' ? "'ve" : '')) &&
    MAIL.test(clause.slice(verb.end))
  )
    return { name: 'passive', status: 'done', start: words[0]!.start, verb: 'sent' };
  return at === 0 && verb?.text === 'received' && CREDIT_NOUN.test(clause) && SUM.test(clause)
    ? { name: 'passive', status: 'done', start: words[0]!.start, verb: 'refund' }
    : null;
}

/** "TRANSFERRING YOU TO THE CLAIMS TEAM": a banner. */
export const handsOver = ([verb, whom, ...rest]: readonly Word[]): Form | null =>
  verb !== undefined && isHandover(verb.text) && /^(?:you|this|your)$/.test(whom?.text ?? '') && !rest.some((word) => isFiniteVerb(word.text))
    ? { name: 'progressive', status: 'done', start: verb.start, verb: verb.text }
    : null;

/** "The network team owns it from here." */
function owns(words: readonly Word[], clause: string): Form | null {
  const hit = /\b(?:owns (?:it|this)|has (?:it|this|the (?:case|ticket)) now|takes over|(?:is|are) taking (?:(?:it|this|things) )?over)\b/i.test(
    clause,
  );
  return hit && !SPEAKER.test(words[0]!.text) ? { name: 'resultative', status: 'done', start: words[0]!.start, verb: 'assigned' } : null;
}
