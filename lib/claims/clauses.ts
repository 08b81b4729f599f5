/** A sentence read piece by piece: where a claim begins, what still belongs to it, and what surrounds it and makes it none. */

import { barred, beforeVerb } from './barred.ts';
import { classify } from './classify.ts';
import type { Context, Found } from './context.ts';
import { firstPerson, isLookedUp, toldSomebody } from './forms/first-person.ts';
import { type Form, skipAdverbs, type Word, wordsOf } from './forms/words.ts';
import { fullForm, handsOver } from './forms.ts';
import { arrow, attribute, creditNoun, handedOn, isDropped, labelled, nounFirst, ofThing, transfer, verbFirst } from './fragments.ts';
import { awaitsYou, isCondition, isGround, isHearsay, isNegated, isQuestion, opensDone } from './framing.ts';
import {
  ASIDE,
  belongs,
  continues,
  hasVerb,
  isAnotherSum,
  isPredicate,
  isThing,
  LISTS,
  promisesMore,
  SHARES_SUBJECT,
  subjectOf,
  withoutLead,
  withSubject,
} from './joins.ts';
import { SUM } from './money.ts';
import { isOthersClause } from './others.ts';
import { type Piece, pieces, type Span } from './segment.ts';
import { isFiniteVerb } from './verbs.ts';

const TAIL =
  /\s(?:(?:as )?per (?:[\w-]+ ){0,4}(?:polic(?:y|ies)|sop|rules?|guidelines?|terms|requests?|procedures?|protocol|process|agreement|standard|instructions?)\b|as (?:requested|promised|discussed|agreed|per)|because\b|so (?:that|it|she|he|they|we)\b|due to\b|in case\b).*$/is;

/** "Refund: your money has been sent": where the sentence behind a label begins; 0 where there is no label. */
function afterLabel(clause: string): number {
  const colon = clause.indexOf(': ');
  return colon > 0 && colon < 60 && (!clause.slice(0, colon).includes('(') || clause[colon - 1] === ')') ? colon + 2 : 0;
}

const readWhole = (clause: string): Form | null => {
  const words = wordsOf(clause);
  return words.length === 0 ? null : fullForm(words, clause);
};

