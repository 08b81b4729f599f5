/** Arguments and results are any JSON, within what can be judged and written out again as it was. */
import type { Json } from '../../lib/model.ts';
import { isTooDeep } from '../../lib/nesting.ts';

/** What is wrong with a value: it is nested too deep, or holds a number that JSON can write and a machine cannot hold. Null where nothing is. */
export function trouble(value: Json): string | null {
  if (isTooDeep(value)) return 'is nested deeper than 100 levels';
  const path = tooLarge(value, '');
  if (path === null) return null;
  return `${path === '' ? 'is' : `holds, in ${path.slice(0, 200)},`} a number that is too large: write it as text`;
}

/** Where: `items[0].amount`. */
function tooLarge(value: Json, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inside] of Object.entries(value)) {
    // A path is only made where it may be told.
    if (typeof inside === 'object' || (typeof inside === 'number' && !Number.isFinite(inside))) {
      const found = tooLarge(inside, Array.isArray(value) ? `${path}[${key}]` : `${path}${path && '.'}${key}`);
      if (found !== null) return found;
    }
  }
  return null;
}
