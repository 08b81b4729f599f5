/** "Has been refunded", "are being transferred", "were waived", "is now active": told of the thing. */
import { SUM } from '../money.ts';
import { isEither } from '../verbs.ts';
import { promised } from './promised.ts';
import { becameBy, isPaidByThem, tellsState } from './state.ts';
import { acts, CREDIT_NOUN, type Form, SPEAKER, skipAdverbs, type Word } from './words.ts';

const HAVE = /^(?:have|has|'ve)$/;
const BE = /^(?:is|are|am|was|were|be|been|being)$/;
/** "The name *may* have been misspelt." */
const GUESS = /^(?:may|might|could|should|would|must)$/;
const MODAL = /^(?:will|'ll|shall)$/;
const DONE_ADJECTIVE = /^(?:complete|completed|done|finished|finalized|finalised|confirmed)$/;
export const NOW_ADJECTIVE =
  /^(?:active|live|restored|working|complete|done|enabled|disabled|unlocked|resolved|back|set|off|on|in|valid|reinstated)$/;

/** A verb somewhere in the clause, and what a way of telling needs of it. */
interface Place {
  words: readonly Word[];
  clause: string;
  /** Where the helper ("has", "is", "will") stands among the words. */
  at: number;
}

/** has been refunded, have now been sent, are being transferred, was refunded, were waived, is now active, are complete. */
export function passive(words: readonly Word[], clause: string): Form | null {
  const shortened = shortPassive(words, clause);
  if (shortened) return shortened;
  for (let at = words[0]?.text.endsWith("'ll") ? 0 : 1; at < words.length; at += 1) {
    const told = toldAt({ words, clause, at });
    if (told !== undefined) return told;
  }
  return null;
}

/** `undefined`: nothing is told here, read on; `null`: what stands here tells of no doing, and no more does the rest. */
function toldAt(place: Place): Form | null | undefined {
  const { words, clause, at } = place;
  const { text: word, start: from } = words[at]!;
  const start = words[0]!.start;
  if (WENT.test(clause.slice(from)) && !SPEAKER.test(words[at - 1]?.text ?? '')) {
    const before = clause.slice(0, from);
    return { name: 'passive', status: 'done', start, verb: SUM.test(before) || CREDIT_NOUN.test(before) ? 'refunded' : 'sent', tells: 'state' };
  }
  if (THROUGH.test(clause.slice(from)) && !SPEAKER.test(words[at - 1]?.text ?? ''))
    return { name: 'resultative', status: 'done', start, verb: 'processed', tells: 'value' };
  if (HAVE.test(word)) return perfect(place);
  if (MODAL.test(word) || /'ll$/.test(word)) return promised(words, at, clause);
  if (word === 'should' || word === 'can') return expected(place);
  const became = SPEAKER.test(words[0]!.text) ? undefined : becomes(place);
  if (became !== undefined) return { name: 'resultative', status: 'done', start, verb: became, tells: 'value' };
  return BE.test(word) ? toBe(place) : undefined;
}

/** "Your plan *now covers* two drivers", "the fee *goes down to* $9", "6 credits *came off* your balance": the deed; undefined where none is told. */
function becomes({ words, clause, at }: Place): string | undefined {
  const { text, start } = words[at]!;
  const next = words[at + 1]?.text ?? '';
  if (text === 'now' && (/^(?!is$|was$|does$|needs$|remains$|let's$|it's$|that's$)[a-z]{2,}s$/.test(next) || HOLD.test(next))) return '';
  const rest = clause.slice(start);
  if (/^(?:goes|go|went|has gone|have gone) (?:up |down )?from \S.{0,40} to \S|^(?:goes|go|went|has gone|have gone) (?:up|down) to \S/i.test(rest))
    return 'changed';
  if (/^(?:came|comes?) off (?:the|your|their|his|her) /i.test(rest))
    return /\b(?:bill|invoice|fee|statement)\b/i.test(rest) ? 'credited' : 'charged';
  if (/^goes? out (?:by|with|today|tonight|tomorrow|on|right)\b/i.test(rest) && !/\b(?:if|normally|usually|always|each|every)\b/i.test(clause))
    return 'sent';
  return /^goes? (?:back |out )?to (?!do\b|the (?:app|page|website|settings|menu|link|shop|next)\b)/i.test(rest) &&
    !/\b(?:if|normally|usually|always)\b/i.test(clause)
    ? SUM.test(clause.slice(0, start)) || CREDIT_NOUN.test(clause.slice(0, start))
      ? 'refunded'
      : 'moved'
    : undefined;
}
const HOLD = /^(?:sit|go|show|point|cover|include|belong|run|start|end|stand|hold|use|read)$/;

/** "Has been refunded." */
function perfect({ words, clause, at }: Place): Form | null | undefined {
  if (SPEAKER.test(words[at - 1]!.text) || GUESS.test(words[at - 1]!.text)) return undefined;
  const been = skipAdverbs(words, at + 1);
  if (words[been]?.text !== 'been') return undefined;
  const verb = words[skipAdverbs(words, been + 1)];
  if (!verb || isPaidByThem(verb, clause)) return null;
  const told: Form = { name: 'passive', status: 'done', start: words[0]!.start, verb: verb.text };
  if (verb.text === 'delivered' && TO_INBOX.test(clause.slice(verb.end))) return { ...told, verb: 'sent' };
  if (isEither(verb.text)) return { ...told, tells: 'value' };
  return acts(verb.text) || isOtherTold(verb, words) ? told : null;
}

/** "Money *is refunded within 5 days*", "decisions *are sent out from 20 April*", "the letter *is sent by post*": how it goes, and nothing that was done. */
const BY_RULE =
  /^ (?:sent|posted|mailed|emailed|e-mailed|issued|shipped|refunded|credited|paid)(?: out)? (?:by (?:post|mail|e-?mail)|via|from (?:the )?\d+|within|separately|automatically|after|at the end)\b|^ \p{L}{2,15} (?:\p{L}{1,12} )?(?:when|whenever|once|if|unless)\b/iu;

/** "Delivered *to your inbox*": sent, and no parcel. */
const TO_INBOX = /^ (?:in)?to (?:your|the|their|his|her) (?:[\p{L}-]+ ){0,2}(?:inbox|portal|account|e-?mail|phone|app|mailbox|dashboard|profile)\b/iu;

/** "The refund *should appear* by Friday", "you *can expect* the credit": money that is said to be on its way. */
function expected({ words, clause, at }: Place): Form | undefined {
  const next = words[at + 1]?.text ?? '';
  if (words[at]!.text === 'should' && /^(?:see|get|have|receive)$/.test(next) && SUM.test(clause) && / back\b/i.test(clause))
    return { name: 'promise', status: 'promised', start: words[0]!.start, verb: 'refund' };
  if (!CREDIT_NOUN.test(clause)) return undefined;
  const comes =
    words[at]!.text === 'can'
      ? next === 'expect'
      : /^(?:appear|arrive|be)$/.test(next) && !/^(?:able|eligible|entitled)$/.test(words[at + 2]?.text ?? '');
  return comes ? { name: 'promise', status: 'promised', start: words[0]!.start, verb: next } : undefined;
}

/** "Is being moved", "was refunded", "is now active". */
function toBe(place: Place): Form | null | undefined {
  const { words, at } = place;
  const k = skipAdverbs(words, at + 1);
  const verb = words[k];
  if (!verb) return undefined;
  const start = words[0]!.start;
  if (verb.text === 'being') {
    const progressive = words[skipAdverbs(words, k + 1)];
    if (progressive && isEither(progressive.text)) return { name: 'progressive', status: 'done', start, verb: progressive.text, tells: 'value' };
    return progressive && acts(progressive.text) ? { name: 'progressive', status: 'done', start, verb: progressive.text } : null;
  }
  // "The letters *that are sent* after a lesson": which ones are meant.
  if (/^(?:is|are)$/.test(words[at]!.text) && /^(?:that|which|who)$/.test(words[at - 1]?.text ?? '')) return undefined;
  const between = words.slice(at + 1, k).map((word) => word.text);
  if (/^(?:was|were)$/.test(words[at]!.text)) return was(place, verb, between);
  return /^(?:is|are|stands)$/.test(words[at]!.text) ? is(place, verb, between) : undefined;
}

/** "$9 were refunded", "the refund was $9", "the seat was moved". */
function was({ words, clause, at }: Place, verb: Word, between: readonly string[]): Form | undefined {
  const start = words[0]!.start;
  const isSum = SUM.test(clause.slice(verb.start, verb.end)) || (verb.text === 'for' && SUM.test(clause.slice(verb.start)));
  if (
    isSum &&
    /\b(?:refund|credit|charge|fee)\b/i.test(clause.slice(0, words[at]!.start)) &&
    !/\b(?:original|previous|current|if|provided)\b/i.test(clause)
  )
    return { name: 'passive', status: 'done', start, verb: '' };
  const ours = between.includes('successfully') || /^(?:refunded|waived|credited|reversed|applied|processed|adjusted)$/.test(verb.text);
  if ((ours && acts(verb.text)) || isOtherTold(verb, words)) return { name: 'passive', status: 'done', start, verb: verb.text };
  return acts(verb.text) || isEither(verb.text)
    ? { name: 'passive', status: 'done', start, verb: verb.text, tells: tellsState(verb, between, clause) }
    : undefined;
}

/** "Is on its way", "is complete", "is now live", "is booked", "is back in your wallet". */
function is({ words, clause, at }: Place, verb: Word, between: readonly string[]): Form | undefined {
  const { end } = words[at]!;
  const predicate = clause.slice(end);
  const now = between.includes('now');
  const result = (head: string, tells?: Form['tells']): Form => ({
    name: 'resultative',
    status: 'done',
    start: words[0]!.start,
    verb: head,
    ...(tells ? { tells } : {}),
  });
  if (/^(?:with|owned|assigned)$/.test(verb.text) && now) return result('assigned');
  if (/^ coming (?:today|tonight|tomorrow|this|next|on|between|at|by) /i.test(predicate)) return result('booked', 'value');
  if (ON_ITS_WAY.test(predicate)) {
    const money = CREDIT_NOUN.test(clause) || SUM.test(clause);
    if (money || / way (?:back )?to\b/i.test(predicate))
      return { name: 'promise', status: 'promised', start: words[0]!.start, verb: money ? 'refund' : 'sent' };
  }
  if (verb.text === 'set' && between.includes('all')) return result('set');
  if (DONE_ADJECTIVE.test(verb.text) && !/^confirmed (?:at|as|to be)\b/i.test(clause.slice(verb.start))) return result(verb.text);
  if (BY_RULE.test(predicate)) return undefined;
  if (/^(?:waived|refunded)$/.test(verb.text)) return result(verb.text);
  const deed = (acts(verb.text) || isEither(verb.text)) && !isPaidByThem(verb, clause);
  if (now && (deed || (!isPaidByThem(verb, clause) && (NOW_ADJECTIVE.test(verb.text) || /^[a-z]{1,6}\d/.test(verb.text)))))
    return result(deed ? verb.text : '');
  if (deed && !(verb.text === 'set' && /^(?:everything|all|it|that|you)$/.test(words[at - 1]!.text)))
    return result(verb.text, tellsState(verb, between, clause));
  if (/^(?:back )?(?:with|in the hands of) (?:our|the) /i.test(clause.slice(verb.start)) && TEAM.test(clause.slice(verb.start)))
    return result('assigned', 'value');
  const ofOne =
    !/^(?:this|that|it|there|which|everything|all|here)$/.test(words[at - 1]!.text) &&
    !/^(?:many|most|some|several|few|other|any|every|each|no)$/.test(words[0]!.text);
  if (!ofOne) return undefined;
  if (PLACED.test(predicate)) return result(becameBy(predicate), /\b(?:now|back|again)\b/i.test(clause) ? 'state' : 'value');
  return (now || / (?:now|again)$/i.test(clause) || COMES_OUT.test(clause)) && !/\bstatus\b/i.test(clause) && !isPaidByThem(verb, clause)
    ? result('', 'value')
    : undefined;
}

const TEAM = /\b(?:team|desk|department|engineers?|specialists?|colleagues?|office|lawyers?|adjusters?|manager|supervisor|squad|unit)\b/i;

/** "Your new total is $137." */
const COMES_OUT = /^(?:so )?(?:your|the) new (?:total|price|fee|balance|rate|premium|rent|fare|amount|limit) (?:is|are)\b/i;

const ON_ITS_WAY = /^ ?(?:now )?on (?:its|the|their) way\b/i;

/** "The mill was informed": told by some channel; "you were told" is said of this very conversation. */
const isOtherTold = (verb: Word, words: readonly Word[]): boolean =>
  /^(?:informed|told|advised|briefed)$/.test(verb.text) && !/^(?:you|i|we|customer|cx|cust|user|it)$/.test(words[0]!.text);

/** "It's been e-mailed", "you've been moved", "you're being transferred", "you're booked": the helper is part of the subject. */
function shortPassive(words: readonly Word[], clause: string): Form | null {
  const at = words.findIndex((word) => /^[a-z]+'(?:s|ve|re)$/.test(word.text) && !/^(?:i|we|let|what|here|how)'/.test(word.text));
  if (at < 0 || at > 4) return null;
  const start = words[0]!.start;
  const k = skipAdverbs(words, at + 1);
  const helper = words[k]?.text ?? '';
  const verb = words[helper === 'been' || helper === 'being' ? skipAdverbs(words, k + 1) : k];
  if (verb && helper !== 'been' && helper !== 'being' && !/'ve$/.test(words[at]!.text) && isPlaced(words, at, clause))
    return { name: 'resultative', status: 'done', start, verb: becameBy(clause.slice(words[at]!.end)), tells: 'value' };
  if (!verb || !(acts(verb.text) || isEither(verb.text)) || isPaidByThem(verb, clause)) return null;
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

/** "It's online again", "you're on the list", "the shrimp's out". */
const isPlaced = (words: readonly Word[], at: number, clause: string): boolean =>
  !/^(?:that|there|this|here|who|what|where|everything)'s$/.test(words[at]!.text) &&
  PLACED.test(clause.slice(words[at]!.end)) &&
  (!/'re$/.test(words[at]!.text) || /\bnow\b|\blist\b/i.test(clause));

/** "€10 went back to the card", "the code went to your inbox". */
const WENT = /^(?:went|(?:has|have) (?:also |already |now )?gone) (?:out |back |straight )?to (?!do\b)/i;

/** "It has gone through." */
const THROUGH = /^(?:has|have|'s|'ve) (?:now |finally |successfully |since )?(?:gone|come) through\b/i;

/** "is live again", "is back on your balance", "are in your wallet now", "is out". */
const PLACED =
  /^ (?:now |all |both |already |therefore |no longer )*(?:live|active|open|closed|back|on|off|in|out|up|down|free|ready|done|part|gone|through|online|offline|(?<=now |again )available|valid|visible|yours|empty|clear)\b/i;
