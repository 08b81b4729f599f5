/**
 * Our one element on the host's page: a closed shadow root over everything, which lets every click through but those on
 * badges. Badges are laid out in the thread's own coordinates, so that scrolling only moves their layer.
 */
import type { Mark } from '../../lib/protocol.ts';
import { makeBadge } from './badge.ts';
import { dialogIsOver, isCovered, visibleArea } from './cover.ts';
import { type Box, HEIGHT, overlaps, place, shifted } from './layout.ts';
import { createNotice, type NoticeColour } from './notice.ts';
import css from './overlay.css?inline';
import { type Painted, pointAt } from './paint.ts';
import { slicer } from './slices.ts';
import { takenBoxes } from './taken.ts';

/** How far below and above a message its badges may stand. */
const REACH = 60;

export interface Overlay {
  /** Lays out one badge per painted mark. `thread` scrolls inside `scroller`, or inside the window where that is null. */
  show(painted: readonly Painted[], thread: Element, scroller: Element | null): Promise<void>;
  notice(text: string, onPress: () => void, colour?: NoticeColour): void;
  /** Puts layer and clip where the thread is now. Cheap: called in every frame of a scroll. */
  follow(): void;
  /** Hides what stands over a dialog or menu of the host, shows it again when that is gone. Dear: it asks the browser what lies where. */
  giveWay(): void;
  clear(): void;
  remove(): void;
}

interface Badge {
  button: HTMLButtonElement;
  painted: Painted;
}

const byPlace = (a: Badge, b: Badge): number => a.painted.range.compareBoundaryPoints(Range.START_TO_START, b.painted.range);

export function createOverlay(document: Document, onPress: (mark: Mark) => void): Overlay {
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

  let placed: { button: HTMLButtonElement; box: Box }[] = [];
  let shown: { thread: Element; scroller: Element | null } | null = null;

  const attach = () => {
    if (!host.isConnected) document.documentElement.append(host);
  };

  function badgeOf(painted: Painted): Badge {
    const button = makeBadge(document, painted, () => onPress(painted.mark));
    button.addEventListener('focus', () => {
      const unseen = shown && !overlaps(button.getBoundingClientRect(), visibleArea(view, shown.scroller));
      if (unseen) painted.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    });
    return { button, painted };
  }

  /** Places the badges of one message. Boxes are in the thread's coordinates. */
  function layOut(badges: Badge[], body: Element, thread: Element, area: Box): void {
    const origin = thread.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(body);
    const message = text.getBoundingClientRect();
    const around = takenBoxes(thread, body, { top: message.top - REACH, bottom: message.bottom + REACH });
    const taken = [...around.map((box) => shifted(box, origin, -1)), ...placed.map(({ box }) => box)];
    for (const { painted, button } of badges) {
      const line = [...painted.range.getClientRects()].findLast((rect) => rect.width > 0);
      const width = button.getBoundingClientRect().width;
      const spot = line && place({ line: shifted(line, origin, -1), message: shifted(message, origin, -1), width }, taken, area);
      if (!spot) {
        button.remove();
        continue;
      }
      const box = { left: spot.left, top: spot.top, right: spot.left + (spot.compact ? HEIGHT : width), bottom: spot.top + HEIGHT };
      taken.push(box);
      placed.push({ button, box });
      button.classList.add('placed');
      button.classList.toggle('compact', spot.compact);
      button.style.left = `${spot.left}px`;
      button.style.top = `${spot.top}px`;
    }
  }

  function follow(): void {
    if (!shown) return;
    attach();
    const area = visibleArea(view, shown.scroller);
    const origin = shown.thread.getBoundingClientRect();
    clip.style.left = `${area.left}px`;
    clip.style.top = `${area.top}px`;
    clip.style.width = `${Math.max(0, area.right - area.left)}px`;
    clip.style.height = `${Math.max(0, area.bottom - area.top)}px`;
    layer.style.transform = `translate(${origin.left - area.left}px, ${origin.top - area.top}px)`;
  }

  function giveWay(): void {
    if (!shown) return;
    const area = visibleArea(view, shown.scroller);
    const origin = shown.thread.getBoundingClientRect();
    clip.style.visibility = dialogIsOver(document, area) ? 'hidden' : '';
    for (const { button, box } of placed) {
      const now = shifted(box, origin, 1);
      button.style.visibility = clip.style.visibility || (overlaps(now, area) && isCovered(now, shown.thread, host)) ? 'hidden' : '';
    }
  }

  function clear(): void {
    shown = null;
    placed = [];
    layer.replaceChildren();
    pointAt(null);
  }

  return {
    async show(painted, thread, scroller) {
      const focused = root.activeElement?.getAttribute('aria-label');
      clear();
      const showing = { thread, scroller };
      shown = showing;
      const badges = painted.map(badgeOf);
      layer.append(...badges.map(({ button }) => button));
      follow();
      const sides = shifted(visibleArea(view, scroller), thread.getBoundingClientRect(), -1);
      const area = { left: sides.left, right: sides.right, top: 0, bottom: thread.getBoundingClientRect().height };
      const pause = slicer();
      for (const [body, group] of Map.groupBy(badges, (badge) => badge.painted.body)) {
        await pause();
        if (shown !== showing) return;
        layOut(group.sort(byPlace), body, thread, area);
      }
      giveWay();
      placed.find(({ button }) => button.getAttribute('aria-label') === focused)?.button.focus();
    },
    notice(text, onPressed, colour) {
      attach();
      notice.say(text, onPressed, colour);
    },
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
