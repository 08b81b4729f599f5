/**
 * What the agent says that it tried, and that failed: "I tried to apply it, but the system rejected the code". Neither what it cannot do or may
 * not do, nor what failed on the customer's own side.
 */
import { isCondition, isOffer, isQuestion } from './framing.ts';
import { lines, type Span, sentences } from './segment.ts';

export interface Attempt extends Span {
  /** As written: "apply", "moving"; '' where only a noun tells. */
  verb: string;
  /** What was tried, without how it failed. */
  tried: string;
}

const NO_ONE = String.raw`(?:nobody|no ?one)(?: \p{L}{1,30})? (?:picked|pick|answered|responded|replied|there)|(?:there was |got |with )?no (?:answer|reply|response|luck|success|one there)`;
const NOT_SO = `(?:did|would|does|do|could|can)(?: not|n't)|(?:was|were|is)(?: not|n't)`;
const REFUSED = `reject(?:ed|s)|refus(?:ed|es)|declin(?:ed|es)|denied|denies|bounced?|timed out|times out|time[- ]?out|crashed|blocked|failed|fails|errored|aborted|expired`;
/** How it failed. */
const FAILURE = new RegExp(
  String.raw`\b(?:${REFUSED}|${NO_ONE}|(?:${NOT_SO}) (?:\p{L}{1,30} ){0,2}(?:go(?:ne)? through|work(?:ed|ing)?|respon(?:d|ded|ding)|succeed|successful|let|save|saved|accept(?:ed)?|answer(?:ed)?|take|complete[d]?|possible|available|allow(?:ed)?|reach(?:able|ed)?|processed|sent|delivered|applied|able)|(?:error|failure|exception|permission denied|time-?out|unsuccessful(?:ly)?|in vain|without success|engaged|busy|unreachable|unavailable|voicemail|only accepts|would only|out of order)|(?:was|were) down)\b`,
  'iu',
);

const ADVERBS = `(?:(?:also|just|even|first|already|now|then|both|personally|manually|again|twice|repeatedly|have|had|did|'ve|really) ){0,3}`;
/** "I also tried to …", "tried to reach the floor": of the speaker. */
const TRIED = new RegExp(String.raw`(?:\b(?:i|we)(?:'ve|'d)? ${ADVERBS}(?:tried|attempted|(?:was|were) trying)\b|^\W*(?:tried|attempted)\b)`, 'iu');
const OBJECT = /^ (?:to |at )?(?:re-?)?(\p{L}{1,30})/iu;
const NOTHING = /^ ?(?:just now|again|it|this|that|twice|several|a few|both|once|now|earlier|,|;|but|and)\b/i;
const ARTICLE = /^(?:an?|the|your|our|my|his|her|their|this|that|both|all|one|two|three|\d.*)$/i;
/** Where the attempt ends and its failure begins. */
const TURNED = /,? (?:but|however|yet|and (?:got|it|the|nobody|no one|was))\b/i;
/** Trying to explain or to help is no doing of a tool. */
const SPOKEN =
  /^(?:explain|help|answer|understand|make|keep|be|reassure|clarify|tell|show|describe|find|find out|see|figure|think|imagine|avoid|accommodate|best|hardest)$/i;

/** "I called the property twice, but nobody picked up": a deed, and that *it* failed. */
const DEED = new RegExp(String.raw`\b(?:i|we)(?:'ve|'d)? ${ADVERBS}(\p{L}{1,30}ed|sent|rang|ran|put|made|got|wrote|re-?sent)\b`, 'iu');
const LOOKED = /^(?:check|look|see|saw|found|review|read|verif|notic|confirm|understand|receiv|ask|explain|escalat|compar|trac)/i;
const TURNS = /[,;:–-]? ?\b(?:but|however|yet|though|only|and|unfortunately)\b/gi;
/** A sentence with more of them tells of so much that no part of it is sure. */
const MOST_TURNS = 5;
const ITSELF =
  /^\W{0,6}(?:(?:unfortunately|sadly|again|then|each time|both times|so far|still|however)[ ,]{0,3}){0,4}(?:it|they|that|this|there|nobody|no ?one|no|the (?:system|server|api|tool|service)|our (?:system|server)|got|the \p{L}{1,30} (?:rejected|refused|declined|bounced))\b|\b(?:it|them|that|this|me|us)\W{0,6}$|\b(?:it|them),? (?:because|since|as|due)\b/iu;

/** "My refund was declined", "our call was not answered": a thing of the speaker's that is an attempt. */
const MINE =
  /\b(?:my|our) (?:\p{L}{1,30} ){0,3}?(?:refund|text|call|e-?mail|message|request|attempt|letter|change|update|order|transfer|booking|credit|cancellation|payment to you|payout|reset|restart|note|sms|export|upload|query|search|lookup|push|ping|reversal|correction)\b/iu;
/** "Setting her box to whites only": told by what was being done. */
const DOING =
  /^\W*(?!regarding|concerning|following|during|according|including|missing|something|anything|nothing|everything|looking|sorry|morning|evening|pending|billing|shipping|tracking|spring)(\p{L}{1,30}ing)\b/iu;
/** "Activation of the pack …", "the cancellation …". */
const NOUN =
  /\b(?!unfortunately|sadly|however)(?:the |your |this |that |an? )?(?:\p{L}{1,30} ){0,2}?(\p{L}{3,30}(?:ation|ction|sion|tion|ment)|refund|release|reset|restart|export|transfer|upgrade|downgrade|change|update|renewal|reversal|removal|withdrawal|switch|booking|order|payout|credit|swap|unlock|upload|request)\b/iu;
const OUR_SIDE =
  /\b(?:on|from|at) (?:our|my) (?:side|end|part)\b|\bour (?:system|platform|server|api)\b|\bthe (?:\p{L}{1,30} )?api\b|\b(?:technical|system|internal|server) (?:error|issue|problem|fault)\b/iu;
