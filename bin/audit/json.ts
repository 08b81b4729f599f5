/** Arguments and results are any JSON, within what can be judged and written out again as it was. */

/** Deeper nesting is no record of a tool, and would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 200;

/** What is wrong with a value: it holds a number that JSON can write and a machine cannot hold, or it is nested too deep. Null where nothing is. */
export function trouble(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${holds(path)} a number that is too large: write it as text`;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`;
  for (const key in value) {
    const inside = (value as Record<string, unknown>)[key];
    // Numbers and what has parts: a path is only made where it may be told.
    if (typeof inside !== 'number' && typeof inside !== 'object') continue;
    if (typeof inside === 'number' && Number.isFinite(inside)) continue;
    const wrong = trouble(inside, Array.isArray(value) ? `${path}[${key}]` : `${path}${path && '.'}${key}`, depth + 1);
    if (wrong) return wrong;
  }
  return null;
}

const holds = (path: string): string => (path === '' ? 'is' : `holds, in ${path.slice(0, 200)},`);
