/** What badges must not cover: the boxes of the host's text and controls around a message. */
import type { Box } from './layout.ts';

const CONTROLS = 'a, button, input, textarea, select, img, svg, video, canvas, iframe, figure, [role="button"], [contenteditable="true"]';

const isEmpty = (box: Box): boolean => box.right - box.left < 1 || box.bottom - box.top < 1;

/** In client coordinates, from the message's `body` outwards to `thread`. `band`: only what reaches between these heights counts. */
export function takenBoxes(thread: Element, body: Element, band: { top: number; bottom: number }): Box[] {
  const boxes: Box[] = [];
  const range = thread.ownerDocument.createRange();
  const outside = (box: Box) => box.bottom < band.top || box.top > band.bottom;

  const visitText = (node: Node) => {
    if (node.nodeType !== 3 || (node as Text).data.trim() === '') return;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (!isEmpty(box) && !outside(box)) boxes.push(box);
  };

  /** False where the element stands outside of the band. Markup that cannot be measured, such as a form that names a field `childNodes`, is passed over. */
  const visit = (element: Element): boolean => {
    try {
      return measure(element);
    } catch {
      return true;
    }
  };

  const measure = (element: Element): boolean => {
    const own = element.getBoundingClientRect();
    // An element without a box of its own (`display: contents`) may still have children with one.
    if (!isEmpty(own) && outside(own)) return false;
    if (element.matches(CONTROLS) && !isEmpty(own)) boxes.push(own);
    for (const child of element.childNodes) {
      if (child.nodeType === 1) visit(child as Element);
      else visitText(child);
    }
    return true;
  };

  visit(body);
  // A long thread has hundreds of messages: outwards from this one, neighbours are looked at until one stands outside.
  for (let at = body; at !== thread && at.parentElement; at = at.parentElement) {
    for (let before = at.previousElementSibling; before && visit(before); ) before = before.previousElementSibling;
    for (let after = at.nextElementSibling; after && visit(after); ) after = after.nextElementSibling;
    at.parentElement.childNodes.forEach(visitText);
  }
  return boxes;
}
