/** Where the thread can be seen, and what of the host stands over it: badges give way to both. */
import { type Box, overlaps } from './layout.ts';

const MODAL = 'dialog:modal, [aria-modal="true"]';
const DIALOGS = `[role="dialog"], [role="alertdialog"], ${MODAL}`;

/** The visible part of the scroll area, in client coordinates; the window's where `scroller` is null. */
export function visibleArea(window: Window, scroller: Element | null): Box {
  const whole = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  if (!scroller) return whole;
  const box = scroller.getBoundingClientRect();
  const left = box.left + scroller.clientLeft;
  const top = box.top + scroller.clientTop;
  return {
    left: Math.max(whole.left, left),
    top: Math.max(whole.top, top),
    right: Math.min(whole.right, left + scroller.clientWidth),
    bottom: Math.min(whole.bottom, top + scroller.clientHeight),
  };
}

/**
 * A modal dialog, or another one over the area; one that is docked elsewhere takes nothing away. It is looked for where it must be:
 * a dialog is an element of that name, or takes the focus. To search the whole of a long page for its role would hold the page up.
 */
export function dialogIsOver(document: Document, area: Box): boolean {
  const focused = document.activeElement?.closest(DIALOGS) ?? null;
  const open = [...document.getElementsByTagName('dialog')].filter((dialog) => dialog.open);
  return [...open, ...(focused ? [focused] : [])].some(
    (dialog) => dialog.checkVisibility({ visibilityProperty: true }) && (dialog.matches(MODAL) || overlaps(dialog.getBoundingClientRect(), area)),
  );
}

/** Something else than the thread and what it stands in lies at the middle of the box: a menu, a tooltip. `own`: our overlay, which does not count. */
export function isCovered({ left, top, right, bottom }: Box, thread: Element, own: Element): boolean {
  const there = thread.ownerDocument.elementsFromPoint((left + right) / 2, (top + bottom) / 2).find((element) => element !== own);
  return there !== undefined && !there.contains(thread) && !thread.contains(there);
}
