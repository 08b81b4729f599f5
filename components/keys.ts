/** j / k and the arrows move between findings, where the reader is among them and not writing. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const STEP: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Letters also work from the bare page; arrows only on a finding itself, since elsewhere they scroll or belong to a control. */
function listens(event: KeyboardEvent, list: HTMLElement, items: HTMLElement[]): boolean {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || target.closest('input, textarea, select')) return false;
  if (event.key.startsWith('Arrow')) return items.includes(target);
  return target === target.ownerDocument.body || list.contains(target);
}

/** Moves focus over the `article`s under `list`. Those in a closed `details` are passed over. */
export function useFindingKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const press = (event: KeyboardEvent) => {
      const step = STEP[event.key];
      const items = [...root.querySelectorAll<HTMLElement>('article')].filter((item) => !item.closest('details:not([open])'));
      if (!step || !listens(event, root, items)) return;
      const here = items.findIndex((item) => item.contains(root.ownerDocument.activeElement));
      const next = items[here < 0 ? 0 : here + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    root.ownerDocument.addEventListener('keydown', press);
    return () => root.ownerDocument.removeEventListener('keydown', press);
  }, [list]);
}
