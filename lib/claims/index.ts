/** FIND: the claims that one message makes, in the order of the text. Pure. */
import { contentWords } from '../actions/stem.ts';
import { digest } from '../id.ts';
import type { Claim, Message } from '../model.ts';
import { classify } from './classify.ts';
import { type Context, type Found, inSentence, tight } from './clauses.ts';
import { isProposal, isProposed, opensDone, opensUndone } from './framing.ts';
import { normalise } from './normalise.ts';
import { lines, type Span, sentences } from './segment.ts';
import { slotsOf } from './slots.ts';

/** A short line of its own without an end mark or a value: "Updated details". */
const isTitle = (body: string): boolean => body.length < 45 && !/[.!?\d]/.test(body) && !/successfully/i.test(body);

/** All claims of a message, denied ones included. A text in which nothing is claimed gives an empty list. */
export function findClaims(message: Pick<Message, 'id' | 'text' | 'visibility'>): Claim[] {
  const { text, starts, ends } = normalise(message.text);
  const proposal = isProposal(text);
  const context: Context = { proposal, done: false, undone: false, offered: false, fragments: message.visibility === 'internal', heading: false };
  const claims: Claim[] = [];
  const occurrenceOf = counter(message.text);
  for (const line of lines(text)) {
    const body = text.slice(line.start, line.end);
    if (opensUndone(body) && (line.heading || body.includes(':'))) context.undone = true;
    else if (line.heading || opensDone(body)) context.undone = false;
    if (opensDone(body)) context.done = true;
    if (line.heading && /^(?:regarding|about)\b/i.test(body)) context.done = false;
    context.heading = line.heading || (!context.fragments && !line.bullet && isTitle(body));
    const skipsLine = context.undone && /^[^:]{3,20}:/.test(body) && !line.heading && !line.bullet;
    context.offered = false;
    for (const sentence of sentences(text, line)) {
      for (const found of inSentence(text, sentence, context)) {
        const span = tight(found, text);
        if (span.end - span.start < 4) continue;
        claims.push(asClaim(message, found, span, { starts, ends, text }, occurrenceOf));
        if (found.form.status === 'done' && !found.denied && claims.at(-1)!.kind !== 'read') context.done = true;
      }
      context.offered ||= isProposed(text.slice(sentence.start, sentence.end));
    }
    if (skipsLine) context.undone = false;
  }
  return claims;
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

function asClaim(
  message: Pick<Message, 'id' | 'text'>,
  found: Found,
  span: Span,
  map: { starts: number[]; ends: number[]; text: string },
  occurrenceOf: (quote: string, before: number) => number,
): Claim {
  const start = map.starts[span.start]!;
  const end = map.ends[span.end - 1]!;
  const quote = message.text.slice(start, end);
  const occurrence = occurrenceOf(quote, end - 1);
  const said = map.text.slice(span.start, span.end);
  const { action, kind } = classify(found.form.verb, said);
  return {
    id: digest(message.id, quote, occurrence),
    messageId: message.id,
    start,
    end,
    quote,
    occurrence,
    status: found.denied ? 'denied' : found.form.status,
    action,
    kind,
    words: contentWords(said),
    slots: slotsOf(said, kind),
  };
}
