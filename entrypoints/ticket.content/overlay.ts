/**
 * Our one element on the host's page: a closed shadow root over everything, which lets every click through but those on
 * badges. Badges are laid out in the thread's own coordinates, so that scrolling only moves their layer, and only near to
 * what can be seen, so that a thread of thousands costs no more than one of ten.
 */
import type { Mark } from '../../lib/protocol.ts';
import { type Badge, createBadges } from './badges.ts';
import { dialogIsOver, isCovered, visibleArea } from './cover.ts';
import { overlaps, shifted } from './layout.ts';
import { createNotice, type NoticeColour } from './notice.ts';
import css from './overlay.css?inline';
import { type Painted, pointAt } from './paint.ts';
import { slicer } from './slices.ts';
import { throttled } from './throttle.ts';

const FRAME_MS = 16;
const GIVE_WAY_MS = 30;
/** Badges stand ready within so much above and below the visible part, in heights of it. */
const NEAR = '100% 0px';

export interface Overlay {
  /** Shows one badge per painted mark. `thread` scrolls inside `scroller`, or inside the window where that is null. */
  show(painted: readonly Painted[], thread: Element, scroller: Element | null): void;
  notice(text: string, onPress: () => void, colour?: NoticeColour): void;
  /** The thread has another size: badges are laid out anew. */
  moved(): void;
  /** Puts layer and clip where the thread is now. Cheap: called in every frame of a scroll. */
  follow(): void;
  /** Hides what stands over a dialog or menu of the host, shows it again when that is gone. Dear, and so done seldom: it asks the browser what lies where. */
  giveWay(): void;
  clear(): void;
  remove(): void;
}

interface Shown {
  thread: Element;
  scroller: Element | null;
  /** Tells which messages are near. */
  watcher: IntersectionObserver;
}

export function createOverlay(document: Document, signal: AbortSignal, onPress: (mark: Mark) => void): Overlay {
  const view = document.defaultView!;
  const host = document.createElement('deskcheck-marks');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const clip = document.createElement('div');
  clip.className = 'clip';
  const layer = document.createElement('div');
  layer.className = 'layer';
  clip.append(layer);
  root.append(style, clip);
  const notice = createNotice(host, root);

  let shown: Shown | null = null;
  /** All marks, by the body of their message. */
  let groups = new Map<Element, Painted[]>();
  const near = new Set<Element>();
  const badges = createBadges(layer, { onPress, onFocus: bringIntoView });

  const attach = () => {
    if (!host.isConnected) document.documentElement.append(host);
  };

  function bringIntoView({ button, painted }: Badge): void {
    const unseen = shown && !overlaps(button.getBoundingClientRect(), visibleArea(view, shown.scroller));
    if (unseen) painted.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }

  const layOutSoon = throttled(FRAME_MS, signal, async () => {
    const showing = shown;
    if (!showing) return;
    const { pause, spent } = slicer();
    attach();
    follow();
    const isStill = () => shown === showing && !signal.aborted;
    const here = [...groups].filter(([body]) => near.has(body));
    await badges.layOut(new Map(here), showing.thread, visibleArea(view, showing.scroller), pause, isStill);
    if (isStill()) giveWay();
    return spent();
  });

  function watch(thread: Element, scroller: Element | null): Shown {
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(target);
          else near.delete(target);
        }
        layOutSoon();
      },
      { root: scroller, rootMargin: NEAR },
    );
    return { thread, scroller, watcher };
  }

  function follow(): void {
    if (!shown) return;
    const area = visibleArea(view, shown.scroller);
    const origin = shown.thread.getBoundingClientRect();
    clip.style.left = `${area.left}px`;
    clip.style.top = `${area.top}px`;
    clip.style.width = `${Math.max(0, area.right - area.left)}px`;
    clip.style.height = `${Math.max(0, area.bottom - area.top)}px`;
    layer.style.transform = `translate(${origin.left - area.left}px, ${origin.top - area.top}px)`;
  }

  const giveWay = throttled(GIVE_WAY_MS, signal, () => {
    const began = performance.now();
    if (!shown || badges.placed().length === 0) return;
    const { thread, scroller } = shown;
    const area = visibleArea(view, scroller);
    const origin = thread.getBoundingClientRect();
    clip.style.visibility = dialogIsOver(document, area) ? 'hidden' : '';
    // All is asked before anything is changed: a change between two questions would have the page laid out for each.
    const hidden = badges.placed().map(({ box }) => {
      const now = shifted(box, origin, 1);
      return clip.style.visibility === 'hidden' || (overlaps(now, area) && isCovered(now, thread, host));
    });
    badges.placed().forEach(({ button }, i) => {
      button.style.visibility = hidden[i] ? 'hidden' : '';
    });
    return performance.now() - began;
  });

  function clear(): void {
    shown?.watcher.disconnect();
    shown = null;
    groups = new Map();
    near.clear();
    badges.clear();
    pointAt(null);
  }

  return {
    show(painted, thread, scroller) {
      if (shown?.thread !== thread || shown.scroller !== scroller) clear();
      shown ??= watch(thread, scroller);
      const next = Map.groupBy(painted, ({ body }) => body);
      for (const body of groups.keys()) {
        if (next.has(body)) continue;
        shown.watcher.unobserve(body);
        near.delete(body);
      }
      for (const body of next.keys()) if (!groups.has(body)) shown.watcher.observe(body);
      groups = next;
      layOutSoon();
    },
    notice(text, onPressed, colour) {
      attach();
      notice.say(text, onPressed, colour);
    },
    moved: layOutSoon,
    follow,
    giveWay,
    clear,
    remove() {
      clear();
      notice.remove();
      host.remove();
    },
  };
}
