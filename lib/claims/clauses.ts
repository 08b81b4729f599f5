/** A sentence read piece by piece: where a claim begins, what still belongs to it, and what surrounds it and makes it none. */
import { type Form, fullForm, wordsOf } from './forms.ts';
import { creditNoun, labelled, nounFirst, verbFirst } from './fragments.ts';
import { awaitsYou, hasCondition, isCondition, isHearsay, isNegated, isOffer, isOthersDoing, isPolicy, isQuestion } from './framing.ts';
import { type Piece, pieces, type Span } from './segment.ts';

export interface Found extends Span {
  form: Form;
  text: string;
  denied: boolean;
}

export interface Context {
  /** The message waits for a yes. */
  proposal: boolean;
  /** Something before, in this part of the message, was said to be done. */
  done: boolean;
  /** Under a head line such as "Next steps". */
  undone: boolean;
  /** Notes and summaries speak in fragments; replies in sentences. */
  fragments: boolean;
  /** The line is a head line. */
  heading: boolean;
}

const TAIL =
  /\s(?:(?:as )?per (?:[\w-]+ ){0,4}(?:polic(?:y|ies)|sop|rules?|guidelines?|terms|requests?|procedures?|protocol|process|agreement|standard|instructions?)\b|as (?:requested|promised|discussed|agreed|per)|because\b|so (?:that|it|she|he|they|we)\b|due to\b|in case\b).*$/is;

/** "Refund: your money has been sent": where the sentence behind a label begins; 0 where there is no label. */
function afterLabel(clause: string): number {
  const colon = clause.indexOf(': ');
  return colon > 0 && colon < 60 ? colon + 2 : 0;
}

const readWhole = (clause: string): Form | null => {
  const words = wordsOf(clause);
  return words.length === 0 ? null : fullForm(words, clause);
};

/** A clause may begin here: it has a form of its own. */
function read(clause: string, context: Context, follows: Form | null): Form | null {
  const words = wordsOf(clause);
  if (words.length === 0) return null;
  const rest = afterLabel(clause);
  if (rest > 0) {
    const inner = clause.slice(rest);
    const telegraphic = context.fragments || context.done || /successfully/i.test(inner);
    const form = readWhole(inner) ?? (telegraphic ? (verbFirst(wordsOf(inner), inner) ?? nounFirst(wordsOf(inner), inner)) : null);
    if (form) return { ...form, start: form.start + rest };
  }
  const full = fullForm(words, clause);
  if (full) return full;
  if (context.heading) return null;
  const label = context.done || context.fragments ? labelled(words, clause) : null;
  if (label && !context.proposal) return label;
  const start = verbFirst(words, clause);
  if (start && (context.fragments || context.done || follows !== null || /successfully/i.test(clause))) return start;
  const noun = nounFirst(words, clause);
  if (noun && (context.fragments || context.done || follows !== null || /successfully|!$/i.test(clause))) return noun;
  return context.fragments || context.done ? creditNoun(words, clause) : null;
}

/** The claims of one sentence, denied ones included. */
export function inSentence(text: string, sentence: Span, context: Context): Found[] {
  const whole = text.slice(sentence.start, sentence.end);
  if (isQuestion(whole) || isCondition(whole)) return [];
  const found: Found[] = [];
  let open = null as Found | null;
  let conditional = false;
  let before: Piece | undefined;
  for (const part of pieces(text, sentence)) {
    const piece = open === null && before !== undefined ? withSubject(part, before, text) : part;
    before = part;
    const clause = text.slice(piece.start, piece.end);
    if (isCondition(clause) || (found.length === 0 && isHearsay(clause))) conditional = true;
    if (/^(?:but|so|;)$/.test(piece.separator)) conditional = isCondition(clause);
    const form: Form | null = continues(piece, clause, open) ? null : read(clause, context, open?.form ?? null);
    if (!form) {
      if (open && (belongs(clause) || continues(piece, clause, open))) extend(open, piece, text);
      continue;
    }
    open = null;
    if (conditional || (context.undone && form.name !== 'first-person') || barred(form, clause, context, whole)) continue;
    open = {
      form,
      start: piece.start + form.start,
      end: piece.end,
      text: text.slice(piece.start + form.start, piece.end),
      denied: isNegated(beforeVerb(clause, form)),
    };
    found.push(open);
  }
  return found;
}

/** "The total is $8, *which* has been charged": the subject stands in the piece before. */
const withSubject = (piece: Piece, before: Piece, text: string): Piece =>
  /^which (?:has|have|was|were|will)\b/i.test(text.slice(piece.start, piece.end))
    ? { ...piece, start: before.start, separator: before.separator }
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

/** Mistakes, and doings that name nothing: "it has been made". */
const MISHAP = /^(?:(?:it|this|that) has been made|made (?:a |an )?(?:mistake|error)|encountered|missed)\b/i;
const CONDITION_BEFORE = /\b(?:if|once|when|after|until|whether|unless)\s[^,]*$/i;

function barred(form: Form, clause: string, context: Context, sentence: string): boolean {
  if (GIVEN_HERE.test(clause.slice(form.start)) && !/@|\bby (?:e-?mail|text|sms|post)\b/i.test(clause)) return true;
  if (MISHAP.test(clause.slice(form.start)) || (form.name === 'passive' && CONDITION_BEFORE.test(beforeVerb(clause, form)))) return true;
  if (isOthersDoing(clause) || isCondition(clause) || isHearsay(clause)) return true;
  if (
    form.status === 'promised' &&
    (context.proposal || isPolicy(sentence) || (/^(?:i|we)\b/i.test(clause) ? awaitsYou(sentence) : hasCondition(sentence)))
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
    (open.form.name === 'promise' &&
      piece.separator === 'and' &&
      /^(?:notify|email|update|inform|follow|let|keep|contact|call|message)\b/i.test(clause)) ||
    (open.form.name === 'label' && /^(?:billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause) && !/[$€£]/.test(clause)));

/** What follows without a verb of its own and names values belongs to the claim before it: ", $144". Not so "; box 7 shipped". */
const belongs = (clause: string): boolean =>
  (clause.length <= 40 && /\d/.test(clause) && !/\p{L}ed\b/u.test(clause) && !/^(?:they|you|it|we|i|he|she|this|please)\b/i.test(clause)) ||
  /^(?:which (?:has|have|was|were|is|will)|billed|charged|credited|refunded|applied|issued|paid)\b/i.test(clause);

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
