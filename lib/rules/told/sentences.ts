/** The sentences of a message that tell of something done: without what they ask, offer, deny, set as a condition or leave as it was. */
import { contentWords } from '../../actions/stem.ts';
import { isCondition, isHearsay, isNegated, isOffer, isQuestion } from '../../claims/framing.ts';
import { normalise } from '../../claims/normalise.ts';
import { isOthersDoing } from '../../claims/others.ts';
import { lines, pieces, sentences } from '../../claims/segment.ts';
import { onceOfText } from '../../match/once.ts';
import { saidAs } from './phrases.ts';
import { tokensOfText } from './tokens.ts';

export interface Telling {
  text: string;
  /** Stems of its words, and its values as tokens. */
  tokens: ReadonlySet<string>;
  /** It tells of several things at once: "both", "all 3". */
  plural: boolean;
  /** It tells of something looked up. */
  reads: boolean;
}

/** What is told beside an amount, a rest or a need denies nothing that was done. */
const HARMLESS =
  /\b(?:at |for )?(?:no|zero|without(?: any)?) (?:\p{L}{1,30} )?(?:costs?|charges?|fees?|charge|longer|need|problem|worries|trouble|interruption|gaps?)\b|\bnot (?:only|too late|a problem|to worry)\b|\bnothing (?:more|else)? ?(?:to|for you|you)\b|\bno\.? ?(?=\d)/giu;
const LEFT_AS_IT_WAS =
  /\b(?:still|stays|stay (?:as|active|the same|unchanged|open)|remains?|unchanged|untouched|keeps?|kept|no changes?)\b|\bas (?:it|they) (?:is|are|was|were)\b/i;
/** What the reader is to do. */
const YOURS = /\byourself\b|\b(?:has|have|needs?) to be \p{L}{1,30} by you\b|\bwant me to\b/iu;
const ASSURES = /\b(?:i|we) can (?:confirm|see|tell|assure)\b|\bplease note\b|\bplease be aware\b/i;

const SEVERAL =
  /\b(?:both|all|every|each|two|three|four|five|six|seven|eight|nine|ten|everything)\b|\b\d{1,9} (?:and|&) \d{1,9}|\b\d{1,9} ?[x×](?!\p{L})|(?<!\p{L})[x×] ?\d{1,9}\b/iu;
const READS =
  /\b(?:looked|look at|checked|double-checked|re-checked|i see|we see|saw|found|reviewed|verified|went through|gone through|had a look|compared|searched|listed|shows?)\b/i;

/** How a waiver is told. */
const NOT_CHARGED = /\b(?:will not|won't|isn't|is not|not) (?:be )?(?:charged|billed|invoiced|owed)\b/giu;

/** Denied, left alone or said by somebody else: this piece tells nothing, the others of its sentence may. */
const saysNothing = (piece: string): boolean =>
  isNegated(piece.replace(HARMLESS, ' ')) || LEFT_AS_IT_WAS.test(piece) || isHearsay(piece) || isOthersDoing(piece);
/** Told by the way: "a new card, which you can collect". */
const YOU_MAY = /^(?:which |that |so |and )*(?:you can|you could|you may|you'll need|you need|please)\b/i;
/** From here on the sentence is about what may come. */
const offers = (piece: string): boolean => isOffer(piece) && !ASSURES.test(piece);

const asTelling = (text: string): Telling => ({
  text,
  tokens: new Set([...contentWords(text).flatMap(stems), ...tokensOfText(text), ...saidAs(text)]),
  plural: SEVERAL.test(text),
  reads: READS.test(text),
});

/** "Rebooked" tells of booking as well. */
const stems = (stem: string): string[] => (/^re\p{L}{4,}/u.test(stem) ? [stem, stem.slice(2)] : [stem]);

/** The same of words that were taken out already. */
export const stemsOf = (words: readonly string[]): string[] => words.flatMap(stems);

/** What is left of a sentence; two where a semicolon parts it. */
function ofAgent(sentence: string): string[] {
  if (isQuestion(sentence) || YOURS.test(sentence)) return [];
  const text = sentence.replace(/\b(?:until|since) then\b,?/gi, 'meanwhile');
  const told: string[] = [];
  for (const span of pieces(text, { start: 0, end: text.length })) {
    const piece = text.slice(span.start, span.end).replace(NOT_CHARGED, 'waived');
    if (isCondition(piece)) break;
    if (saysNothing(piece) || YOU_MAY.test(piece)) continue;
    if (offers(piece)) break;
    if (span.separator === ';' || told.length === 0) told.push(piece);
    else told.push(`${told.pop()} ; ${piece}`);
  }
  return told;
}

const split = (whole: string): string[] => {
  const { text } = normalise(whole);
  return lines(text).flatMap((line) => sentences(text, line).map((span) => text.slice(span.start, span.end)));
};

/** What a message of the team tells. */
export const tellings = onceOfText((text): Telling[] => split(text).flatMap(ofAgent).map(asTelling));

/** What the customer asked for. */
export const requests = onceOfText((text): Telling[] =>
  split(text)
    .filter((sentence) => !saysNothing(sentence))
    .map((sentence) => ({ ...asTelling(sentence), plural: false })),
);

/** "Done.", "Both are sorted now": tells of what was asked for, without a word of it. */
const ALL_DONE =
  /^(?:(?:ok|okay|sure|hi|perfect|great|yes|of course)[,!.]? )?(?:(?:all|both|that|that's|that is|it|it's|everything|everything's|your requests?|both are|all of (?:it|that))(?: is| are| has been| have been)? )?(?:all )?(?:now )?(?:done|sorted|set|complete|completed|taken care of|fixed|resolved|in place)\b.{0,12}$/i;
export const saysDone = onceOfText((text): boolean =>
  split(text).some((sentence) => ALL_DONE.test(sentence.replace(/[^\p{L}\p{N}',.! ]/gu, '').trim())),
);
