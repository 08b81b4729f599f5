/**
 * The forms in which a clause says that something was done. Each is a small grammar over the clause's words; the
 * words themselves are open vocabulary.
 */
import { stem } from '../actions/stem.ts';
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
  /** As in `Claim`. */
  tells?: 'state' | 'value';
}

export const wordsOf = (clause: string): Word[] =>
  [...clause.matchAll(/[$€£¥]?[\p{L}\p{N}#@*+][^\s,;:()"!?→/]*/gu)].map((hit) => {
    const text = hit[0].replace(/(?<![.'])[.']+$/, '');
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
  /[$€£¥]\s?(?!0(?:[.,]0+)?(?![\d.,]))\d|\b\d[\d.,]{0,20}\s?(?:usd|eur|gbp|cad|aud|euros?|dollars?|pounds?)\b|\b(?:usd|eur|gbp|cad|aud)\s?\d/i;
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
    if (
      form &&
      (LOOKED.test(form.verb) ||
        /^(?:for|with|in|on|as|to|about|regarding|at|since|during|because|following|after|per)\b/i.test(clause) ||
        !RELATIVE.test(clause.slice(0, start)))
    )
      return form;
  }
  return null;
}

/** "The routes *I presented*", "everything *I have done*": tells which things are meant, not that it was done. "The orders I found" tells both. */
const RELATIVE = /(?:\b(?:the|these|those|this|any|all|every)(?: [\p{L}\p{N}$€£.,-]+){1,4}|\b(?:what|everything|anything|something)) $/iu;

const KEEPS = /^(?:keep|continue) (?:monitoring|watching)$/;
const LOOKED = /^(?:found|retrieved|checked|searched|looked|pulled|located|reviewed|read|verified|authenticated)$/;
export const isLookedUp = (verb: string): boolean => LOOKED.test(verb);

function spokenAt(words: readonly Word[], at: number): Form | null {
  const [, contracted] = words[at]!.text.split("'");
  let i = skipAdverbs(words, at + 1);
  const helper = contracted ? `'${contracted}` : words[i]?.text;
  if (!contracted && helper && /^(?:have|will|am|are|was|were)$/.test(helper)) i = skipAdverbs(words, i + 1);
  const verb = words[i];
  if (!verb) return null;
  const form = (name: Form['name'], status: Form['status'], word = verb): Form => ({ name, status, start: word.start, verb: word.text });
  const looked = lookedInto(words, contracted ? at + 1 : helper === 'have' || helper === 'had' ? at + 2 : at + 1) || lookedInto(words, i);
  if (looked && (helper === 'have' || helper === "'ve" || !/^(?:will|'ll)$/.test(helper ?? '')))
    return { ...form('first-person', 'done'), verb: 'looked' };
  const told = toldSomebody(words, i, helper === 'will' || helper === "'ll");
  if (told) return form(told, told === 'promise' ? 'promised' : 'done');
  if (helper === 'have' || helper === "'ve")
    return (acts(verb.text) || (NOTED.test(verb.text) && isOnRecord(words, i))) && words.length > i + 1 ? form('first-person', 'done') : null;
  if (helper === 'will' || helper === "'ll") {
    const intent = words[i]?.text === 'be' || KEEPS.test(`${verb.text} ${words[i + 1]?.text}`) ? words[i + 1] : verb;
    return intent &&
      (FOLLOW_UP.test(intent.text.replace(/ing$/, '')) ||
        ((!PLAN.test(intent.text) || DATED.test(clauseOf(words))) && /^[a-z]{3,}$/.test(intent.text) && words.length > i + 1)) &&
      !(/^(?:keep|update)$/.test(intent.text) && !/^(?:you|them|him|her)$/.test(words[words.indexOf(intent) + 1]?.text ?? '')) &&
      !words.slice(at, words.indexOf(intent)).some((w) => /^(?:now|first|then|just|go|ahead|quickly|gladly|happily)$/.test(w.text)) &&
      !/^(?:now|next|first)$/.test(words.at(-1)!.text)
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
  return (isPast(verb.text) && !isSpeech(verb.text)) || (NOTED.test(verb.text) && isOnRecord(words, i))
    ? words.length > i + 1
      ? form('first-person', 'done')
      : null
    : null;
}

/** What is meant to be done next, in this very answer; or helps, and commits to nothing. */
const PLAN =
  /^(?:check|look|see|review|need|try|have|proceed|go|start|begin|help|assist|guide|walk|explain|provide|give|be|do|get|know|let|take|investigate|find|search|verify|pull|confirm|wait|ask|make|use|work|continue|share|tell|answer|show|list|outline|present|calculate|process|submit|transfer|connect|update|cancel|book|handle|look|gather|locate|compare|apply|say|note|stay|like|want|think|consider|pass|require|assume|treat|read|run|double-check|look|move|perform|complete|finalize|exchange|return|modify|change|upgrade|add|remove|mark|count|quote|repeat|summarize|recap)$/;

/** A time binds: "I will take £12 off your next bill", "we'll remove the charge today". */
const DATED =
  /\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|within \d+|by (?:[a-z]+day|\d|the end)|next (?:week|month|bill|invoice|statement|[a-z]+day)|on (?:the|your|his|her) (?:account|file|record|profile|reservation|booking|claim|order))\b/;
const clauseOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

const NOTED = /^noted$/;
/** "Noted your new address on the file", not "noted your frustration". */
const isOnRecord = (words: readonly Word[], at: number): boolean =>
  words
    .slice(at + 1)
    .some((word) =>
      /^(?:account|file|record|profile|claim|reservation|booking|kitchen|order|address|wish|request|preference|number|that|ticket|policy)$/.test(
        word.text,
      ),
    );

/** "had a look at", "took a look at", "went through", "gone over". */
function lookedInto(words: readonly Word[], at: number): boolean {
  const rest = words
    .slice(at, at + 5)
    .map((word) => word.text)
    .join(' ');
  return /^(?:(?:had|have had|taken|took) (?:a|another) (?:\w+ )?look|(?:went|gone) (?:through|over)|(?:gone|went) back (?:through|over))\b/.test(
    rest,
  );
}

/** "let the seller know", "told Dr. Adler": somebody else was told, and that takes a tool. */
function toldSomebody(words: readonly Word[], at: number, ahead: boolean): Form['name'] | null {
  const rest = words
    .slice(at, at + 8)
    .map((word) => word.text)
    .join(' ');
  if (/^let (?!you\b|us\b|me\b)(?:[\w.'-]+ ){1,5}know\b/.test(rest)) return ahead ? 'promise' : 'first-person';
  return !ahead && /^(?:told|informed|advised|briefed|warned) (?!you\b|us\b|me\b)(?:the|your|our|him|her|them|mr|ms|dr|\p{L})/u.test(rest)
    ? 'first-person'
    : null;
}

/** has been refunded, have now been sent, are being transferred, was refunded, were waived, is now active, are complete. */
function passive(words: readonly Word[], clause: string): Form | null {
  const shortened = shortPassive(words, clause);
  if (shortened) return shortened;
  const first = words[0]?.text.endsWith("'ll") ? 0 : 1;
  for (let i = first; i < words.length; i += 1) {
    const word = words[i]!.text;
    const start = words[0]!.start;
    if (WENT.test(clause.slice(words[i]!.start)) && !SUBJECT.test(words[i - 1]?.text ?? ''))
      return {
        name: 'passive',
        status: 'done',
        start,
        verb: MONEY.test(clause.slice(0, words[i]!.start)) || CREDIT_NOUN.test(clause.slice(0, words[i]!.start)) ? 'refunded' : 'sent',
        tells: 'state',
      };
    if (HAVE.test(word) && !SUBJECT.test(words[i - 1]!.text) && !GUESS.test(words[i - 1]!.text)) {
      let k = skipAdverbs(words, i + 1);
      if (words[k]?.text !== 'been') continue;
      k = skipAdverbs(words, k + 1);
      const verb = words[k];
      return verb && (acts(verb.text) || isOtherTold(verb, words)) && !isPaidByThem(verb, clause)
        ? { name: 'passive', status: 'done', start, verb: verb.text }
        : null;
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
    if (
      word === 'now' &&
      /^(?:carries|belongs|ends|shows|runs|stands|has|covers|includes|starts|goes|reads|points|holds|uses)$/.test(words[i + 1]?.text ?? '') &&
      !SUBJECT.test(words[0]!.text)
    )
      return { name: 'resultative', status: 'done', start, verb: '', tells: 'value' };
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
        (MONEY.test(clause.slice(verb.start, verb.end)) || (verb.text === 'for' && MONEY.test(clause.slice(verb.start)))) &&
        /\b(?:refund|credit|charge|fee)\b/i.test(clause.slice(0, words[i]!.start)) &&
        !/\b(?:original|previous|current|if|provided)\b/i.test(clause)
      )
        return { name: 'passive', status: 'done', start, verb: '' };
      const ours = between.includes('successfully') || /^(?:refunded|waived|credited|reversed|applied|processed|adjusted)$/.test(verb.text);
      if (ours && acts(verb.text)) return { name: 'passive', status: 'done', start, verb: verb.text };
      if (isOtherTold(verb, words)) return { name: 'passive', status: 'done', start, verb: verb.text };
      if (acts(verb.text)) return { name: 'passive', status: 'done', start, verb: verb.text, tells: tellsState(verb, between, clause) };
    }
    if (/^(?:is|are|stands)$/.test(word)) {
      if (/^(?:with|owned|assigned)$/.test(verb.text) && between.includes('now'))
        return { name: 'resultative', status: 'done', start, verb: 'assigned' };
      if ((CREDIT_NOUN.test(clause) || MONEY.test(clause)) && /^(?:now )?(?:on (?:its|the|their) way)\b/i.test(clause.slice(words[i + 1]!.start)))
        return { name: 'promise', status: 'promised', start, verb: 'refund' };
      if (/^(?:now )?(?:on (?:its|the|their) way) (?:back )?to\b/i.test(clause.slice(words[i + 1]!.start)))
        return { name: 'promise', status: 'promised', start, verb: 'sent' };
      if (verb.text === 'set' && between.includes('all')) return { name: 'resultative', status: 'done', start, verb: 'set' };
      if (DONE_ADJECTIVE.test(verb.text) && !/^confirmed (?:at|as|to be)\b/i.test(clause.slice(verb.start)))
        return { name: 'resultative', status: 'done', start, verb: verb.text };
      if (/^(?:waived|refunded)$/.test(verb.text)) return { name: 'resultative', status: 'done', start, verb: verb.text };
      if (
        between.includes('now') &&
        !isPaidByThem(verb, clause) &&
        (NOW_ADJECTIVE.test(verb.text) || acts(verb.text) || /^[a-z]{1,6}\d/.test(verb.text))
      )
        return { name: 'resultative', status: 'done', start, verb: acts(verb.text) ? verb.text : '' };
      if (acts(verb.text) && !isPaidByThem(verb, clause) && !(verb.text === 'set' && /^(?:everything|all|it|that|you)$/.test(words[i - 1]!.text)))
        return { name: 'resultative', status: 'done', start, verb: verb.text, tells: tellsState(verb, between, clause) };
      if (
        PLACED.test(clause.slice(words[i]!.end)) &&
        !/^(?:this|that|it|there|which|everything|all|here)$/.test(words[i - 1]!.text) &&
        !/^(?:many|most|some|several|few|other|any|every|each|no)$/.test(words[0]!.text)
      )
        return {
          name: 'resultative',
          status: 'done',
          start,
          verb: becameBy(clause.slice(words[i]!.end)),
          tells: /\b(?:now|back|again)\b/i.test(clause) ? 'state' : 'value',
        };
    }
  }
  return null;
}

/** "The mill was informed": told by some channel; "you were told" is said of this very conversation. */
const isOtherTold = (verb: Word, words: readonly Word[]): boolean =>
  /^(?:informed|told|advised|briefed)$/.test(verb.text) && !/^(?:you|i|we|customer|cx|cust|user|it)$/.test(words[0]!.text);

/** Deeds that a record seldom shows as a state of its own: who says "is merged" has merged. */
const DEED = new Set(
  (
    'refund credit waiv revers merg mov reset unlock remov add chang updat correct replac swap renew upgrad downgrad extend rebook reschedul redirect ' +
    'rerout activat restor reinstat unblock clear lift transfer reassign rais lower reduc adjust reissu resend resent recalculat delet wip switch grant whitelist allowlist forward queu email notifi send sent'
  ).split(' '),
);
const tellsState = (verb: Word, between: readonly string[], clause: string): 'state' | 'value' =>
  DEED.has(stem(verb.text)) ||
  between.some((word) => /^(?:now|therefore|hereby|again|just)$/.test(word)) ||
  /\b(?:just now|a moment ago|today|from now on|as (?:requested|asked|agreed))\b/i.test(clause)
    ? 'state'
    : 'value';

/** What made it so: "live" was restored, "closed" was closed. */
const becameBy = (predicate: string): string =>
  /\b(?:live|active|up|on|free|ready)\b/i.test(predicate)
    ? 'activated'
    : /\bback\b/i.test(predicate)
      ? 'restored'
      : /\bopen\b/i.test(predicate)
        ? 'opened'
        : /\bclosed\b/i.test(predicate)
          ? 'closed'
          : /\b(?:off|out|down|gone)\b/i.test(predicate)
            ? 'removed'
            : '';

/** "It's been e-mailed", "you've been moved", "you're being transferred", "you're booked": the helper is part of the subject. */
function shortPassive(words: readonly Word[], clause: string): Form | null {
  const at = words.findIndex((word) => /^[a-z]+'(?:s|ve|re)$/.test(word.text) && !/^(?:i|we|let|what|here|how)'/.test(word.text));
  if (at < 0 || at > 4) return null;
  const start = words[0]!.start;
  const k = skipAdverbs(words, at + 1);
  const helper = words[k]?.text ?? '';
  const verb = words[helper === 'been' || helper === 'being' ? skipAdverbs(words, k + 1) : k];
  if (!verb || !acts(verb.text) || isPaidByThem(verb, clause)) return null;
  if (helper === 'been') return /'re$/.test(words[at]!.text) ? null : { name: 'passive', status: 'done', start, verb: verb.text };
  if (helper === 'being') return { name: 'progressive', status: 'done', start, verb: verb.text };
  if (/'ve$/.test(words[at]!.text)) return null;
  return {
    name: 'resultative',
    status: 'done',
    start,
    verb: verb.text,
    tells: tellsState(
      verb,
      words.slice(at + 1, k).map((word) => word.text),
      clause,
    ),
  };
}

/** "€10 went back to the card", "the code went to your inbox". */
const WENT = /^(?:went|has gone|have gone) (?:out |back |straight )?to (?!do\b)/i;

/** "is live again", "is back on your balance", "are in your wallet now", "is out". */
const PLACED =
  /^ (?:now |all |both |already |therefore )*(?:live|active|open|closed|back|on|off|in|out|up|down|free|ready|done|part|gone|through)\b/i;

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
  if (/^(?:appear|return|arrive|go|reach|post|come|show|hit|land)$/.test(verb.text) && (CREDIT_NOUN.test(subject) || MONEY.test(subject)))
    return promise('refund');
  if (
    /\b(?:letter|e-?mail|text|sms|confirmation|link|receipt|message|invoice)\b/.test(subject) &&
    /^(?:go|follow|arrive|come|leave|reach)$/.test(verb.text)
  )
    return promise('sent');
  if (
    (/\b(?:agent|specialist|representative|colleagues?|team|manager|adjuster|technician|nurse|doctor|advisor|adviser|supervisor|engineer|officer|lawyer|someone|somebody|pharmacist|person|consultant|expert)\b/.test(
      subject,
    ) ||
      /^(?:dr|mr|mrs|ms)\b/.test(subject)) &&
    /^(?:assist|contact|reach|follow|call|phone|ring|reply|take|get|review|email|be|come|visit|collect)$/.test(verb.text)
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
