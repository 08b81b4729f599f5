/** Marks as CSS Custom Highlights over live ranges: the host's nodes are never edited. */
import { findIn, readingOf } from '../../lib/helpdesks/text.ts';
import type { Mark, Place } from '../../lib/protocol.ts';

export interface Painted {
  mark: Mark;
  range: Range;
  /** The message's body, which the quote stands in. */
  body: Element;
}

const COLOURS: readonly Mark['colour'][] = ['red', 'amber', 'grey'];
/** What a jump from the panel flashes, and what a badge that is pointed at belongs to. */
const FLASH = 'deskcheck-flash';
const POINTED = 'deskcheck-pointed';
const FLASH_MS = 1600;

function setHighlight(name: string, ranges: readonly Range[], priority = 0): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  if (ranges.length > 0) CSS.highlights.set(name, highlight);
  else CSS.highlights.delete(name);
}

type Bodies = ReadonlyMap<string, Element>;

/** Where a quote stands now; null where it does not, or no longer. */
export function resolve(place: Place, bodies: Bodies): Range | null {
  const body = bodies.get(place.messageId);
  return body?.isConnected ? findIn(readingOf(body), place.quote, place.occurrence) : null;
}

/** Those marks whose quotes stand on the page now. `pause` is awaited between two of them. */
export async function resolveAll(marks: readonly Mark[], bodies: Bodies, pause: () => Promise<void>): Promise<Painted[]> {
  const found: Painted[] = [];
  for (const [messageId, group] of Map.groupBy(marks, (mark) => mark.messageId)) {
    await pause();
    const body = bodies.get(messageId);
    if (!body?.isConnected) continue;
    const reading = readingOf(body);
    for (const mark of group) {
      const range = findIn(reading, mark.quote, mark.occurrence);
      if (range) found.push({ mark, range, body });
      await pause();
    }
  }
  return found;
}

export function paint(painted: readonly Painted[]): void {
  for (const colour of COLOURS) {
    setHighlight(
      `deskcheck-${colour}`,
      painted.filter((one) => one.mark.colour === colour).map((one) => one.range),
    );
  }
}

export function unpaint(): void {
  paint([]);
  setHighlight(FLASH, []);
  pointAt(null);
}

/** Brings a quote into view and flashes it. */
export function reveal(range: Range): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  setHighlight(FLASH, [range], 2);
  setTimeout(() => setHighlight(FLASH, []), FLASH_MS);
}

/** Shows which quote a badge belongs to, while it is pointed at or focused. */
export function pointAt(range: Range | null): void {
  setHighlight(POINTED, range ? [range] : [], 1);
}
