/** FIND: the claims that one message makes, in the order of the text. Pure. */
import { contentWords, stem } from '../actions/stem.ts';
import { digest } from '../id.ts';
import type { Claim, Message } from '../model.ts';
import { type Attempt, attemptsIn } from './attempts.ts';
import { classify, classifyTold } from './classify.ts';
import { inSentence, tight } from './clauses.ts';
import type { Context, Found } from './context.ts';
import { isProposal, isProposed, movedUnder, opensDone, opensUndone } from './framing.ts';
import { factLines } from './lists.ts';
import { type Normalised, normalise } from './normalise.ts';
import { phrasal } from './phrasal.ts';
import { type Line, lines, type Span, sections, sentences } from './segment.ts';
import { slotsOf } from './slots.ts';
import { isParticiple, isSpeech } from './verbs.ts';

/** A message, as far as claims are found in it; its time is what "tomorrow" is told from. */
type Told = Pick<Message, 'id' | 'text' | 'visibility'> & Partial<Pick<Message, 'at'>>;

/** A short line of its own without an end mark or a value: "Updated details". */
const isTitle = (body: string): boolean => body.length < 45 && !/[.!?\d]/.test(body) && !/successfully/i.test(body);

/** A message, the text that is read, and the way back from it: where each of its characters stands in the message. */
interface Reading extends Normalised {
  message: Told;
  occurrenceOf: ReturnType<typeof counter>;
}

/** All claims of a message, denied ones included. A text in which nothing is claimed gives an empty list. */
export function findClaims(message: Told): Claim[] {
  const normalised = normalise(message.text);
  const { text } = normalised;
  const told: Reading = { ...normalised, message, occurrenceOf: counter(message.text) };
  const claims = foundIn(text, message.visibility === 'internal').flatMap((found) => {
    const span = tight(found, text);
    return span.end - span.start < 4 ? [] : [asClaim(found, span, told)];
  });
  const again: Reading = { ...told, occurrenceOf: counter(message.text) };
  for (const attempt of attemptsIn(text)) put(claims, asAttempt(attempt, again));
  const named = [...new Set(claims.flatMap((claim) => claim.slots.ids))];
  return claims.map((claim) => (claim.slots.ids.length > 0 || named.length === 0 ? claim : { ...claim, slots: { ...claim.slots, about: named } }));
}

/** In its place in the text. What tells of the very same words already is told again as tried. */
function put(claims: Claim[], attempt: Claim): void {
  const at = claims.findIndex((claim) => claim.start > attempt.start);
  const same = claims.findIndex((claim) => claim.id === attempt.id);
  if (same >= 0) claims[same] = attempt;
  else claims.splice(at < 0 ? claims.length : at, 0, attempt);
}

/** Its words and values are those of what was tried; how it failed tells of nothing that a tool does. */
const asAttempt = ({ start, end, verb, tried }: Attempt, told: Reading): Claim => {
  const { action, kind } = classify(verb, tried);
  return {
    ...standing({ start, end }, told),
    status: 'denied',
    tried: true,
    action,
    kind,
    verb: verb === '' ? '' : stem(verb),
    words: contentWords(tried),
    slots: slotsOf(tried, kind),
  };
};

/** Read section by section: what waits for a yes in one may be told beside what was done in another. */
function foundIn(text: string, fragments: boolean): Found[] {
  const proposal = isProposal(text);
  const all = lines(text);
  let context: Context = {
    proposal,
    done: false,
    undone: false,
    offered: false,
    fragments,
    heading: false,
    bullet: false,
    row: false,
    checked: false,
    deed: '',
    facts: false,
    labelled: false,
    verbless: false,
    stands: false,
    money: '',
  };
  return (proposal ? sections(all, text) : [all]).flatMap((section) => {
    const before = { ...context };
    const found = inLines(section, text, context);
    const asks = proposal && isProposal(text.slice(section[0]!.start, section.at(-1)!.end));
    if (!proposal || asks || !found.some(isDeed)) return found;
    context = { ...before, proposal: false };
    const again = inLines(section, text, context);
    context.proposal = true;
    return again.filter((one) => one.form.status === 'done' || found.some((known) => known.start === one.start));
  });
}

/** Told in a whole sentence, and more than looked up. */
const isDeed = (found: Found): boolean =>
  !found.denied &&
  found.form.status === 'done' &&
  /^(?:first-person|passive)$/.test(found.form.name) &&
  classify(found.form.verb, found.text).kind !== 'read';

/** A title stands over a list or a paragraph, not over another short line. */
const heads = (next: Line | undefined): boolean => next !== undefined && (next.bullet || next.end - next.start > 60);

