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
/** Characters without a width, and those that only direct the others: an invisible one inside an amount must not hide the amount. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const SPACE = /\s/;

type Kind = 'ink' | 'space' | 'nothing';

/** By code: most of a text is plain letters, and 200 kB of it must not hold the page up. */
function kindOf(code: number): Kind {
  if (code > 0x20 && code < 0x7f) return 'ink';
  if (code === 0x20 || code === 0x0a) return 'space';
  const char = String.fromCharCode(code);
  return INVISIBLE.test(char) ? 'nothing' : SPACE.test(char) ? 'space' : 'ink';
}

/** The text that a reader sees in an element, with the way back to its nodes. */
export function readingOf(root: Element): Reading {
  const view = root.ownerDocument.defaultView;
  const runs: Run[] = [];
  let text = '';
  let space = false;
  let breaks = 0;

  const breakLines = (lines: number) => {
    breaks = Math.max(breaks, lines);
  };

  /** The characters of a node from `offset` to `end`, all of them to be seen. */
  const put = (node: Text, offset: number, end: number) => {
    const between = text === '' ? '' : breaks > 0 ? '\n'.repeat(Math.min(breaks, 2)) : space ? ' ' : '';
    breaks = 0;
    space = false;
    const last = runs.at(-1);
    const gap = last?.node === node ? offset - (last.offset + last.length) : -1;
    // A space between two words of a node stands for itself: the run goes on.
    if (last && gap === between.length) last.length += gap + end - offset;
    else runs.push({ start: text.length + between.length, length: end - offset, node, offset });
    text += between + node.data.slice(offset, end);
  };

  const readCharacters = (node: Text, keepsLines: boolean) => {
    const { data } = node;
    let newlines = 0;
    for (let offset = 0; offset < data.length; ) {
      const kind = kindOf(data.charCodeAt(offset));
      let end = offset + 1;
      if (kind === 'ink') {
        while (end < data.length && kindOf(data.charCodeAt(end)) === 'ink') end += 1;
        put(node, offset, end);
        newlines = 0;
      } else if (kind === 'space') {
        if (keepsLines && data[offset] === '\n') {
          newlines += 1;
          breakLines(newlines);
        } else space = true;
      }
      offset = end;
    }
  };

  const readElement = (element: Element) => {
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
  return { text, runs };
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
