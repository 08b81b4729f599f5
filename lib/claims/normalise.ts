/**
 * The text as the grammar reads it, and where each of its characters stands in the original: Markdown emphasis gone,
 * typographic quotes, spaces and hyphens made plain, invisible characters gone, and replies wrapped in JSON (`{"message": "…\n…"}`) unwrapped.
 */
export interface Normalised {
  text: string;
  /** Per UTF-16 unit of `text`: offset of its first unit in the original, and of the end of its last one. */
  starts: Int32Array;
  ends: Int32Array;
}

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\r': ' ',
  '\u2010': '-',
  '\u2011': '-',
};

/** A key of a JSON object and what opens its value. */
const JSON_KEY = /[{,]?\s{0,80}"[A-Za-z_ ]{1,40}"\s{0,8}:\s{0,8}["[{]?/y;
const JSON_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: ' ', '"': '"', '\\': '\\', '/': '/' };

/** Zero-width characters, soft hyphens, marks and overrides of direction, tags: a reader sees the words without them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Markup that stands there as text: its brackets part lines, and what stands in them stays to be read, since a reader sees it too. */
const TAG = /<\/?[a-z][a-z\d-]{0,20}(?:[\s/][^<>]{0,500})?>/iy;
const EMPHASIS = /^<\/?(?:b|i|u|em|strong|span|mark|font|small)>$/i;

function tagEnd(text: string, start: number): number {
  TAG.lastIndex = start;
  return TAG.test(text) ? TAG.lastIndex : -1;
}

const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}_*]/u;

/** `*so*` and `_so_`, but neither `*4471` nor `gift_card`. */
const emphasis = (before: string | undefined, after: string | undefined): boolean =>
  (!WORD.test(before ?? ' ') && LETTER.test(after ?? ' ')) || (/[\p{L}\p{N}.!]/u.test(before ?? ' ') && !WORD.test(after ?? ' '));

/** Between two cells of a table's row: read as the colon of "label: value". */
function isCellWall(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ') before -= 1;
  let after = at + 1;
  while (text[after] === ' ') after += 1;
  return isCell(text[before]) && isCell(text[after]);
}
const isCell = (char: string | undefined): boolean => char !== undefined && !/[\s|:-]/.test(char);

export function normalise(original: string): Normalised {
  let out = '';
  const starts = new Int32Array(original.length);
  const ends = new Int32Array(original.length);
  let length = 0;
  const put = (char: string, from: number, to: number): void => {
    out += char;
    starts[length] = from;
    ends[length] = to;
    length += 1;
  };
  const closes = new Set<number>();
  const json = /^\s{0,20}[{[]\s{0,80}["{]/.test(original) && /[}\]]\s{0,20}$/.test(original);
  for (let i = 0; i < original.length; i += 1) {
    const char = original[i]!;
    const next = original[i + 1];
    if (json) {
      JSON_KEY.lastIndex = i;
      const key = JSON_KEY.exec(original);
      if (key) {
        put('\n', i, i + key[0].length);
        i += key[0].length - 1;
        continue;
      }
      if (char === '\\' && next !== undefined && Object.hasOwn(JSON_ESCAPES, next)) {
        put(JSON_ESCAPES[next]!, i, i + 2);
        i += 1;
        continue;
      }
      if (char === '"' || char === '{' || char === '}') {
        put('\n', i, i + 1);
        continue;
      }
    }
    if ((char === '*' && next === '*') || (char === '~' && next === '~')) {
      i += 1;
      continue;
    }
    if ((char === '*' || char === '_') && emphasis(original[i - 1], next)) continue;
    if (char === '`') continue;
    if (char === '|' && isCellWall(original, i)) {
      put(':', i, i + 1);
      continue;
    }
    if (char === '<' || char === '>') {
      const end = char === '<' ? tagEnd(original, i) : -1;
      if (end > 0 && EMPHASIS.test(original.slice(i, end))) {
        i = end - 1;
        continue;
      }
      if (end > 0) closes.add(end - 1);
      put(end > 0 || closes.has(i) ? '\n' : char, i, i + 1);
      continue;
    }
    if (char <= '\u007f') {
      put(PLAIN[char] ?? char, i, i + 1);
      continue;
    }
    const whole = String.fromCodePoint(original.codePointAt(i)!);
    if (INVISIBLE.test(whole)) {
      i += whole.length - 1;
      continue;
    }
    put(PLAIN[char] ?? char, i, i + 1);
  }
  return { text: out, starts, ends };
}