/** "Refused my request", "each time I requested it". */
const MY_REQUEST = /\b(?:my|our) (?:requests?|attempts?|calls?|change|order|query)\b/i;
const WHEN_I = /\b(?:each|every|both|any|all \p{L}{1,30}) times? (?:i|we) (\p{L}{1,30})|\bwhen(?:ever)? (?:i|we) (?:tried|attempted)\b/iu;
/** What failed on the customer's side, or what somebody else tried. */
const THEIRS =
  /\byou(?:'ve| have| had)? (?:\p{L}{1,30} )?(?:tried|attempted|sent|entered)\b|\b(?:customer|caller|cust|cx|client|he|she|they) (?:has |have |had )?(?:tried|attempted)\b/iu;

/** All attempts of a normalised text that failed, in its order. */
export function attemptsIn(text: string): Attempt[] {
  return lines(text).flatMap((line) => {
    const all = sentences(text, line);
    return all.flatMap((sentence, index) => {
      const whole = text.slice(sentence.start, sentence.end);
      if (isQuestion(whole) || isCondition(whole) || THEIRS.test(whole)) return [];
      const found = attemptIn(whole) ?? overTwo(whole, all[index + 1], text);
      if (!found) return [];
      return [{ ...found, start: sentence.start + found.start, end: trimmed(text, sentence.start + found.end) }];
    });
  });
}

/** "I tried to restart it. It did not respond." */
function overTwo(whole: string, next: Span | undefined, text: string): Attempt | undefined {
  const tried = next && TRIED.exec(whole);
  if (!tried || !/^(?:unfortunately|but|however|sadly|it|the system|there was|nobody|no)\b/i.test(text.slice(next.start, next.end))) return undefined;
  const failure = FAILURE.exec(text.slice(next.start, next.end));
  const verb = OBJECT.exec(whole.slice(tried.index + tried[0].length))?.[1] ?? '';
  return failure && !SPOKEN.test(verb) ? { start: tried.index, end: whole.length, verb, tried: whole.slice(tried.index) } : undefined;
}

function attemptIn(whole: string): Attempt | undefined {
  const failure = FAILURE.exec(whole);
  if (!failure) return undefined;
  return triedIn(whole) ?? deedIn(whole) ?? toldByNoun(whole, failure);
}

function triedIn(whole: string): Attempt | undefined {
  const hit = TRIED.exec(whole);
  if (!hit) return undefined;
  const after = hit.index + hit[0].length;
  const rest = whole.slice(after);
  const failure = FAILURE.exec(rest);
  if (!failure) return undefined;
  // "I was not able to open it: I tried just now, but …" says before what was tried.
  const bare = NOTHING.test(rest) || !OBJECT.test(rest);
  const object = bare ? '' : OBJECT.exec(rest)![1]!;
  const verb = ARTICLE.test(object) ? '' : object;
  if (SPOKEN.test(verb)) return undefined;
  return {
    start: bare ? 0 : hit.index,
    end: whole.length,
    verb,
    tried: bare ? whole.slice(0, after) : whole.slice(hit.index, after + failure.index).split(TURNED)[0]!,
  };
}

function deedIn(whole: string): Attempt | undefined {
  const hit = DEED.exec(whole);
  if (!hit || LOOKED.test(hit[1]!)) return undefined;
  const rest = whole.slice(hit.index + hit[0].length);
  for (const turn of [...rest.matchAll(TURNS)].slice(0, MOST_TURNS)) {
    const then = rest.slice(turn.index + turn[0].length);
    if (!FAILURE.test(then)) return undefined;
    const clause = then.split(/[,;](?= so\b| please\b)/)[0]!;
    if (ITSELF.test(clause.trim()) && FAILURE.test(clause))
      return {
        start: hit.index,
        end: hit.index + hit[0].length + turn.index + turn[0].length + clause.length,
        verb: hit[1]!,
        tried: whole.slice(hit.index, hit.index + hit[0].length + turn.index),
      };
  }
  return undefined;
}

/** "Splitting it is not possible": how it is, and nothing that was tried. */
const IN_GENERAL = /^(?:is|are|does|do|can)(?: not|n't)\b|^(?:is|are)n't\b|^can't\b/i;

function toldByNoun(whole: string, failure: RegExpExecArray): Attempt | undefined {
  if (IN_GENERAL.test(failure[0]) && !WHEN_I.test(whole)) return undefined;
  if (isOffer(whole.slice(0, failure.index))) return undefined;
  const before = whole.slice(0, failure.index);
  const when = WHEN_I.exec(whole);
  if (when) return { start: 0, end: whole.length, verb: when[1] ?? '', tried: whole };
  if (MY_REQUEST.test(whole.slice(failure.index)) && /^(?:reject|refus|declin|denied|block)/i.test(failure[0]))
    return { start: 0, end: whole.length, verb: '', tried: whole };
  const mine = MINE.exec(before);
  if (mine) return { start: mine.index, end: whole.length, verb: '', tried: before.slice(mine.index) };
  const doing = DOING.exec(before);
  if (doing) return { start: doing.index + doing[0].length - doing[1]!.length, end: whole.length, verb: doing[1]!, tried: before };
  const noun = NOUN.exec(before);
  if (noun && OUR_SIDE.test(whole) && !/\byour (?:bank|payment|card|browser|device|app)\b/i.test(whole))
    return { start: noun.index, end: whole.length, verb: '', tried: before.slice(noun.index) };
  return undefined;
}

function trimmed(text: string, to: number): number {
  let end = to;
  while (end > 0 && /[\s.,;:!]/.test(text[end - 1]!)) end -= 1;
  return end;
}