/** "Added:" over a list: what was done with each of its lines. */
const deedOver = (body: string, next: Line | undefined): string => {
  const word = /^(\p{L}{3,20}):?$/u.exec(body.trim())?.[1]?.toLowerCase() ?? '';
  return next?.bullet && isParticiple(word) && !isSpeech(word) && !NO_DEED_OVER.test(word) ? word : '';
};
const NO_DEED_OVER = /^(?:confirmed|scheduled|booked|closed|completed?|resolved|solved|done|fixed|tested|attached|related|checked|set)$/;

/** Reads on in `context`, which tells the lines after these what came before. */
function inLines(section: readonly Line[], text: string, context: Context): Found[] {
  const all: Found[] = [];
  const facts = factLines(section, text);
  for (const [at, line] of section.entries()) {
    const body = text.slice(line.start, line.end).replace(/^\[[^\]]{1,30}\]\s*/, '');
    if (opensUndone(body) && (line.heading || body.includes(':'))) context.undone = true;
    else if (line.heading || opensDone(body)) context.undone = false;
    if (opensDone(body)) context.done = true;
    if (line.heading && /^(?:regarding|about)\b/i.test(body)) context.done = false;
    if (line.heading || line.bullet || body.includes(':')) context.money = movedUnder(body) ?? (line.heading ? '' : context.money);
    context.deed = line.bullet ? context.deed : context.proposal || context.undone ? '' : deedOver(body, section[at + 1]);
    context.heading = line.heading || (!context.fragments && !line.bullet && isTitle(body) && heads(section[at + 1]));
    // "Previous: card $183" speaks of itself alone; "Next:" of what follows.
    const skipsLine = context.undone && /^[^:]{3,20}(?:\([^()]{0,20}\))?:\s*\S/.test(body) && !line.heading;
    context.bullet = line.bullet;
    context.row = line.row;
    context.facts = facts.has(line);
    context.labelled = line.labelled === true;
    context.checked = line.checked;
    context.offered = false;
    for (const sentence of sentences(text, line)) {
      for (const found of inSentence(text, sentence, context)) {
        all.push(found);
        const { kind, action } = classify(found.form.verb, found.text);
        if (found.form.status === 'done' && found.form.tells !== 'value' && !found.denied && kind !== 'read') context.done = true;
        // "I've refunded the following:" opens a list of amounts.
        if (kind === 'credit' && !found.denied && body.endsWith(':'))
          context.money = /^(?:charge)$/.test(action) ? 'charged' : action === 'credit' ? 'credited' : 'refunded';
      }
      context.offered ||= isProposed(text.slice(sentence.start, sentence.end));
    }
    if (skipsLine) context.undone = false;
  }
  return all;
}

/**
 * How often a quote stands in the text before a place, overlapping itself or not. Asked in the order of the text, it reads no part of it
 * twice for the same quote.
 */
function counter(text: string): (quote: string, before: number) => number {
  const seen = new Map<string, { count: number; from: number }>();
  return (quote, before) => {
    const known = seen.get(quote) ?? { count: 0, from: 0 };
    for (let at = text.indexOf(quote, known.from); at >= 0 && at + quote.length <= before; at = text.indexOf(quote, known.from)) {
      known.count += 1;
      known.from = at + 1;
    }
    seen.set(quote, known);
    return known.count;
  };
}

function asClaim(found: Found, span: Span, told: Reading): Claim {
  const said = `${found.subject === undefined ? '' : `${found.subject} `}${told.text.slice(span.start, span.end)}`;
  const { action, kind } = classifyTold(found.form, said);
  return {
    ...standing(span, told),
    status: found.denied ? 'denied' : found.form.status,
    action,
    kind,
    ...(found.form.tells ? { tells: found.form.tells } : {}),
    verb: found.form.verb === '' ? '' : phrasal(found.form.verb, said),
    words: contentWords(said),
    slots: slotsOf(said, kind, told.message.at),
  };
}

/** Where the words stand in the message as it was written, and the claim's name. */
function standing(
  span: Span,
  { message, starts, ends, occurrenceOf }: Reading,
): Pick<Claim, 'id' | 'messageId' | 'start' | 'end' | 'quote' | 'occurrence'> {
  const start = starts[span.start]!;
  const end = ends[span.end - 1]!;
  const quote = message.text.slice(start, end);
  const occurrence = occurrenceOf(quote, end - 1);
  return { id: digest(message.id, quote, occurrence), messageId: message.id, start, end, quote, occurrence };
}
