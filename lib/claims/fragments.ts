/** The forms without a finite verb: fragments of notes and summaries, and the lines of a list under a head line. */

import { NOW_ADJECTIVE } from './forms/passive.ts';
import { acts, type Form, skipAdverbs, type Word, wordsOf } from './forms/words.ts';
import { SUM } from './money.ts';
import { isAdverb, isEither, isFiniteVerb, isLight, isPast, isPreposition, isSpeech } from './verbs.ts';

/** A colon inside a time or after a full object does not make a label. */
const isLead = (clause: string, colon: number): boolean => /\d/.test(clause[colon + 1] ?? '') && /\d/.test(clause[colon - 1] ?? '');

/** "refunded $48", "Pulled the last invoices": a past form with an object, no subject; "(I have closed it and) written to them" is none by itself. */
export function verbFirst(words: readonly Word[], clause: string, afterHave = false): Form | null {
  const i = skipAdverbs(words, 0);
  const verb = words[i];
  if (!verb || !(isPast(verb.text) || ((afterHave || words[i + 1]?.text === 'to') && acts(verb.text))) || isSpeech(verb.text) || words.length < i + 2)
    return null;
  if (verb.text === 'compared' && words[i + 1]?.text === 'to') return null;
  if (isAttribute(words, i, clause)) return null;
  if (words.slice(i + 1, i + 4).some((w) => /^(?:you|by)$/.test(w.text)) && /^(?:by|on)$/.test(words[i + 1]!.text)) return null;
  const colon = clause.indexOf(':');
  const led = colon > 0 ? words.filter((w) => w.start < colon).length : 0;
  // "Reassigned to Deliverability: …" has its object before the colon.
  if (colon > 0 && led < 5 && !(led > i + 2 && isPreposition(words[i + 1]!.text)) && !isLead(clause, colon)) return null;
  return { name: 'verb-first', status: verb.text === 'promised' ? 'promised' : 'done', start: verb.start, verb: verb.text };
}

