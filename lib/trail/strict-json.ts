/**
 * JSON from a stranger: read once it is known to be harmless. Two readers of a file must see the same in it, so a key that stands twice
 * is refused, and so is what could change more than itself. Pure.
 */
import type { Json } from '../model.ts';

/** Why a text is not read: an id that has words in the locale (`verify_<id>`), and the values that they name. */
export class Unreadable extends Error {
  readonly id: 'too-large' | 'not-json' | 'too-deep' | 'twice' | 'odd-key';
  readonly values: string[];
  constructor(id: Unreadable['id'], ...values: string[]) {
    super([id, ...values].join(': '));
    this.id = id;
    this.values = values;
  }
}

/** In UTF-16 units. A trail of 5,000 calls is about 10 million. */
export const LONGEST = 200_000_000;
/** What a sealed value may nest, thrice over: sealed keys take two levels more. */
const DEEPEST = 500;

/** Where the string that begins at `from` ends: behind its closing quote. The text is known to be JSON. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; ; at += 1) {
    const sign = text[at];
    if (sign === '"') return at + 1;
    if (sign === '\\') at += 1;
  }
}

/** @throws Unreadable */
export function strictJson(text: string): Json {
  if (text.length > LONGEST) throw new Unreadable('too-large', String(LONGEST));
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw new Unreadable('not-json', (error as Error).message.slice(0, 200));
  }
  refuseAmbiguous(text);
  return value;
}

/** Looks at every key of valid JSON, and at how deep it nests. */
function refuseAmbiguous(text: string): void {
  // The keys of every object that is open; null for a list.
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      last = text.slice(at, end);
      at = end - 1;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      if (open.length > DEEPEST) throw new Unreadable('too-deep', String(DEEPEST));
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') {
      const keys = open.at(-1);
      const key = JSON.parse(last) as string;
      // It can change what an object is, in readers less careful than this one.
      if (key === '__proto__') throw new Unreadable('odd-key', key);
      if (keys?.has(key)) throw new Unreadable('twice', key.slice(0, 100));
      keys?.add(key);
    }
  }
}
