/** What changes on the page: its URL, its thread, its layout. Nothing here knows what a ticket is. */

export const PULSE_MS = 250;

/**
 * Calls `changed` after the URL has changed without a reload. The page's own `pushState` cannot be seen from a content
 * script's world; the Navigation API's events can, and where there are none the pulse finds it within a quarter second.
 */
export function watchUrl(window: Window, signal: AbortSignal, changed: () => void): void {
  let href = window.location.href;
  const check = () => {
    if (window.location.href === href) return;
    href = window.location.href;
    changed();
  };
  for (const type of ['currententrychange', 'navigatesuccess']) window.navigation?.addEventListener(type, check, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, check, { signal });
  pulse(signal, PULSE_MS, check);
}

/** Calls `beat` every `ms` until the signal is aborted. */
export function pulse(signal: AbortSignal, ms: number, beat: () => void): void {
  const timer = setInterval(beat, ms);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Calls `changed` when the thread's nodes, text or attributes have changed, and `moved` when its size has. */
export function watchThread(thread: Element, scroller: Element | null, changed: () => void, moved: () => void): () => void {
  const mutations = new MutationObserver(changed);
  mutations.observe(thread, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'open', 'datetime', 'type', 'style', 'class'],
  });
  const sizes = new ResizeObserver(moved);
  sizes.observe(thread);
  if (scroller) sizes.observe(scroller);
  return () => {
    mutations.disconnect();
    sizes.disconnect();
  };
}

/** `moved`: the page scrolls or has another size. `acted`: the user did something that may open a menu or a dialog. Each at most once a frame. */
export function watchMovement(window: Window, signal: AbortSignal, moved: () => void, acted: () => void): void {
  const onceAFrame = (types: readonly string[], work: () => void) => {
    let due = false;
    const listener = () => {
      if (due) return;
      due = true;
      window.requestAnimationFrame(() => {
        due = false;
        if (!signal.aborted) work();
      });
    };
    for (const type of types) window.addEventListener(type, listener, { capture: true, passive: true, signal });
  };
  onceAFrame(['scroll', 'resize'], moved);
  onceAFrame(['click', 'keyup', 'focusin', 'transitionend'], acted);
}
