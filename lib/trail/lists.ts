/** Lists of digests, each kept as a change of the one before. Pure. */
import type { Digest } from '../model.ts';

/** Gives a content by its digest; throws where it is not there. */
export type Contents = <T>(digest: Digest) => T;

/** A list of digests, as a change of an earlier list: `drop` items at `at` are replaced by `add`. */
export interface ListContent {
  base: Digest | null;
  at: number;
  drop: number;
  add: Digest[];
}

/** The change that makes `next` out of `before`. */
export function changeOf(base: Digest | null, before: readonly Digest[], next: readonly Digest[]): ListContent {
  const least = Math.min(before.length, next.length);
  let at = 0;
  while (at < least && before[at] === next[at]) at += 1;
  let tail = 0;
  while (tail < least - at && before[before.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  return { base, at, drop: before.length - at - tail, add: next.slice(at, next.length - tail) };
}

/** The digests of a list, through all that it was made from. */
export function listOf(digest: Digest, contents: Contents): Digest[] {
  const changes: ListContent[] = [];
  for (let at: Digest | null = digest; at !== null; ) {
    const change: ListContent = contents<ListContent>(at);
    changes.push(change);
    at = change.base;
  }
  return changes.reduceRight<Digest[]>((list, { at, drop, add }) => [...list.slice(0, at), ...add, ...list.slice(at + drop)], []);
}
