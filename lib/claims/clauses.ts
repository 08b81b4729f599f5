/** A sentence read piece by piece: where a claim begins, what still belongs to it, and what surrounds it and makes it none. */

import { barred, beforeVerb } from './barred.ts';
import type { Context, Found } from './context.ts';
import { isLookedUp } from './forms/first-person.ts';
import { type Form, wordsOf } from './forms/words.ts';
import { fullForm } from './forms.ts';
import { arrow, attribute, creditNoun, labelled, nounFirst, transfer, verbFirst } from './fragments.ts';
import { awaitsYou, isCondition, isGround, isHearsay, isNegated, isQuestion } from './framing.ts';
import { ASIDE, belongs, continues, isThing, LISTS, SHARES_SUBJECT, withoutLead, withSubject } from './joins.ts';
import { isOthersClause } from './others.ts';
import { type Piece, pieces, type Span } from './segment.ts';
import { isFiniteVerb } from './verbs.ts';

const TAIL =
  /\s(?:(?:as )?per (?:[\w-]+ ){0,4}(?:polic(?:y|ies)|sop|rules?|guidelines?|terms|requests?|procedures?|protocol|process|agreement|standard|instructions?)\b|as (?:requested|promised|discussed|agreed|per)|because\b|so (?:that|it|she|he|they|we)\b|due to\b|in case\b).*$/is;

/** "Refund: your money has been sent": where the sentence behind a label begins; 0 where there is no label. */
function afterLabel(clause: string): number {
  const colon = clause.indexOf(': ');
  return colon > 0 && colon < 60 && !clause.slice(0, colon).includes('(') ? colon + 2 : 0;
}

const readWhole = (clause: string): Form | null => {
  const words = wordsOf(clause);
  return words.length === 0 ? null : fullForm(words, clause);
};

const GIVES_REASON = /^(?:reason|(?:root )?cause|why|(?:[\p{L}\d#]+ )?status)\s?:/iu;

/** A clause may begin here: it has a form of its own. */
function read(clause: string, context: Context, follows: Form | null, separator: string): Form | null {
  if (GIVES_REASON.test(clause)) return null;
  const words = wordsOf(clause);
  if (words.length === 0) return null;
  const rest = afterLabel(clause);
  if (rest > 0) {
    const inner = clause.slice(rest);
    const said = wordsOf(inner);
    const telegraphic = said.length > 0 && (context.fragments || context.done || /successfully/i.test(inner));
    const form = readWhole(inner) ?? (telegraphic ? (verbFirst(said, inner) ?? nounFirst(said, inner)) : null);
    if (form) return { ...form, start: form.start + rest };
  }
  const full = fullForm(words, clause);
  if (full) return full;
  if (context.heading) return null;
  const label = context.done || context.fragments ? (labelled(words, clause) ?? transfer(words, clause, context.money)) : null;
  if (label && !context.proposal) return label;
  const start = verbFirst(words, clause);
  if (start && follows?.name === 'first-person' && /^(?:and|,)$/.test(separator)) return { ...start, name: 'first-person' };
  if (start && context.bullet && isLookedUp(start.verb)) return { ...start, name: 'first-person' };
  if (start && (context.fragments || context.done || follows !== null || /successfully/i.test(clause))) return start;
  const verbless = context.verbless || (context.stands && !words.some((word) => isFiniteVerb(word.text)) && separator === '');
  if (start && verbless) return start;
  const noun = nounFirst(words, clause);
  if (noun && (context.fragments || context.done || follows !== null || /successfully|!$/i.test(clause))) return noun;
  if (noun && verbless) return { ...noun, tells: 'state' };
  const named = context.bullet || context.done ? attribute(words, clause) : null;
  if (named && !context.proposal) return named;
  const became = arrow(words, clause);
  if (became) return context.done || context.fragments ? became : { ...became, tells: 'value' };
  return context.fragments || context.done ? creditNoun(words, clause) : null;
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
  let subject: Piece | undefined;
  let listed: Piece | undefined;
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
    const form: Form | null = continues(piece, clause, open) ? null : read(clause, context, open?.form ?? null, piece.separator);
    // "The depot gave up: I looked at it again" has a subject of its own behind theirs.
    const ours = form?.name === 'first-person' && /\b(?:i|we)\b/i.test(clause);
    theirs = !ours && (isOthersClause(clause) || (theirs && (form === null || form.name === 'verb-first' || /^(?:it|this|that) /i.test(clause))));
    if (!form) {
      if (open && (belongs(clause) || continues(piece, clause, open))) extend(open, piece, text);
      else if (open === null && !theirs && isThing(clause)) listed ??= piece;
      continue;
    }
    const shared = SHARES_SUBJECT.test(form.name) && form.start === 0 && open === null ? listed : undefined;
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
      start: shared?.start ?? piece.start + form.start,
      end: piece.end,
      text: text.slice(shared?.start ?? piece.start + form.start, piece.end),
      denied: isNegated(beforeVerb(clause, form)),
    };
    found.push(open);
  }
  return found;
}

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
