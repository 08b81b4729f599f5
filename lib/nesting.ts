/** How deep a recorded value may nest. What reads, seals and stores values goes down into them, and a call stack ends somewhere. */
import type { Json } from './model.ts';

/** Tools nest a handful of levels. */
const MOST_LEVELS = 100;

/** Is the value nested deeper than what is read? Asked without recursion, so that it can be asked of any value. */
export function isTooDeep(json: Json | undefined, levels = MOST_LEVELS): boolean {
  let level = [json];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((value): Json[] => (value !== null && typeof value === 'object' ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
