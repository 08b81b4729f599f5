/** Selectors as ordered fallbacks: the first that finds something wins, so that one change of the host's page breaks nothing. */
export type Fallbacks = readonly string[];

export function first(root: ParentNode, selectors: Fallbacks): Element | null {
  for (const selector of selectors) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}

export function all(root: ParentNode, selectors: Fallbacks): Element[] {
  for (const selector of selectors) {
    const found = root.querySelectorAll(selector);
    if (found.length > 0) return [...found];
  }
  return [];
}

/** The nearest element, itself included, that scrolls its content up and down; null where the window does. */
export function scrollArea(element: Element): Element | null {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && at !== element.ownerDocument.documentElement; at = at.parentElement) {
    if (/auto|scroll|overlay/.test(view?.getComputedStyle(at).overflowY ?? '')) return at;
  }
  return null;
}

/** The elements that an event passes through, innermost first, through open shadow roots too. */
export function pathOf(event: Event): Element[] {
  return event.composedPath().filter((target): target is Element => (target as Node).nodeType === 1);
}
