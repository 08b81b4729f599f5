/**
 * The forms in which a clause says that something was done. Each is a small grammar over the clause's words; the
 * words themselves are open vocabulary.
 */
import { isAdverb, isParticiple, isPast, isSpeech } from './verbs.ts';

export interface Word {
  /** Lower case. */
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
}

export const wordsOf = (clause: string): Word[] =>
  [...clause.matchAll(/[$€£¥]?[\p{L}\p{N}#@*+][^\s,;:()"!?→/]*/gu)].map((hit) => {
    const text = hit[0].replace(/[.']+$/, '');
    return { text: text.toLowerCase(), name: hit.index > 0 && /^\p{Lu}\p{Ll}/u.test(text), start: hit.index, end: hit.index + text.length };
  });

const SUBJECT = /^(?:i|we)$/;
const HAVE = /^(?:have|has|'ve)$/;
const BE = /^(?:is|are|am|was|were|be|been|being)$/;
/** "The name *may* have been misspelt." */
const GUESS = /^(?:may|might|could|should|would|must)$/;
const MODAL = /^(?:will|'ll|shall)$/;
const DONE_ADJECTIVE = /^(?:complete|completed|done|finished|finalized|finalised|confirmed)$/;
export const NOW_ADJECTIVE =
  /^(?:active|live|restored|working|complete|done|enabled|disabled|unlocked|resolved|back|set|off|on|in|valid|reinstated)$/;
const CREDIT_NOUN = /\b(?:refund|credit|reimbursement|voucher|coupon|waiver|goodwill|store credit|cashback|money|amount|payment|difference)\b/i;
const RECEIVABLE =
  /\b(?:e-?mails?|texts?|sms|message|confirmation|notification|refund|credit|label|letter|voucher|receipt|invoice|instructions|call|link)\b/i;
export const MONEY =
  /[$€£¥]\s?(?!0(?:[.,]0+)?(?![\d.,]))\d|\b\d[\d.,]{0,30}\s?(?:usd|eur|gbp|cad|aud|euros?|dollars?|pounds?)\b|\b(?:usd|eur|gbp|cad|aud)\s?\d/i;
const HANDOVER = /^(?:transferring|escalating|connecting|forwarding|handing|routing|transferred|escalated|connected)$/;
const FOLLOW_UP =
  /^(?:monitor|watch|notify|email|e-mail|mail|text|call|ring|contact|inform|follow|keep|update|alert|message|chase|remind|ping|reach|send)$/;

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

/** I have refunded, we've already sent, I found, I was able to locate, I'll follow up, I'm transferring you. */
function firstPerson(words: readonly Word[], clause: string): Form | null {
  for (const [at, { text, start }] of words.entries()) {
    if (!/^(?:i|we)(?:'ve|'ll|'m|'re)?$/.test(text) || (text.startsWith('we') && /\bnow that $/i.test(clause.slice(0, start)))) continue;
    const form = spokenAt(words, at);
    if (form && (LOOKED.test(form.verb) || !RELATIVE.test(clause.slice(0, start)))) return form;
  }
  return null;
}

/** "The routes *I presented*", "everything *I have done*": tells which things are meant, not that it was done. "The orders I found" tells both. */
const RELATIVE = /(?:\b(?:the|these|those|this|any|all|every)(?: [\p{L}\p{N}$€£.,-]+){1,4}|\b(?:what|everything|anything|something)) $/iu;

const KEEPS = /^(?:keep|continue) (?:monitoring|watching)$/;
const LOOKED = /^(?:found|retrieved|checked|searched|looked|pulled|located|reviewed|read)$/;

function spokenAt(words: readonly Word[], at: number): Form | null {
  const [, contracted] = words[at]!.text.split("'");
  let i = skipAdverbs(words, at + 1);
  const helper = contracted ? `'${contracted}` : words[i]?.text;
  if (!contracted && helper && /^(?:have|will|am|are|was|were)$/.test(helper)) i = skipAdverbs(words, i + 1);
  const verb = words[i];
  if (!verb) return null;
  const form = (name: Form['name'], status: Form['status'], word = verb): Form => ({ name, status, start: word.start, verb: word.text });
  if (helper === 'have' || helper === "'ve") return acts(verb.text) && words.length > i + 1 ? form('first-person', 'done') : null;
  if (helper === 'will' || helper === "'ll") {
    const intent = words[i]?.text === 'be' || KEEPS.test(`${verb.text} ${words[i + 1]?.text}`) ? words[i + 1] : verb;
    return intent &&
      FOLLOW_UP.test(intent.text.replace(/ing$/, '')) &&
      !(/^(?:keep|update)$/.test(intent.text) && !/^(?:you|them|him|her)$/.test(words[words.indexOf(intent) + 1]?.text ?? '')) &&
      !words.slice(at, words.indexOf(intent)).some((w) => w.text === 'now')
      ? form('promise', 'promised', intent)
      : null;
  }
  if (helper === "'m" || helper === 'am' || helper === "'re" || helper === 'are')
    return HANDOVER.test(verb.text) ? form('progressive', 'done') : null;
  if (helper === 'was' || helper === 'were') {
    const base = words[i + 2];
    return verb.text === 'able' && base ? form('first-person', 'done', base) : null;
  }
  if (verb.text === 'did' && words[i + 1]?.text === 'not' && words[i + 2])
    return { ...form('first-person', 'done', words[i + 2]!), start: verb.start };
  if (verb.text === 'managed' && words[i + 2]) return form('first-person', 'done', words[i + 2]!);
  return isPast(verb.text) && !isSpeech(verb.text) && words.length > i + 1 ? form('first-person', 'done') : null;
}

/** has been refunded, have now been sent, are being transferred, was refunded, were waived, is now active, are complete. */
function passive(words: readonly Word[], clause: string): Form | null {
  const first = words[0]?.text.endsWith("'ll") ? 0 : 1;
  for (let i = first; i < words.length; i += 1) {
    const word = words[i]!.text;
    const start = words[0]!.start;
    if (HAVE.test(word) && !SUBJECT.test(words[i - 1]!.text) && !GUESS.test(words[i - 1]!.text)) {
      let k = skipAdverbs(words, i + 1);
      if (words[k]?.text !== 'been') continue;
      k = skipAdverbs(words, k + 1);
      const verb = words[k];
      return verb && acts(verb.text) && !isPaidByThem(verb, clause) ? { name: 'passive', status: 'done', start, verb: verb.text } : null;
    }
    if (MODAL.test(word) || /'ll$/.test(word)) return will(words, i, clause);
    if (
      word === 'should' &&
      !/^(?:able|eligible|entitled)$/.test(words[i + 2]?.text ?? '') &&
      CREDIT_NOUN.test(clause) &&
      /^(?:appear|arrive|be)$/.test(words[i + 1]?.text ?? '')
    )
      return { name: 'promise', status: 'promised', start, verb: words[i + 1]!.text };
    if (word === 'can' && words[i + 1]?.text === 'expect' && CREDIT_NOUN.test(clause))
      return { name: 'promise', status: 'promised', start, verb: 'expect' };
    if (!BE.test(word)) continue;
    const k = skipAdverbs(words, i + 1);
    const verb = words[k];
    if (!verb) continue;
    const between = words.slice(i + 1, k).map((w) => w.text);
    if (verb.text === 'being') {
      const progressive = words[skipAdverbs(words, k + 1)];
      return progressive && acts(progressive.text) ? { name: 'progressive', status: 'done', start, verb: progressive.text } : null;
    }
    if (word === 'was' || word === 'were') {
      if (
        MONEY.test(clause.slice(verb.start, verb.end)) &&
        /\b(?:refund|credit|charge|fee)\b/i.test(clause.slice(0, words[i]!.start)) &&
        !/\b(?:original|previous|current|if|provided)\b/i.test(clause)
      )
        return { name: 'passive', status: 'done', start, verb: '' };
      const ours = between.includes('successfully') || /^(?:refunded|waived|credited|reversed|applied|processed|adjusted)$/.test(verb.text);
      if (ours && acts(verb.text)) return { name: 'passive', status: 'done', start, verb: verb.text };
    }
    if (word === 'is' || word === 'are') {
      if (/^(?:with|owned|assigned)$/.test(verb.text) && between.includes('now'))
        return { name: 'resultative', status: 'done', start, verb: 'assigned' };
      if (CREDIT_NOUN.test(clause) && /^(?:on (?:its|the|their) way)\b/i.test(clause.slice(verb.start)))
        return { name: 'promise', status: 'promised', start, verb: 'sent' };
      if (verb.text === 'set' && between.includes('all')) return { name: 'resultative', status: 'done', start, verb: 'set' };
      if (DONE_ADJECTIVE.test(verb.text)) return { name: 'resultative', status: 'done', start, verb: verb.text };
      if (/^(?:waived|refunded)$/.test(verb.text)) return { name: 'resultative', status: 'done', start, verb: verb.text };
      if (
        between.includes('now') &&
        !isPaidByThem(verb, clause) &&
        (NOW_ADJECTIVE.test(verb.text) || acts(verb.text) || /^[a-z]{1,6}\d/.test(verb.text))
      )
        return { name: 'resultative', status: 'done', start, verb: acts(verb.text) ? verb.text : '' };
    }
  }
  return null;
}

/** "Your bill has been paid" by the customer; "paid back to you", "paid out" by us. */
const isPaidByThem = ({ text, end }: Word, clause: string): boolean => text === 'paid' && !/^ (?:back|out|to you)\b/i.test(clause.slice(end));

/** will be refunded, you'll receive an email, an agent will contact you. */
function will(words: readonly Word[], at: number, clause: string): Form | null {
  const start = words[0]!.start;
  const k = skipAdverbs(words, at + 1);
  const verb = words[k];
  if (!verb) return null;
  const subject = clause.slice(0, words[at]!.end).toLowerCase();
  const promise = (word: string): Form => ({ name: 'promise', status: 'promised', start, verb: word });
  if (verb.text === 'be') {
    const done = words[skipAdverbs(words, k + 1)];
    if (done && /^(?:available|visible|back)$/.test(done.text) && CREDIT_NOUN.test(subject)) return promise('appear');
    if (!done || !acts(done.text) || /^(?:asked|required|needed|prompted)$/.test(done.text)) return null;
    return promise(done.text);
  }
  const rest = clause.slice(verb.start);
  if (/^(?:receive|get|see|have)$/.test(verb.text) && /^(?:you|they|the customer|customer|the guest|he|she)\b/.test(subject))
    return RECEIVABLE.test(rest) ? promise(/^(?:(?!\be-?mails?\b|\bmessage\b|\bsms\b).)*\b(?:refund|credit)/is.test(rest) ? 'refund' : 'send') : null;
  if (/^(?:appear|return|arrive|go|reach|post)$/.test(verb.text) && CREDIT_NOUN.test(subject)) return promise(verb.text);
  if (
    /\b(?:agent|specialist|representative|colleague|team|manager|adjuster|technician)\b/.test(subject) &&
    /^(?:assist|contact|reach|follow|call|reply|take|get|review|email)$/.test(verb.text)
  )
    return promise('escalated');
  return null;
}

/** "You got $20 back as a credit": told from the receiving end. */
function received(words: readonly Word[], clause: string): Form | null {
  const at = words.findIndex((w) => /^you(?:'ve)?$/.test(w.text));
  const verb = words[skipAdverbs(words, at + 1 + (words[at + 1]?.text === 'have' ? 1 : 0))];
  return at === 0 && verb?.text === 'received' && CREDIT_NOUN.test(clause) && MONEY.test(clause)
    ? { name: 'passive', status: 'done', start: words[0]!.start, verb: 'refund' }
    : null;
}

/** Forms with a finite verb of their own: they stand in any text. */
export const fullForm = (words: readonly Word[], clause: string): Form | null =>
  owns(words, clause) ?? firstPerson(words, clause) ?? received(words, clause) ?? passive(words, clause);

/** "The network team owns it from here." */
function owns(words: readonly Word[], clause: string): Form | null {
  const hit = /\b(?:owns (?:it|this)|has (?:it|this|the (?:case|ticket)) now|takes over)\b/i.test(clause);
  return hit && !SUBJECT.test(words[0]!.text) ? { name: 'resultative', status: 'done', start: words[0]!.start, verb: 'assigned' } : null;
}
