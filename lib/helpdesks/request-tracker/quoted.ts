/** Does a folded part only repeat what others said? RT folds by looks: a note's own list under "--- Summary ---" is folded too. */

/** What a mail program changes when it quotes: marks, line ends, spaces. */
const squeezed = (text: string): string => text.replace(/[\s>]+/g, '');

export interface Said {
  lines: ReadonlySet<string>;
  whole: string;
}

/** All that the thread says, to look things up in. */
export const said = (texts: readonly string[]): Said => ({
  lines: new Set(texts.flatMap((text) => text.split('\n').map(squeezed))),
  whole: texts.map(squeezed).join('\n'),
});

export async function isRepeated(fold: Element, { lines, whole }: Said, pause: () => Promise<void>): Promise<boolean> {
  const walker = fold.ownerDocument.createTreeWalker(fold, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    await pause();
    const line = squeezed((node as Text).data);
    if (!lines.has(line) && !whole.includes(line)) return false;
  }
  return true;
}
