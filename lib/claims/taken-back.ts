/** What a message takes back of what was told before: "Correction: …", "I said that …, which was wrong", "sorry, it has not been sent". Pure. */
import { normalise } from './normalise.ts';
import { lines, pieces, type Span, sentences } from './segment.ts';

export interface TakenBack {
  /** Clauses that deny what was told, or repeat it and call it wrong: "the record was added", "no refund has been made". */
  denied: string[];
  /** "Sorry, it has not been issued": without a word of what. */
  unnamed: boolean;
  /** "Please disregard *the address* in my last message": what of the message before is void; '' where all of it is. */
  disregarded: string[];
  /**
   * Sentences in which the thing may be told anew: `marked` behind words that take something back, else by a contrast alone, "£48, not £84".
   * In UTF-16 units of the message's text, with the words as the grammar reads them.
   */
  anew: (Span & { text: string; marked: boolean })[];
}

/** The agent says that something it told was not so. */
const MARKERS: readonly RegExp[] = [
  /\bcorrection\b(?= to | of |\s?[:,.;!–—-]|$)|\b(?:quick|small|one|a) correction\b|\bto correct (?:it|that|this|myself|my|what)\b|\b(?:let me|allow me to|i'll) correct\b/i,
  /\b(?:i|we) (?:also )?(?:need|have|must|want|should|would like|owe it to you)(?: also)?(?: to)? (?:correct|retract|withdraw|rectify|take (?:something|that|this|it|back)|put (?:something|this|that|it) right|set (?:this|that|it|the record) straight)\b/i,
  /\b(?:i|we) (?:was|were) (?:wrong|mistaken|incorrect|too (?:fast|quick|hasty|early))\b|\b(?:i|we)(?: have|'ve)? (?:misspoke|misspoken|misstated|misinformed you|got ahead of (?:myself|ourselves)|spoke too soon|spoken too soon|mixed (?:that|this|it|them|the [a-z]+) up|mixed up|swapped the)\b/i,
  /\b(?:that|this|it|which|what i (?:said|wrote|told you)) (?:is|was) (?:wrong|untrue|incorrect|inaccurate|false|premature|a mistake|an error|a typo|a slip|my mistake|my error|not (?:right|true|correct|accurate|the case|quite right))\b/i,
  /\bmy (?:last |previous |earlier |first )?(?:message|reply|note|answer|statement|summary|e-?mail|update)(?: above| before)? (?:was|is) (?:wrong|not\b|incorrect|mistaken|inaccurate|premature)|\b(?:mistake|error|slip) (?:is |was )?(?:only )?in my (?:last |previous |earlier )?(?:message|reply|note|answer|summary)\b/i,
  /\bcontrary to what (?:i|we)\b|\b(?:neither|none|not all) of (?:the|what)\b[^.!?]{0,40}\b(?:i|we) told\b|\btypo\b|\bwhat (?:i|we) should have (?:written|said|told)\b/i,
  /\b(?:i|we) (?:quoted|gave|wrote|stated|told|named|typed)\b[^.!?]{0,60}\b(?:wrong|wrongly|incorrect|incorrectly|by mistake|in error|mistakenly)\b/i,
];

/** Beside a denial of what is told to be done, these take it back. */
const SOFT = /\b(?:sorry|apolog(?:y|ies|i[sz]e)|in fact|actually|after all|to be honest|in truth)\b/i;
const UNDONE = /\b(?:has|have|had|was|were|did)(?: not|n't)\b|\bno [\p{L} ]{2,30} (?:has|have|had|was|were)\b|\bnothing (?:has|have|had|was)\b/iu;

const NEGATED = /\b(?:not|never|no|none|nothing|neither|nor|cannot|unable)\b|n't\b/i;
/** Negations that deny no doing: "no other change", "no longer", "not only", "no need", and all that was only late or ill done. */
const NOT_DENIED =
  /\b(?:no|any) (?:further|other|additional|more|extra|charge|cost|fee)\b|\bno (?:longer|need|problem|worries|doubt)\b|\bnot (?:only|just|yet clear)\b|\btwice\b|\b(?:sooner|earlier|faster|in time|on time|properly|correctly|right away|immediately|well|easy)\b/i;
/** "The refund was not $48": another value is told, not that nothing was done. */
const OTHER_VALUE = /\b(?:not|n't)(?: for| of| to| at| on| in)?(?: the| a)? ?(?:[$€£¥#]|\d)/i;
/** What befalls the customer and is nobody's doing: "your refund has not arrived". */
const RECEIVED =
  /\b(?:arrived?|reach(?:ed)?|receiv(?:e|ed)|show(?:n|ed)? up|shown|appear(?:ed)?|landed|come|came|seen?|help(?:ed)?|clear(?:ed)?|delivered|found|got|heard|happy|able to see)\b/i;
const OPEN = /\b(?:if|unless|until|whether|in case|once|as soon as)\b/i;

/** What was said before, told again: the words behind it name the thing. */
const SAID_BEFORE =
  /(?<!\bas )\b(?:i|we) (?:had |have |previously |earlier |also |just )?(?:said|wrote|written|told you|claimed|stated|confirmed|promised|mentioned|informed you)(?: to you)?(?: earlier| before| above| previously)?(?: that)? (?=\S)/i;
const WRONG =
  /\b(?:wrong|untrue|not true|incorrect|inaccurate|mistake|mistaken|error|false|premature|typo|not (?:right|correct|accurate|so|the case)|(?:was|is|were|are|had|has|have|did|do|does|could|can)(?: not|n't))\b|n't\b/i;

const DISREGARD =
  /\b(?:disregard|ignore|forget|strike)\b(?! if)(?: about)? ((?:[^\s.!?;,]+ ){0,8}?)(?:in |of |from )?(?:my|our|the) (?:last|previous|earlier|first|above|former) (?:message|reply|note|answer|summary|e-?mail|update)\b/i;
const DISREGARD_SAID =
  /\b(?:disregard|ignore|forget) what (?:i|we) (?:said|wrote|told you)(?: earlier| before| above)?(?: about)?((?: [^\s.!?;,]+){0,8})/i;

/** "£48, *not £84*", "10 *instead of* 12". */
const CONTRAST = /\b(?:not|rather than|instead of)(?: for| of| to| at| on)?(?: the| a)? ?(?:[$€£¥#]\s?)?(?:[A-Z]{3} ?)?[\w-]*\d/i;

interface Sentence extends Span {
  text: string;
  paragraph: number;
}

export function takenBack(original: string): TakenBack {
  const { text, starts, ends } = normalise(original);
  const all = sentencesOf(text);
  const found: TakenBack = { denied: [], unnamed: false, disregarded: [], anew: [] };
  const marked = all.map((one) => MARKERS.some((marker) => marker.test(one.text)) || voids(one.text).length > 0);
  all.forEach((one, index) => {
    if (/\?["')]?$/.test(one.text)) return;
    found.disregarded.push(...voids(one.text));
    const repeated = repeatedIn(one.text, all[index + 1]?.text ?? '');
    if (repeated !== null) found.denied.push(repeated);
    const after = opens(index, all, marked);
    if (after || marked[index + 1] || SOFT.test(one.text)) {
      const clauses = deniedIn(text, one).filter((clause) => after || marked[index + 1] || UNDONE.test(clause));
      found.denied.push(...clauses.filter((clause) => !UNNAMED.test(clause)));
      if (clauses.some((clause) => UNNAMED.test(clause))) found.unnamed = true;
    }
    if (after || CONTRAST.test(one.text)) found.anew.push({ start: starts[one.start]!, end: ends[one.end - 1]!, text: one.text, marked: after });
  });
  return found;
}

/** A marker stands in the sentence, or before it in its paragraph, or right before it. */
const opens = (index: number, all: readonly Sentence[], marked: readonly boolean[]): boolean =>
  marked.some((mark, at) => mark && at <= index && (all[at]!.paragraph === all[index]!.paragraph || at + 1 === index));

const BLANK = /\n\s*\n/;

/** Without lines that are quoted from another message. */
function sentencesOf(text: string): Sentence[] {
  let paragraph = 0;
  let last = 0;
  return lines(text).flatMap((line) => {
    if (BLANK.test(text.slice(last, line.start))) paragraph += 1;
    last = line.end;
    const mark = text.slice(text.lastIndexOf('\n', line.start - 1) + 1, line.start);
    return mark.includes('>') ? [] : sentences(text, line).map((span) => ({ ...span, text: text.slice(span.start, span.end), paragraph }));
  });
}

const voids = (sentence: string): string[] => {
  const hit = DISREGARD.exec(sentence)?.[1] ?? DISREGARD_SAID.exec(sentence)?.[1];
  return hit === undefined ? [] : [hit.trim()];
};

/** "I told you that *a dispute had been raised*. That was wrong": null where what was said is not called wrong. */
function repeatedIn(sentence: string, next: string): string | null {
  const hit = SAID_BEFORE.exec(sentence);
  if (!hit) return null;
  const behind = sentence.slice(hit.index + hit[0].length);
  const cut = behind.search(/[,;:(]|\s(?:but|and|which|although|though|when|while)\s/);
  const words = cut < 0 ? behind : behind.slice(0, cut);
  const rest = `${cut < 0 ? '' : behind.slice(cut)} ${next}`;
  const before = sentence.slice(0, hit.index);
  return WRONG.test(rest) || MARKERS.some((marker) => marker.test(before)) ? words : null;
}

/** "It has not been", "I haven't": nothing names what was not done. */
const UNNAMED =
  /^(?:[\p{L}']+ )?(?:it|that|this|i|we) (?:(?:has|have|had|was|is|did|could)(?: not|n't)|never)(?: yet| in fact| actually)?(?: (?:been|be))?(?: (?:done|made|issued|processed|sent|set up|completed|submitted))?(?: yet| so far)?$/iu;

/** Clauses that say that something was not done. */
const deniedIn = (text: string, sentence: Sentence): string[] =>
  pieces(text, sentence).flatMap((piece) => {
    const clause = text.slice(piece.start, piece.end);
    const open = OPEN.test(text.slice(sentence.start, piece.end));
    return NEGATED.test(clause) && !open && !NOT_DENIED.test(clause) && !OTHER_VALUE.test(clause) && !RECEIVED.test(clause) ? [clause] : [];
  });