/** "*Updated* plan sent to Ida", "*corrected* invoice uploaded": which one it is; the deed stands behind. */
function isAttribute(words: readonly Word[], at: number, clause: string): boolean {
  for (let k = at + 1; k < Math.min(words.length, at + 5); k += 1) {
    const { text, start, end } = words[k]!;
    if (k > at + 1 && acts(text) && (k === words.length - 1 || isPreposition(words[k + 1]!.text) || /^\s?[(,;:]/.test(clause.slice(end))))
      return true;
    if (isPreposition(text) || isFiniteVerb(text) || /^(?:the|a|an|your|our|his|her|their|my|both|all|this|that|it|them|as|and|no|\d.*)$/.test(text))
      return false;
    if (/[,;:()]/.test(clause.slice(words[k - 1]!.end, start))) return false;
  }
  return false;
}

/** "Checked the order and you are right": the subject is left out. Not so "Updated terms apply", nor what may be an imperative, "Set the dial". */
export const isDropped = (words: readonly Word[], { verb, start }: Form): boolean => {
  const at = words.findIndex((word) => word.start === start);
  const named =
    /\d/.test(words[at + 2]?.text ?? '') || words.some((word, index) => index > at + 1 && word.text === 'for' && words[index + 1]?.text === 'you');
  return (
    !/^(?:set|put|read|cut|let|hit|shut|split|run|left|lost|reset|given|based|compared|provided)$/.test(verb) &&
    (named || /^(?:the|your|his|her|their|our|this|these|it|you|him|them|both|all|an?)$/.test(words[at + 1]?.text ?? ''))
  );
};

/** "(March:) *skipped*", "(Plan:) *switched to monthly*": a deed alone, or with what it leads to. */
export function ofThing(words: readonly Word[], clause: string): Form | null {
  const verb = words[skipAdverbs(words, 0)];
  if (
    !verb ||
    !(acts(verb.text) || isEither(verb.text)) ||
    words.length > 12 ||
    /^(?:confirmed|scheduled|booked|required|closed|open|completed|resolved|done)$/.test(verb.text)
  )
    return null;
  const next = words[words.indexOf(verb) + 1];
  if (next !== undefined && !isPreposition(next.text) && !isAdverb(next.text) && !/^[,;(]/.test(clause.slice(verb.end).trim())) return null;
  return { name: 'label', status: 'done', start: verb.start, verb: verb.text, ...(isEither(verb.text) ? { tells: 'value' as const } : {}) };
}

const NOUN_STOP =
  /^(?:i|you|he|she|it|they|we|who|which|that|this|there|if|when|once|because|what|how|no|not|never|nothing|none|please|as|customer|cx|cust|user|colleague|agent)$/;

/** "Customer notified by email" was done to them; "customer confirmed receipt" by them. */
const CUSTOMER = /^(?:customer|cx|cust|user)$/;
const DONE_TO_THEM =
  /^(?:notified|emailed|e-mailed|mailed|texted|txted|smsed|sms'd|messaged|pinged|called|refunded|credited|charged|transferred|reimbursed|compensated|invited|unblocked|unlocked|whitelisted)$/;

/** "ID check *ok*", "security questions *passed*". */
const isChecked = (words: readonly Word[], at: number): boolean =>
  at === words.length - 1 &&
  /^(?:ok|okay|passed|good|done)$/.test(words[at]!.text) &&
  words.slice(0, at).some((word) => /^(?:id|id&v|idv|dpa|kyc|identity|security|verification)$/.test(word.text));

/** "Kitchen *informed*": somebody else was told; the customer only where it says how. */
const isToldThem = (words: readonly Word[], at: number, bracketed: boolean): boolean =>
  /^(?:informed|advised|briefed|told)$/.test(words[at]!.text) &&
  !/^(?:i|we|who|as|they|he|she|was|were|been|is|are|just|being)$/.test(words[at - 1]!.text) &&
  (words
    .slice(at + 1)
    .some(
      (word, index) => index < 4 && /^(?:sms|e-?mail|mail|text|phone|letter|post|call|message|msg|app|chat|fax|whatsapp|voicemail)$/.test(word.text),
    ) ||
    ((at === words.length - 1 || bracketed) &&
      !CUSTOMER.test(words[at - 1]!.text) &&
      !/^(?:guest|caller|client|member|patient|pt|buyer|seller)$/.test(words[at - 1]!.text)));

/** "4 claims: 3 *supported*", "2 (1 free, 1 *paid*)": a number of things in a state, and no thing to which it was done. */
const isBareCount = ({ text, start, end }: Word, verb: Word, clause: string): boolean =>
  /^\d{1,2}$/.test(text) && /(?:^|\(\s*|[,:]\s+)$/.test(clause.slice(0, start)) && clause.slice(end, verb.start).trim() === '';

/** "(round trip, *booked* 4 May)": what a bracket lists tells of the thing before it. */
const isListed = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')') && before.lastIndexOf(',') > before.lastIndexOf('(');

/** "Label re-sent to the new address", "Flights updated successfully", "Payment plan active", "Texts out". */
export function nounFirst(words: readonly Word[], clause: string): Form | null {
  const limit = Math.min(words.length, 11);
  if (isPreposition(words[0]!.text) || isFiniteVerb(words[0]!.text) || words.some((w) => /^(?:remains?|still|remained|checks)$/.test(w.text)))
    return null;
  for (let i = 1; i < limit; i += 1) {
    const word = words[i]!;
    if (isChecked(words, i)) return { name: 'noun-first', status: 'done', start: words[0]!.start, verb: 'verified' };
    if (
      words[i - 1]!.text === 'be' ||
      (word.text === 'passed' && !/^(?:on|to|over)$/.test(words[i + 1]?.text ?? '')) ||
      (word.text === 'ended' &&
        (words[i + 1]?.text === 'in' || /^(?:period|offer|sale|trial|deadline|window|time|term|season)$/.test(words[i - 1]!.text))) ||
      (word.text === 'left' && /^(?:front|rear|back|top|bottom|upper|lower)$/.test(words[i - 1]!.text))
    )
      return null;
    if (i === words.length - 1 && /^ok(?:ay)?$/.test(word.text))
      return { name: 'resultative', status: 'done', start: words[0]!.start, verb: '', tells: 'value' };
    if (word.text === 'shared' && /^w(?:ith)?$/.test(words[i + 1]?.text ?? ''))
      return { name: 'noun-first', status: 'done', start: words[0]!.start, verb: 'shared' };
    if (isToldThem(words, i, /^\s?\(/.test(clause.slice(word.end))))
      return { name: 'noun-first', status: 'done', start: words[0]!.start, verb: word.text };
    const toThem = CUSTOMER.test(words[i - 1]!.text) && DONE_TO_THEM.test(word.text);
    if ((NOUN_STOP.test(words[i - 1]!.text) && !toThem) || isFiniteVerb(word.text)) return null;
    if (word.text === 'to' && /^(?:the|your|a|an)$/.test(words[i + 2]?.text ?? '')) return null;
    const last = i === words.length - 1;
    const next = words[i + 1]?.text ?? '';
    const gap = clause.slice(word.end, words[i + 1]?.start ?? clause.length);
    if (
      (acts(word.text) || isEither(word.text)) &&
      !isListed(clause.slice(0, word.start)) &&
      !isBareCount(words[i - 1]!, word, clause) &&
      !word.name &&
      !isPreposition(words[i - 1]!.text) &&
      // "Data written after noon *is* not part of it": which data, and not what was done.
      !words.slice(i + 1).some((later) => /^(?:is|are|isn't|aren't)$/.test(later.text)) &&
      !/^(?:the|a|an|your|our|their|all|both|as)$/.test(words[i - 1]!.text)
    ) {
      const open =
        last ||
        /^(?:up|off|out|in|on|back|through|over|down|again|too|before|after|so|early|w|immediately|today|just|once|twice|successfully|here)$/.test(
          next,
        ) ||
        /[:(→,/-]/.test(gap.trim().slice(0, 1)) ||
        isPreposition(next) ||
        isAdverb(next) ||
        /^(?:free|fast|manually|online|offline|live)$/.test(next) ||
        /\s(?:→|->|=>)\s/.test(clause.slice(word.end)) ||
        NOW_ADJECTIVE.test(next) ||
        /^(?:\+|successfully|too|once|twice|urgent|and|or|today|right|\d|[$€£#])/.test(next) ||
        /\d/.test(next) ||
        SUM.test(next);
      if (words.slice(i + 1).some((w) => !w.name && /^(?:can|could|may|might|will|would|should)$/.test(w.text))) return null;
      if (open && (!/^(?:\d|[$€£#])/.test(next) || gap.trim() !== '' || /^[$€£]/.test(next) || SUM.test(next) || /\d/.test(next)))
        return { name: 'noun-first', status: 'done', start: words[0]!.start, verb: word.text, ...(isEither(word.text) ? { tells: 'value' } : {}) };
      if (/^(?:re)?(?:set|put|cut|read|run)$/.test(word.text)) continue;
      return null;
    }
    if (isPreposition(word.text) && words.slice(i + 1).some((w) => w.text === 'out')) return null;
    if (i <= 6 && (last || /^[:(]/.test(gap.trim())) && /^(?:active|done|complete|live|out|restored)$/.test(word.text))
      return { name: 'resultative', status: 'done', start: words[0]!.start, verb: word.text === 'out' ? 'sent' : '' };
  }
  return null;
}

/** "Seats: 19 → 16", "disk raised 250 GB → 400 GB": what it was and what it is. */
export function arrow(words: readonly Word[], clause: string): Form | null {
  return /\d[^\s\d:]{0,3}(?: [\p{L}%]{1,8})? ?(?:→|->|=>|⇒) ?[$€£¥]?\d/u.test(clause) && !/\d:\d\d/.test(clause) && words.length < 16
    ? { name: 'label', status: 'done', start: words[0]!.start, verb: 'changed' }
    : null;
}

/** "Seats: 12", "Checked bags: 2 (free)": a label and a number, in a list of what was done. */
export function attribute(words: readonly Word[], clause: string): Form | null {
  const label = /^([\p{L}][\p{L} -]{2,30}):\s+(?=\d{1,4}(?:$|\s*\(|\s\p{L}))/u.exec(clause);
  if (
    !label ||
    words.length > 14 ||
    words.some((w) => isFiniteVerb(w.text)) ||
    /\b(?:status|note|reason|reference|id|number|date|time|subject|contact|from)$/i.test(label[1]!)
  )
    return null;
  return { name: 'label', status: 'done', start: words[0]!.start, verb: '', tells: 'value' };
}

/** "$5 credit", "partial refund €12, card ending 0099": money and what it was, no verb. */
export function creditNoun(words: readonly Word[], clause: string): Form | null {
  if (words.length > 14 || words.some((w) => isFiniteVerb(w.text)) || !SUM.test(clause)) return null;
  const hit = /\b(?:refund|credit|reimbursement|voucher|coupon|waiver|goodwill)\b/i.exec(clause);
  return hit && /^(?:full|partial|[$€£]|\d|refund|credit|one|a|an?|goodwill|store|usd|eur|gbp|additional)/i.test(clause)
    ? { name: 'credit-noun', status: 'done', start: words[0]!.start, verb: '' }
    : null;
}

/** "Case → Partner Relations", "esc → Tier 2", "→ Claims team": whom it was handed to. */
export function handedOn(words: readonly Word[], clause: string): Form | null {
  const named =
    /^(?:[Cc]ase|[Tt]icket|[Ff]ile|[Tt]ask|[Ee]sc(?:alat\w{1,5})?|[Rr]outed|[Pp]assed|[Hh]anded|[Ff]wd|[Ff]orwarded) ?(?:→|->|=>|⇒) ?\p{Lu}/u.test(
      clause,
    );
  const led = /^(?:→|->|=>|⇒) ?\p{Lu}[\p{L}&' -]{0,40} (?:[Tt]eam|[Dd]esk|[Qq]ueue|[Dd]ept|[Tt]ier|[Pp]od|[Gg]roup)\b/u.test(clause);
  return named || led ? { name: 'label', status: 'done', start: led ? 0 : words[0]!.start, verb: 'escalated' } : null;
}

const METHOD =
  /\b(?:card|certificate|voucher|wallet|account|balance|paypal|visa|mastercard|amex|bank|iban|gift|direct debit|store credit)\b|\b[a-z]{1,20}_\w{0,30}\d/i;

/** "$39 from gift card …", "Certificate 75: $250": under a head line such as "Payment", an amount and where it was taken from or went to. */
export function transfer(words: readonly Word[], clause: string, heading: 'charged' | 'refunded' | 'credited' | ''): Form | null {
  const form = (verb: string): Form => ({ name: 'label', status: 'done', start: words[0]!.start, verb });
  if (!SUM.test(clause) || HELD.test(clause) || words.some((w) => isFiniteVerb(w.text))) return null;
  if (heading !== '' && ITEM.test(clause)) return { ...form(heading), tells: 'state' };
  if (!METHOD.test(clause)) return null;
  if (/^(?:[$€£¥]|[A-Z]{3})?\s?[\d.,]+(?: ?(?:[A-Z]{3}|€|£))? from\b/i.test(clause)) return form('charged');
  if (/^(?:[$€£¥]|[A-Z]{3})?\s?[\d.,]+(?: ?(?:[A-Z]{3}|€|£))? (?:back )?to\b/i.test(clause) && heading !== '') return form('refunded');
  return heading !== '' && /:\s*[-+]?[$€£¥]?\s?\d/.test(clause) ? form(heading) : null;
}

/** "Oat milk: £3.90", "Total: $42.50": an item of the list and its amount. */
const ITEM = /^[^:]{2,60}\s?[:=–—-]\s?[-+]?(?:[A-Z]{2,3} ?)?[$€£¥]?\s?\d[\d.,' ]*(?:\s?[A-Z]{3}|€|£)?$/u;

/** What is left, or was there before, moved nowhere. */
const HELD = /\b(?:remaining|balance|original|previous|left|before|limit|per)\b|\b(?:price|cost|fare|subtotal)s?:/i;

/** "Refund: $186 to your card", "Total charged: $282", "Assigned: Motor Pool", "Refund of $20 issued" under a done headline. */
export function labelled(words: readonly Word[], clause: string): Form | null {
  const colon = clause.indexOf(':');
  if (colon < 3 || colon > 70 || words.some((w) => isFiniteVerb(w.text) && w.start < colon)) return null;
  const label = clause.slice(0, colon).toLowerCase();
  const value = clause.slice(colon + 1);
  if (/\bstatus$/.test(label) || !/[\p{L}\p{N}]/u.test(value) || /\bno\b|\bnone\b|n\/a/i.test(value.slice(0, 12))) return null;
  if (
    /\b(?:refund|refunded|credited|charge|charged|paid|payment|credit|waived|difference)\b/.test(label) &&
    SUM.test(value) &&
    (!/\bdifference\b/.test(label) || /\b(?:refund|charg|paid|credited)/i.test(clause)) &&
    !/\b(?:method|current|original|per|due|estimated|new total|policy|to charge|to be)\b/.test(label)
  ) {
    const verb = /paid|charge|payment/.test(label) ? 'charged' : 'refunded';
    return { name: 'label', status: 'done', start: words[0]!.start, verb: /difference/.test(label) && /refund/i.test(value) ? 'refunded' : verb };
  }
  const inner = wordsOf(value);
  const verb = inner[skipAdverbs(inner, 0)];
  if (verb && acts(verb.text) && !/^\p{Lu}/u.test(value.trim().slice(1)) && inner.length < 8 && !/^(?:booked|scheduled|confirmed)$/.test(verb.text))
    return { name: 'label', status: 'done', start: words[0]!.start, verb: verb.text };
  const head = words.filter((w) => w.start < colon);
  if (head.length === 1 && acts(head[0]!.text) && !isLight(head[0]!.text))
    return { name: 'verb-first', status: 'done', start: words[0]!.start, verb: head[0]!.text };
  return null;
}
