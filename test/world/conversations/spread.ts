/**
 * `take` of many, always the same ones: every kind has its share, however few there are of it as long as `take` goes round, and within a
 * kind they lie evenly over its whole length. They come out in the order in which they went in.
 *
 * @param kindOf e.g. a conversation's domain.
 */
export function spread<T>(all: readonly T[], take: number, kindOf: (one: T) => string): T[] {
  if (take >= all.length) return [...all];
  const kinds = [...Map.groupBy(all, kindOf).values()].map((members) => ({ members, share: 0 }));
  for (let left = take; left > 0; left -= 1) {
    // Adams' way of dealing out seats: whoever has the most members for each seat is next; without a seat, at once.
    const want = (kind: (typeof kinds)[number]) => (kind.share === kind.members.length ? -1 : kind.members.length / kind.share);
    const next = kinds.reduce((best, kind) => (want(kind) > want(best) ? kind : best));
    next.share += 1;
  }
  const chosen = new Set(
    kinds.flatMap(({ members, share }) => Array.from({ length: share }, (_, i) => members[Math.floor(((i + 0.5) * members.length) / share)])),
  );
  return all.filter((one) => chosen.has(one));
}
