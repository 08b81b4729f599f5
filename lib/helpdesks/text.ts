/**
 * The plain text that a reader sees in an element, and the way back from a place in that text to the page.
 * Both directions use one walk, so that a quote found in `Message.text` always stands for the same characters on the page.
 */

/** `length` characters of the text, from `start` on, stand in `node` from `offset` on. */
interface Run {
  start: number;
  length: number;
  node: Text;
  offset: number;
}

/** What a reader sees in an element, and where it stands. */
export interface Reading {
  text: string;
  runs: readonly Run[];
}

const NEVER_TEXT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'SELECT', 'IFRAME', 'OBJECT']);
/** Characters without a width, and those that direct others, wherever the text is shown then. Joiners stay: they change how letters and signs look. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const OTHER = new RegExp(`${INVISIBLE.source}|\\s`);

/** By code: most of a text is plain letters, and 200 kB of it must not hold the page up. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;
const isInk = (code: number): boolean => isPlain(code) || (code > 0x7f && !OTHER.test(String.fromCharCode(code)));

/** Where the words that begin at `offset` end: over single spaces, up to the first other white space or invisible character. */
function endOfWords(data: string, offset: number): number {
  let end = offset + 1;
  while (end < data.length) {
    if (isInk(data.charCodeAt(end))) end += 1;
    else if (data.charCodeAt(end) === 0x20 && end + 1 < data.length && isInk(data.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

/** Selectors of what is no text, by the element that it stands in. */
const leftOut = new WeakMap<Element, string>();

/**
 * What matches `selector` below `root` is not its text, shown or not: quoted history, mail headers, files. Said once,
 * it holds for reading and for finding quotes alike.
 */
export function leaveOut(root: Element, selector: string): void {
  leftOut.set(root, selector);
}

/** The text that a reader sees in an element, with the way back to its nodes. */
export function readingOf(root: Element): Reading {
  const view = root.ownerDocument.defaultView;
  const noText = leftOut.get(root);
  const runs: Run[] = [];
  const parts: string[] = [];
  let length = 0;
  let space = false;
  let breaks = 0;

  const breakLines = (lines: number) => {
    breaks = Math.max(breaks, lines);
  };

  /** Characters of a node, from `offset` on, all of them to be seen. */
  const put = (words: string, node: Text, offset: number) => {
    const between = length === 0 ? '' : breaks > 0 ? '\n'.repeat(Math.min(breaks, 2)) : space ? ' ' : '';
    breaks = 0;
    space = false;
    const last = runs.at(-1);
    const gap = last?.node === node ? offset - (last.offset + last.length) : -1;
    // A space between two words of a node stands for itself: the run goes on.
    if (last && gap === between.length) last.length += gap + words.length;
    else runs.push({ start: length + between.length, length: words.length, node, offset });
    parts.push(between, words);
    length += between.length + words.length;
  };

  const readCharacters = (node: Text, keepsLines: boolean) => {
    const { data } = node;
    let newlines = 0;
    for (let offset = 0; offset < data.length; ) {
      const char = data.charAt(offset);
      if (isInk(data.charCodeAt(offset))) {
        const end = endOfWords(data, offset);
        put(data.slice(offset, end), node, offset);
        offset = end;
        newlines = 0;
        continue;
      }
      offset += 1;
      if (INVISIBLE.test(char)) continue;
      if (keepsLines && char === '\n') {
        newlines += 1;
        breakLines(newlines);
      } else space = true;
    }
  };

  const readElement = (element: Element) => {
    // It parts the lines around it, folded or not: the text stays the same when it is opened.
    if (noText && element !== root && element.matches(noText)) return breakLines(1);
    if (NEVER_TEXT.has(element.tagName) || element.hasAttribute('hidden')) return;
    const style = view?.getComputedStyle(element);
    const display = style?.display || 'inline';
    if (display === 'none') return;
    const lines = element.tagName === 'P' ? 2 : display.startsWith('inline') || display === 'contents' || display === 'table-cell' ? 0 : 1;
    const keepsLines = element.tagName === 'PRE' || /^(pre|break-spaces)/.test(style?.whiteSpace ?? '');
    const hidden = style?.visibility === 'hidden' || style?.visibility === 'collapse';
    const folded = element.tagName === 'DETAILS' && !element.hasAttribute('open');
    breakLines(lines);
    let lineFeeds = 0;
    for (const child of element.childNodes) {
      // Of a closed `<details>` only the summary is shown.
      if (folded && (child as Element).tagName !== 'SUMMARY') continue;
      if (child.nodeType === 3) {
        if (!hidden) readCharacters(child as Text, keepsLines);
        if ((child as Text).data.trim() !== '') lineFeeds = 0;
      } else if ((child as Element).tagName === 'BR') {
        lineFeeds += 1;
        breakLines(lineFeeds);
      } else if (child.nodeType === 1) {
        readElement(child as Element);
        lineFeeds = 0;
      }
    }
    breakLines(lines);
    if (element.tagName === 'TD' || element.tagName === 'TH') space = true;
  };

  readElement(root);
  return { text: parts.join(''), runs };
}

/** Lines and paragraphs as a reader sees them; runs of white space are one space; scripts and hidden elements left out. */
export function readText(element: Element): string {
  return readingOf(element).text;
}

/**
 * Where a quote stands on the page: the `occurrence`-th time (from 0) that it stands in the text that was read,
 * or null where it does not stand there.
 */
export function findIn({ text, runs }: Reading, quote: string, occurrence: number): Range | null {
  let start = -1;
  for (let seen = 0; seen <= occurrence; seen += 1) {
    start = quote === '' ? -1 : text.indexOf(quote, start + 1);
    if (start < 0) return null;
  }
  const end = start + quote.length;
  const first = runs.find((run) => run.start + run.length > start);
  const last = runs.findLast((run) => run.start < end);
  if (!first || !last) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.offset + Math.max(0, start - first.start));
  range.setEnd(last.node, last.offset + Math.min(last.length, end - last.start));
  return range;
}

/** The same in the text that an element has now. */
export const findQuote = (element: Element, quote: string, occurrence: number): Range | null => findIn(readingOf(element), quote, occurrence);
