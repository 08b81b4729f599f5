/** A trail with what is personal taken out: digests stand in its place, so that the same chain verifies, and readings beside them. Pure. */
import type { Disclosure, Message, Sealed, Trail } from '../model.ts';
import { openSealed, textOf, withDisclosures } from '../seal.ts';
import { type Found, finderOf, type Kind, PERSONAL_FIELD } from './personal.ts';

export type { Kind } from './personal.ts';

/** A text that was taken out, and how often. */
export interface Taken {
  kind: Kind;
  text: string;
  times: number;
}

export interface Redacted {
  trail: Trail;
  /** The most frequent first. */
  taken: Taken[];
}

/** Names of everybody who writes as a customer. */
function namesIn({ contents }: Trail): string[] {
  const authors = Object.values(contents).flatMap((sealed) => {
    const { author } = openSealed<Partial<Message>>(sealed) ?? {};
    return author?.kind === 'customer' && typeof author.name === 'string' ? [author.name] : [];
  });
  return [...new Set(authors)];
}

/** @param patterns regular expressions of the team's, besides what everybody looks for. */
export function redact(trail: Trail, patterns: readonly string[]): Redacted {
  const find = finderOf({ names: namesIn(trail), patterns });
  const taken = new Map<string, Taken>();
  const note = (kind: Kind, text: string) => {
    const key = `${kind} ${text}`;
    taken.set(key, { kind, text, times: (taken.get(key)?.times ?? 0) + 1 });
  };

  const redactLeaf = (leaf: Disclosure[], key: string): Disclosure[] => {
    const text = textOf(leaf);
    const found: Found[] = PERSONAL_FIELD.test(key) && text !== '' ? [{ kind: 'field', from: 0, to: text.length }] : find(text);
    if (found.length === 0) return leaf;
    for (const { kind, from, to } of found) note(kind, text.slice(from, to));
    let at = 0;
    return leaf.map((one) => {
      const piece = textOf([one]);
      const start = at;
      at += piece.length;
      return found.some(({ from, to }) => from < at && to > start) ? { reading: readingOf(piece, start, found) } : one;
    });
  };

  const redactSealed = (sealed: Sealed): Sealed => withDisclosures(sealed, redactLeaf);
  const events = trail.events.map((event) => ({ ...event, ...redactSealed(event) }));
  const contents = Object.fromEntries(Object.entries(trail.contents).map(([digest, sealed]) => [digest, redactSealed(sealed)]));
  return { trail: { ...trail, events, contents }, taken: [...taken.values()].sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1)) };
}

/** A piece that begins at `start` of its text, with a word for what was taken out. */
function readingOf(piece: string, start: number, found: readonly Found[]): string {
  let reading = '';
  let at = 0;
  for (const { kind, from, to } of found) {
    const [first, behind] = [Math.max(from - start, 0), Math.min(to - start, piece.length)];
    if (behind <= 0 || first >= piece.length) continue;
    // What began in the piece before was named there.
    reading += piece.slice(at, first) + (from >= start ? `[${kind}]` : '');
    at = behind;
  }
  return reading + piece.slice(at);
}
