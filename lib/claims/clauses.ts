/** A sentence read piece by piece: where a claim begins, what still belongs to it, and what surrounds it and makes it none. */
import { type Form, fullForm, isLookedUp, wordsOf } from './forms.ts';
import { arrow, attribute, creditNoun, labelled, nounFirst, transfer, verbFirst } from './fragments.ts';
import {
  awaitsYou,
  hasCondition,
  isAim,
  isCondition,
  isGeneral,
  isGround,
  isHearsay,
  isNegated,
  isOffer,
  isOpenEnded,
  isPolicy,
  isQuestion,
  isReport,
  isSubordinate,
} from './framing.ts';
import { isOthersClause, isOthersDoing, isOthersWord } from './others.ts';
import { type Piece, pieces, type Span } from './segment.ts';
import { isFiniteVerb } from './verbs.ts';

export interface Found extends Span {
  form: Form;
  text: string;
  denied: boolean;
}

export interface Context {
  /** The message waits for a yes. */
  proposal: boolean;
  /** Something was offered before, in the same paragraph: what will come of it waits for the customer. */
  offered: boolean;
  /** Something before, in this part of the message, was said to be done. */
  done: boolean;
  /** Under a head line such as "Next steps". */
  undone: boolean;
  /** Notes and summaries speak in fragments; replies in sentences. */
  fragments: boolean;
  /** The line is a head line. */
  heading: boolean;
  /** The line is one of a list. */
  bullet: boolean;
  /** The sentence has no finite verb: a note's style, "Dispatch closed." */
  verbless: boolean;
  /** Its first piece stands by itself: in a list, or before a dash. */
  stands: boolean;
  /** Under a head line such as "Payment" or "Refund": which way money went. */
  money: 'charged' | 'refunded' | 'credited' | '';
}

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

