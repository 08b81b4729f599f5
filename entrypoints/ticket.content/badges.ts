/** The badges that stand on the page, message by message: made, placed beside their quotes, and taken away again. */
import type { Mark } from '../../lib/protocol.ts';
import { makeBadge } from './badge.ts';
import { type Box, HEIGHT, place, shifted } from './layout.ts';
import type { Painted } from './paint.ts';
import { takenBoxes } from './taken.ts';

/** How far below and above a message its badges may stand. */
const REACH = 60;

export interface Badge {
  button: HTMLButtonElement;
  /** What it belongs to now: a badge stays while its mark does. */
  painted: Painted;
  /** With its words, in pixels; 0 until it was measured. */
  width: number;
  /** Where it stands, in the thread's coordinates; null where there is no room. */
  box: Box | null;
}

export interface Badges {
  /**
   * Makes these the messages with badges, and places them. `pause` is awaited between two badges; ends early once `isStill` says no.
   * @param area the visible part of the scroll area, in client coordinates.
   */
  layOut(
    groups: ReadonlyMap<Element, readonly Painted[]>,
    thread: Element,
    area: Box,
    pause: () => Promise<void>,
    isStill: () => boolean,
  ): Promise<void>;
  placed(): { button: HTMLButtonElement; box: Box }[];
  clear(): void;
}

const byPlace = (a: Painted, b: Painted): number => a.range.compareBoundaryPoints(Range.START_TO_START, b.range);

export function createBadges(layer: Element, doors: { onPress(mark: Mark): void; onFocus(badge: Badge): void }): Badges {
  const { ownerDocument: document } = layer;
  const standing = new Map<Element, Badge[]>();

  const all = (): Badge[] => [...standing.values()].flat();

  function make(painted: Painted): Badge {
    const badge: Badge = {
      painted,
      width: 0,
      box: null,
      button: makeBadge(
        document,
        painted.mark,
        () => badge.painted.range,
        () => doors.onPress(badge.painted.mark),
      ),
    };
    badge.button.addEventListener('focus', () => doors.onFocus(badge));
    // In the order of the page, which is the order of the Tab key.
    const after = all().filter((other) => byPlace(painted, other.painted) < 0);
    layer.insertBefore(badge.button, after.sort((a, b) => byPlace(a.painted, b.painted))[0]?.button ?? null);
    return badge;
  }

  const says = ({ findingId, colour, about, label, quote }: Mark): string => JSON.stringify([findingId, colour, about, label, quote]);

  /** The badges of one message, those that stand already among them. */
  function badgesOf(body: Element, group: readonly Painted[]): Badge[] {
    const before = new Map((standing.get(body) ?? []).map((badge) => [says(badge.painted.mark), badge]));
    const badges = [...group].sort(byPlace).map((painted) => {
      const key = says(painted.mark);
      const badge = before.get(key) ?? make(painted);
      before.delete(key);
      badge.painted = painted;
      return badge;
    });
    for (const { button } of before.values()) button.remove();
    standing.set(body, badges);
    return badges;
  }

  function drop(body: Element): void {
    for (const { button } of standing.get(body) ?? []) button.remove();
    standing.delete(body);
  }

  const placed = () => all().flatMap(({ button, box }) => (box ? [{ button, box }] : []));

  function stand({ button }: Badge, box: Box | null, compact: boolean): void {
    button.classList.toggle('placed', box !== null);
    button.classList.toggle('compact', compact);
    if (!box) return;
    button.style.left = `${box.left}px`;
    button.style.top = `${box.top}px`;
  }

  /** Places the badges of one message. */
  async function layOutMessage(body: Element, badges: Badge[], thread: Element, sides: Box, pause: () => Promise<void>): Promise<void> {
    // Measured all at once, and only then changed: a change between two questions would have the page laid out for each.
    const origin = thread.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(body);
    const message = text.getBoundingClientRect();
    const around = takenBoxes(thread, body, { top: message.top - REACH, bottom: message.bottom + REACH });
    const wishes = badges.map((badge) => {
      badge.width ||= badge.button.getBoundingClientRect().width;
      return { badge, width: badge.width, line: [...badge.painted.range.getClientRects()].findLast((rect) => rect.width > 0) };
    });
    const isFollowed = (line: DOMRect) =>
      wishes.some(({ line: other }) => other && other.left >= line.right && other.top < line.bottom && line.top < other.bottom);
    const own = new Set(badges.map(({ button }) => button));
    const others = placed().filter(({ button }) => !own.has(button));
    const taken = [...around.map((box) => shifted(box, origin, -1)), ...others.map(({ box }) => box)];
    for (const { badge, line, width } of wishes) {
      await pause();
      const spot =
        line && place({ line: shifted(line, origin, -1), message: shifted(message, origin, -1), width, followed: isFollowed(line) }, taken, sides);
      badge.box = spot ? { left: spot.left, top: spot.top, right: spot.left + (spot.compact ? HEIGHT : width), bottom: spot.top + HEIGHT } : null;
      if (badge.box) taken.push(badge.box);
      stand(badge, badge.box, spot?.compact ?? false);
    }
  }

  return {
    async layOut(groups, thread, area, pause, isStill) {
      for (const body of [...standing.keys()]) if (!groups.has(body)) drop(body);
      const origin = thread.getBoundingClientRect();
      const sides = { ...shifted(area, origin, -1), top: 0, bottom: origin.height };
      for (const [body, group] of groups) {
        await pause();
        if (!isStill()) return;
        await layOutMessage(body, badgesOf(body, group), thread, sides, pause);
      }
    },
    placed,
    clear() {
      for (const body of [...standing.keys()]) drop(body);
    },
  };
}
