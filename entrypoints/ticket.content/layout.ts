/** Where a badge may stand: beside its quote, never over the host's text or controls, never over another badge. Pure geometry, in pixels. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Wish {
  /** The last line of the quote. */
  line: Box;
  /** The text of the whole message. */
  message: Box;
  /** Width of the badge with its label. */
  width: number;
  /** Another marked quote stands to the right in the same line: a badge at the line's end would be taken for that one's. */
  followed?: boolean;
}

export interface Spot {
  left: number;
  top: number;
  /** Only the symbol: there was no room for the label near the quote. */
  compact: boolean;
}

export const HEIGHT = 20;
const GAP = 6;
const EDGE = 4;

export const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The box in the coordinates of `by` (-1), or back from them (1). */
export const shifted = (box: Box, by: Pick<Box, 'left' | 'top'>, sign: 1 | -1): Box => ({
  left: box.left + sign * by.left,
  top: box.top + sign * by.top,
  right: box.right + sign * by.left,
  bottom: box.bottom + sign * by.top,
});

/** The first free place in a row, from `start` to the right; null where there is none. */
function inRow(top: number, start: number, width: number, taken: readonly Box[], area: Box): number | null {
  const row = { left: area.left, right: area.right, top, bottom: top + HEIGHT };
  if (row.top < area.top || row.bottom > area.bottom) return null;
  const inTheWay = taken.filter((box) => overlaps(box, row));
  const starts = [start, ...inTheWay.map((box) => box.right + GAP).filter((x) => x > start)].sort((a, b) => a - b);
  const free = (left: number) =>
    left >= area.left && left + width <= area.right - EDGE && !inTheWay.some((box) => left < box.right + GAP && box.left < left + width + EDGE);
  return starts.find(free) ?? null;
}

/** The nearest place first; null where the badge would cover something wherever it stood. `taken`: text, controls, badges placed before. */
export function place({ line, message, width, followed = false }: Wish, taken: readonly Box[], area: Box): Spot | null {
  const height = line.bottom - line.top;
  const onLine = line.top + (height - HEIGHT) / 2;
  const rowsAway = (rows: number) => onLine + rows * (HEIGHT + 2);
  const below = [0, 1].map((row) => message.bottom + EDGE + row * (HEIGHT + 2));

  type Try = readonly [top: number, start: number, size: number];
  const under: Try[] = below.flatMap((top): Try[] => [
    [top, line.left, width],
    [top, message.left, width],
  ]);
  // The symbol alone fits at most line ends; where one stands there already, in the margin a row up or down.
  const small: Try[] = [[onLine, line.right + GAP, HEIGHT], ...[1, -1, 2, -2].map((rows): Try => [rowsAway(rows), message.right + GAP, HEIGHT])];
  const nearEnd = message.bottom - line.bottom < 2 * height;
  const beside: Try = [onLine, line.right + GAP, width];
  const around = nearEnd ? [...under, ...small] : [...small, ...under];
  const tries: Try[] = [
    ...(followed && nearEnd ? [...under, beside, ...small] : [beside, ...around]),
    [message.top - EDGE - HEIGHT, message.left, width],
  ];
  for (const [top, start, size] of tries) {
    const left = inRow(top, start, size, taken, area);
    if (left !== null) return { left, top, compact: size !== width };
  }
  return null;
}