const GIVES_REASON = /^(?:reason|(?:root )?cause|why|(?:[\p{L}\d#]+ )?status)\s?:/iu;

/** "Charged: $12 to the card ending 1090": told by itself in any list of labels. */
const MOVED_LABEL = /^(?:charged|refunded|credited|debited)\b[^:]{0,40}: /i;

/** "I found both *and have refunded one*, *and will send* the other, *and noted* it on the file": the speaker stands before. */
function withSpeaker(words: readonly Word[], clause: string): Form | null {
  const at = skipAdverbs(words, 0);
  const said = words[at]?.text ?? '';
  if (!/^(?:have|will|noted)$/.test(said)) return null;
  const spoken = { have: "i've", will: "i'll", noted: 'i' }[said]!;
  const form = firstPerson([{ ...words[at]!, text: spoken }, ...words.slice(said === 'noted' ? at : at + 1)], clause);
  return form && { ...form, start: said === 'noted' ? words[at]!.start : form.start };
}

/** A clause may begin here: it has a form of its own. */
function read(clause: string, context: Context, follows: Form | null, separator: string): Form | null {
  if (GIVES_REASON.test(clause)) return null;
  const words = wordsOf(clause);
  if (words.length === 0) return null;
  const rest = afterLabel(clause);
  const heading = rest > 0 ? words.filter((word) => word.end <= rest - 2) : [];
  const headed = heading.length > 2 ? verbFirst(heading, clause.slice(0, rest - 2)) : null;
  if (headed && isDropped(heading, headed))
    return isLookedUp(headed.verb) || follows?.name === 'first-person' ? { ...headed, name: 'first-person' } : headed;
  if (rest > 0) {
    const inner = clause.slice(rest);
    const said = wordsOf(inner);
    const listed = (context.bullet || context.labelled) && context.verbless;
    const telegraphic = said.length > 0 && (context.fragments || context.done || listed || /successfully/i.test(inner));
    const named = opensDone(clause.slice(0, rest)) ? rest : words[0]!.start;
    const whole = readWhole(inner);
    if (whole) return { ...whole, start: whole.start + rest };
    const form =
      telegraphic && !context.proposal && !/^already\b/i.test(inner)
        ? (ofThing(said, inner) ?? verbFirst(said, inner) ?? nounFirst(said, inner))
        : null;
    // What is done stands behind the thing that it is done to.
    if (form)
      return {
        ...form,
        start: form.name !== 'noun-first' || /^\P{L}{0,3}\d/u.test(inner) ? named + (named === rest ? form.start : 0) : form.start + rest,
        ...(context.done || context.fragments ? {} : { tells: form.tells ?? (form.name === 'label' ? 'state' : 'value') }),
      };
  }
  const full = fullForm(words, clause) ?? (separator === '' ? handsOver(words) : null);
  if (full) return full;
  if (context.heading) {
    const head = separator === '' && /\bfor you$/.test(clause) ? verbFirst(words, clause) : null;
    return head && isDropped(words, head) ? head : null;
  }
  const meant = context.fragments && words[0]!.text === 'will' ? firstPerson([{ ...words[0]!, text: "i'll" }, ...words.slice(1)], clause) : null;
  if (meant) return { ...meant, start: words[0]!.start };
  const label =
    context.done || context.fragments || (context.labelled && MOVED_LABEL.test(clause))
      ? (labelled(words, clause) ?? transfer(words, clause, context.money))
      : null;
  if (label && !context.proposal) return label;
  const shared = follows?.name === 'first-person' && separator === 'and' ? withSpeaker(words, clause) : null;
  if (shared) return shared;
  const heard = follows?.name === 'first-person' && separator === 'and' ? toldSomebody(words, skipAdverbs(words, 0), false) : null;
  if (heard) return { name: heard, status: 'done', start: words[0]!.start, verb: words[skipAdverbs(words, 0)]!.text };
  const start = verbFirst(words, clause, separator === 'and' && follows?.name === 'first-person');
  if (start && follows?.name === 'first-person' && /^(?:and|,)$/.test(separator)) return { ...start, name: 'first-person' };
  if (start && context.bullet && isLookedUp(start.verb)) return { ...start, name: 'first-person' };
  if (start && separator === '' && follows === null && isDropped(words, start)) return start;
  const isList = context.fragments || context.done || context.checked;
  if (start && (isList || follows !== null || /successfully/i.test(clause))) return start;
  const verbless = !context.facts && (context.verbless || (context.stands && !words.some((word) => isFiniteVerb(word.text)) && separator === ''));
  if (start && verbless) return start;
  const noun = nounFirst(words, clause);
  if (noun && (isList || follows !== null || /successfully|!$/i.test(clause))) return noun;
  if (noun && verbless) return { ...noun, tells: noun.tells ?? 'state' };
  const named = context.bullet || context.done ? attribute(words, clause) : null;
  if (named && !context.proposal) return named;
  const handed = context.done || context.fragments ? handedOn(words, clause) : null;
  if (handed) return handed;
  const became = arrow(words, clause);
  if (became) return context.done || context.fragments ? became : { ...became, tells: 'value' };
  const credit = context.fragments || context.done ? creditNoun(words, clause) : null;
  if (credit) return credit;
  return context.deed !== '' && separator === '' && follows === null && !words.some((word) => isFiniteVerb(word.text))
    ? { name: 'label', status: 'done', start: words[0]!.start, verb: context.deed }
    : null;
}

/** "Hey Ana, checked the order …": what stands before the sentence itself. */
const GREETING =
  /^(?:hey|hi|hiya|hello|dear|sure|yes|yep|no|ok|okay|right|thanks?|thank you|sorry|confirmed|good (?:morning|afternoon|evening|day|news)|of course|absolutely)\b(?: \S+){0,3}$/i;

/** "Ana Ruiz – 6 h added": the one that it was done for stands first. */
const BESIDE = /^(?:[-–—→]|->)$/;

/** "The difference is $5.00, *charged to your card*": the sum stands before. */
const MOVED = /^(?:charged|billed|refunded|credited|debited|deducted|paid)$/;
function sumAtEnd({ start, end }: Span, text: string): number | undefined {
  const hit = /(?:[A-Z]{3} ?)?[$€£¥]? ?\d[\d.,]{0,14}(?: ?(?:[A-Z]{3}|[$€£¥]))?$/u.exec(text.slice(start, end));
  return hit && SUM.test(hit[0]) ? start + hit.index : undefined;
}

/** The claims of one sentence, denied ones included. */
export function inSentence(text: string, sentence: Span, context: Context): Found[] {
  const whole = text.slice(sentence.start, sentence.end);
  context.verbless = !wordsOf(whole.replace(/\([^()]{0,200}\)/g, ' ')).some((word) => isFiniteVerb(word.text));
  if (isQuestion(whole) || isCondition(whole)) return [];
  const found: Found[] = [];
  let open = null as Found | null;
  let conditional = false;
  let ground = false;
  let theirs = false;
  let shown = false;
  let greeted = true;
  let closed = false;
  let subject: Piece | undefined;
  let listed: Piece | undefined;
  let item: Piece | undefined;
  const parts = pieces(text, sentence);
  context.stands = context.bullet || /^[-–—;:]$/.test(parts[1]?.separator ?? '');
  for (const part of parts) {
    const piece = open === null && subject !== undefined ? withSubject(part, subject, text) : withoutLead(part, text);
    if (!LISTS.test(part.separator)) listed = undefined;
    if (piece.start >= part.start && !ASIDE.test(text.slice(part.start, part.end))) subject = part;
    const clause = text.slice(piece.start, piece.end);
    if (isCondition(clause) || awaitsYou(clause) || (found.length === 0 && isHearsay(clause) && !/^(?:i|we)\b/i.test(clause))) conditional = true;
    if (/^(?:but|so|;|:)$/.test(piece.separator)) conditional = isCondition(clause);
    ground = isGround(clause) || /^(?:after|while)$/.test(piece.separator) || (ground && piece.separator === 'and');
    const about: string = open !== null && !open.denied && isPredicate(clause) ? subjectOf(open) : '';
    const form: Form | null = continues(piece, clause, open)
      ? null
      : open !== null && isAnotherSum(clause) && LISTS.test(piece.separator)
        ? again(open)
        : open?.form.name === 'promise' && piece.separator === 'and' && promisesMore(clause)
          ? { ...open.form, start: 0, verb: /^(?:also |then )?(\p{L}+)/iu.exec(clause)![1]!.toLowerCase() }
          : about === ''
            ? read(clause, context, open?.form ?? null, greeted ? '' : piece.separator)
            : ofSubject(about, clause);
    // "The depot gave up: I looked at it again" has a subject of its own behind theirs.
    const ours = form?.name === 'first-person' && /\b(?:i|we)\b/i.test(clause);
    theirs = !ours && (isOthersClause(clause) || (theirs && (form === null || form.name === 'verb-first' || /^(?:it|this|that) /i.test(clause))));
    // "Log checked: box sent on 4 May": what was found there is the record's.
    if (piece.separator === ':' && open !== null && classify(open.form.verb, open.text).kind === 'read') shown = true;
    if (piece.separator === ';' || (form && !isOfRecord(form))) shown = false;
    if (shown && form && isOfRecord(form)) {
      open = null;
      continue;
    }
    if (!form) {
      greeted &&= GREETING.test(clause);
      const goesOn = continues(piece, clause, open) || belongs(clause, piece.separator);
      closed ||= !goesOn && (piece.separator === 'and' || (hasVerb(clause) && piece.separator !== 'after'));
      if (open && !closed && goesOn) extend(open, piece, text);
      else if (part === parts[0] && parts[1] !== undefined && BESIDE.test(parts[1].separator) && clause.length < 50) item = piece;
      if (open === null && !theirs && isThing(clause) && !GREETING.test(clause)) listed ??= piece;
      else if (hasVerb(clause)) listed = undefined;
      continue;
    }
    greeted = false;
    closed = false;
    // A row of a table tells of what its first cell names.
    const cell =
      context.row && found.length === 0 && /^(?:label|noun-first)$/.test(form.name) && piece.start - parts[0]!.start < 60 ? parts[0] : undefined;
    const shared =
      cell ??
      (SHARES_SUBJECT.test(form.name) && form.start === 0 && open === null
        ? (listed ?? (form.name === 'noun-first' && context.bullet ? item : undefined))
        : undefined);
    const before = parts[parts.indexOf(part) - 1];
    const sum = open === null && before && piece.separator === ',' && form.start === 0 && MOVED.test(form.verb) ? sumAtEnd(before, text) : undefined;
    item = undefined;
    listed = undefined;
    open = null;
    if (
      theirs ||
      conditional ||
      (context.undone && form.name !== 'first-person') ||
      (ground && isState(form, clause)) ||
      barred(form, clause, context, whole)
    )
      continue;
    open = {
      form,
      start: shared?.start ?? sum ?? piece.start + form.start,
      end: piece.end,
      text: text.slice(shared?.start ?? sum ?? piece.start + form.start, piece.end),
      denied: isNegated(beforeVerb(clause, form), form.name === 'first-person'),
      ...(about === '' ? {} : { subject: about }),
    };
    found.push(open);
  }
  return found;
}

/** The deed of the claim before, told of something else. */
const again = ({ form, text }: Found): Form | null =>
  form.status === 'done' && SUM.test(text) && /^(?:first-person|verb-first|passive)$/.test(form.name) ? { ...form, start: 0 } : null;

/** A predicate read with the subject that stands before it. */
function ofSubject(subject: string, clause: string): Form | null {
  const form = readWhole(`${subject} ${clause}`);
  return form === null || form.start > subject.length ? form : { ...form, start: 0 };
}

/** Not told by the speaker of itself, nor in a whole sentence of what was done. */
const isOfRecord = (form: Form): boolean =>
  !/^(?:first-person|promise|progressive)$/.test(form.name) && (form.name !== 'passive' || form.tells !== undefined);

/** Told by the way, as a ground or a time: "*after the rental is confirmed*", "*now that we have* reset it". */
const isState = (form: Form, clause: string): boolean =>
  /^(?:passive|resultative|progressive|promise)$/.test(form.name) || /\bthat we(?:'ve)?\b/i.test(clause);

function extend(found: Found, piece: Piece, text: string): void {
  found.end = piece.end;
  found.text = text.slice(found.start, piece.end);
}

/** The tail that gives a ground or an aim is no part of what was done. */
export function tight(found: Found, text: string): Span {
  const cut = TAIL.exec(found.text);
  let end = cut && cut.index >= 4 ? found.start + cut.index : found.end;
  while (end > found.start && /[\s.,;:!]/.test(text[end - 1]!)) end -= 1;
  return { start: found.start, end };
}
