/** Places in the messages of a ticket, and which of two lists of places are the same. */
import type { TicketPage } from '../../lib/model.ts';

export interface Span {
  /** id of the message. */
  message: string;
  /** In UTF-16 units of its text. */
  start: number;
  end: number;
}

/** Where a label's quote stands. In UTF-16 units of the message's text; null where it does not. */
export function spanOf(
  { page }: { page: TicketPage },
  { message, quote = '', occurrence }: { message?: string; quote?: string; occurrence: number },
): Span | null {
  const text = page.messages.find((one) => one.id === message)?.text ?? '';
  let start = -1;
  for (let count = 0; count <= occurrence; count += 1) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) return null;
  }
  return message === undefined || quote === '' ? null : { message, start, end: start + quote.length };
}

/** Label -> claim, both as indices: those that share at least half of the label, the nearest first, one to one. */
export function matched(labels: readonly (Span | null)[], found: readonly Span[]): Map<number, number> {
  const near = labels.flatMap((label, labelIndex) =>
    label === null
      ? []
      : found.flatMap((claim, claimIndex) => {
          const shared = claim.message === label.message ? Math.min(claim.end, label.end) - Math.max(claim.start, label.start) : 0;
          if (shared <= 0 || shared * 2 < label.end - label.start) return [];
          const either = Math.max(claim.end, label.end) - Math.min(claim.start, label.start);
          return [{ labelIndex, claimIndex, nearness: shared / either }];
        }),
  );
  near.sort((a, b) => b.nearness - a.nearness || a.labelIndex - b.labelIndex || a.claimIndex - b.claimIndex);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { labelIndex, claimIndex } of near) {
    if (pairs.has(labelIndex) || taken.has(claimIndex)) continue;
    pairs.set(labelIndex, claimIndex);
    taken.add(claimIndex);
  }
  return pairs;
}