const GIVES_REASON = /^(?:reason|cause|why|(?:[\p{L}\d#]+ )?status)\s?:/iu;

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

/** "The shelf *and* the puzzle have been returned": things told of together, before the verb. */
const LISTS = /^(?:and|&|\+|\/|,)$/;
const SHARES_SUBJECT = /^(?:passive|resultative|promise|progressive)$/;
const isThing = (clause: string): boolean =>
  clause.split(' ').length <= 14 &&
  !/\bnow\b/.test(clause) &&
  /^(?:the|your|our|both|all|these|this|\p{Lu}|\d|#)/u.test(clause) &&
  !wordsOf(clause).some((word) => isFiniteVerb(word.text) || /^(?:i|we|you|they|he|she|it)$/.test(word.text));

const LEAD = /^(?:please (?:note|know|be aware|be advised)(?: that|:)?|(?:note|be aware|be advised|rest assured) that)\s+(?=\S)/i;
const withoutLead = (piece: Piece, text: string): Piece => ({
  ...piece,
  start: piece.start + (LEAD.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0),
});

/** "Your seat, *in the upper deck*, …", "The refund, *totalling $9*, …": told of the subject in passing. */
const ASIDE = /^(?:in|on|at|from|for|with|to|of|including|totall?ing|plus)\b/i;
const PREDICATE = /^(?:which )?(?:has|have|was|were|will|is|are)\b|^in [\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,2} (?:has|have|will|is|are|was|were)\b/iu;

/** "The total is $8, *which* has been charged", "Your seat, in the upper deck, *has been* booked": the subject stands before. */
const withSubject = (piece: Piece, subject: Piece, text: string): Piece =>
  (piece.separator === ',' || /^which\b/i.test(text.slice(piece.start, piece.end))) && PREDICATE.test(text.slice(piece.start, piece.end))
    ? { ...piece, start: subject.start, separator: subject.separator }
    : piece;

/** What stands after the verb ("at no extra cost") denies nothing, but for what was not done at all: "changed nothing". */
function beforeVerb(clause: string, form: Form): string {
  const at = form.verb === '' ? -1 : clause.toLowerCase().lastIndexOf(form.verb);
  const verbEnd = at < 0 ? clause.length : at + form.verb.length;
  return `${clause.slice(0, verbEnd)} ${/^\s+nothing\b/i.exec(clause.slice(verbEnd))?.[0] ?? ''}`;
}

/** What the message itself gives is no doing that a tool would record: "sent the steps". */
const GIVEN_HERE =
  /^(?:sent|shared|provided|gave|given)\b.{0,40}\b(?:steps|instructions|info|information|details|guide|guidance|article|answer|reply|response|options|workaround)\b/i;

/** Told by the way, as a ground or a time: "*after the rental is confirmed*", "*now that we have* reset it". */
const isState = (form: Form, clause: string): boolean =>
  /^(?:passive|resultative|progressive|promise)$/.test(form.name) || /\bthat we(?:'ve)?\b/i.test(clause);

/** Mistakes, and doings that name nothing: "it has been made". */
const MISHAP = /^(?:(?:it|this|that) has been made|made (?:a |an )?(?:mistake|error)|encountered|missed)\b/i;

/** "Decisions are sent *from 20 April*", "money is refunded *within 5 days*". */
const IN_GENERAL = /\bwithin \d|\bwhen\b|\b(?:each|every) (?:day|week|month|year|time)\b/i;
/** What the customer is to do. */
const INSTRUCTS =
  /^(?:kindly |simply |just |then )?(?:tap|click|dial|press|select|choose|enter|visit|log in|sign in|scroll|type|go to|open the|hold down)\b(?= (?:the|your|on|our|any|an?|it|to|in|here|yes|no|option)\b| [\d*"'<>A-Z])/i;
/** "Case closed", "Resolved: damage claim": the ticket's own end, and no deed. */
const BARE =
  /^(?:[\w-]+ ){0,2}(?:case|ticket|issue|conversation) (?:closed|resolved|solved)$|^(?:resolved|closed|solved|routed)(?:\/\w+)?(?:$|[:(]| \()/i;

/** "*Verify* that it is removed", "see *whether* it is booked". */
const ASKED_FOR = /\b(?:verify|ensure|make sure|check|confirm|whether|what|where|how|who|whose|until|wish|hope|want|need)\b/i;

function barred(form: Form, clause: string, context: Context, sentence: string): boolean {
  if (form.tells && (ASKED_FOR.test(beforeVerb(clause, form)) || IN_GENERAL.test(clause) || hasCondition(clause))) return true;
  // What a tag holds is no prose, but for a whole sentence that is hidden there.
  if (form.name !== 'first-person' && form.name !== 'passive' && /\w=["']/.test(clause)) return true;
  if (INSTRUCTS.test(clause) || (/^(?:verb-first|noun-first|resultative)$/.test(form.name) && BARE.test(clause))) return true;
  if (GIVEN_HERE.test(clause.slice(form.start)) && !/@|\bby (?:e-?mail|text|sms|post)\b/i.test(clause)) return true;
  if (MISHAP.test(clause.slice(form.start))) return true;
  if (form.name !== 'first-person' && (isSubordinate(beforeVerb(clause, form)) || isOpenEnded(clause) || isReport(sentence))) return true;
  if (/^(?:promise|resultative|progressive)$/.test(form.name) && isGeneral(clause.slice(form.start)) && !/[$€£¥]/.test(clause)) return true;
  if (
    isOthersDoing(clause) ||
    (form.name !== 'first-person' && isOthersWord(sentence)) ||
    isCondition(clause) ||
    isHearsay(form.name === 'first-person' || form.name === 'promise' ? beforeVerb(clause, form) : clause)
  )
    return true;
  if (
    form.status === 'promised' &&
    (context.proposal ||
      context.offered ||
      isPolicy(sentence) ||
      isAim(beforeVerb(clause, form)) ||
      (isGeneral(clause) && !/[$€£¥]/.test(clause)) ||
      (/^(?:i|we)\b/i.test(clause) ? awaitsYou(sentence) : hasCondition(sentence)))
  )
    return true;
  if (form.name === 'first-person' || form.name === 'progressive') return false;
  if (form.name === 'promise') return false;
  if (isOffer(clause) || (isPolicy(clause) && form.name !== 'noun-first')) return true;
  return context.proposal && form.name !== 'passive' && form.name !== 'resultative';
}

/** "voided *and regenerated*": a lone verb goes with what stands before it. */
const continues = (piece: Piece, clause: string, open: Found | null): boolean =>
  open !== null &&
  ((/^(?:and|\/|&|\+|→|->)$/.test(piece.separator) && !/\s/.test(clause)) ||
    /^which\b/i.test(clause) ||
    (piece.separator === 'and' && /^(?:added|applied|updated|saved|placed|attached|linked|set) (?:to|for|on|in|with|at)\b/i.test(clause)) ||
    (/\b(?:refund|credit|amount|money|payment)\b|[$€£]/i.test(open.text) &&
      /^(?:should|will) (?:be )?(?:reflect(?:ed)?|appear|arrive|show(?: up)?|visible|available|post)\b/i.test(clause)) ||
    (open.form.name === 'promise' &&
      piece.separator === 'and' &&
      /^(?:notify|email|update|inform|follow|let|keep|contact|call|message)\b/i.test(clause)) ||
    (open.form.name === 'label' && /^(?:billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause) && !/[$€£]/.test(clause)));

/** What follows without a verb of its own and names values belongs to the claim before it: ", $144". Not so "; box 7 shipped". */
const belongs = (clause: string): boolean =>
  !/^(?:and )?(?:another )?[$€£]\s?\d[\d.,]* for\b/.test(clause) &&
  ((clause.length <= 40 && /\d/.test(clause) && !/\p{L}ed\b/u.test(clause) && !/^(?:they|you|it|we|i|he|she|this|please)\b/i.test(clause)) ||
    /^(?:which (?:has|have|was|were|is|will)|billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause));

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
