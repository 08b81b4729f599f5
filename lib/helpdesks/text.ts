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

interface Reading {
  text: string;
  runs: Run[];
}

const NEVER_TEXT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'SELECT', 'IFRAME', 'OBJECT']);
/** Characters without a width: an invisible one inside an amount must not hide the amount. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const SPACE = /[\s\u00a0]/;

/** Selectors of what is no text, by the element that it stands in. */
const leftOut = new WeakMap<Element, string>();

/**
 * What matches `selector` below `root` is not its text, shown or not: quoted history, mail headers, files. Said once,
 * it holds for reading and for finding quotes alike.
 */
export function leaveOut(root: Element, selector: string): void {
  leftOut.set(root, selector);
}

function walk(root: Element): Reading {
  const view = root.ownerDocument.defaultView;
  const noText = leftOut.get(root);
  const runs: Run[] = [];
  let text = '';
  let space = false;
  let breaks = 0;

  const breakLines = (lines: number) => {
    breaks = Math.max(breaks, lines);
  };

  const put = (char: string, node: Text, offset: number) => {
    if (text !== '' && breaks > 0) text += '\n'.repeat(Math.min(breaks, 2));
    else if (text !== '' && space) text += ' ';
    breaks = 0;
    space = false;
    const last = runs.at(-1);
    if (last && last.node === node && last.offset + last.length === offset && last.start + last.length === text.length) last.length += 1;
    else runs.push({ start: text.length, length: 1, node, offset });
    text += char;
  };

  const readCharacters = (node: Text, keepsLines: boolean) => {
    let newlines = 0;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const char = node.data.charAt(offset);
      if (INVISIBLE.test(char)) continue;
      if (keepsLines && char === '\n') {
        newlines += 1;
        breakLines(newlines);
      } else if (SPACE.test(char)) {
        space = true;
      } else {
        put(char, node, offset);
        newlines = 0;
      }
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
  return { text, runs };
}

/** Lines and paragraphs as a reader sees them; runs of white space are one space; scripts and hidden elements left out. */
export function readText(element: Element): string {
  return walk(element).text;
}

/**
 * Where a quote stands on the page: the `occurrence`-th time (from 0) that it stands in the element's text,
 * or null where it stands there no longer.
 */
export function findQuote(element: Element, quote: string, occurrence: number): Range | null {
  const { text, runs } = walk(element);
  let start = -1;
  for (let seen = 0; seen <= occurrence; seen += 1) {
    start = quote === '' ? -1 : text.indexOf(quote, start + 1);
    if (start < 0) return null;
  }
  const end = start + quote.length;
  const first = runs.find((run) => run.start + run.length > start);
  const last = runs.findLast((run) => run.start < end);
  if (!first || !last) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(first.node, first.offset + Math.max(0, start - first.start));
  range.setEnd(last.node, last.offset + Math.min(last.length, end - last.start));
  return range;
}
