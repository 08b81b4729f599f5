/**
 * The panel by keyboard: j / k and the arrows move between findings; a control that names its key in `aria-keyshortcuts` is pressed by it,
 * that of the finding where the reader is before one of the whole panel. Keys are left alone where the reader writes.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const STEP: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Keys that a browser, a control or a writer needs for itself. */
function isTaken(event: KeyboardEvent, panel: HTMLElement): boolean {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || target.closest('input, textarea, select')) return true;
  // Arrows scroll and Enter presses, but on a finding itself.
  if (event.key.length > 1) return target.localName !== 'article';
  return target !== target.ownerDocument.body && !panel.contains(target);
}

function isSeen(element: Element): boolean {
  return !element.closest('details:not([open])');
}

function move(panel: HTMLElement, step: number): boolean {
  const items = [...panel.querySelectorAll<HTMLElement>('article')].filter(isSeen);
  const here = items.findIndex((item) => item.contains(panel.ownerDocument.activeElement));
  const next = items[here < 0 ? 0 : here + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function press(panel: HTMLElement, key: string): boolean {
  const card = panel.ownerDocument.activeElement?.closest('article');
  const all = [...panel.querySelectorAll<HTMLButtonElement>('button[aria-keyshortcuts]')].filter((button) => {
    const owner = button.closest('article');
    return button.getAttribute('aria-keyshortcuts')?.split(' ').includes(key) && (owner === null || owner === card);
  });
  all[0]?.click();
  return all.length > 0;
}

export function usePanelKeys(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = panel.current;
    if (!root) return;
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event, root)) return;
      const step = STEP[event.key];
      const done = step ? move(root, step) : !event.repeat && press(root, event.key);
      if (done) event.preventDefault();
    };
    root.ownerDocument.addEventListener('keydown', listen);
    return () => root.ownerDocument.removeEventListener('keydown', listen);
  }, [panel]);
}
