/** Where badges stand. Boxes as `[left, top, right, bottom]`; lines are 20 high. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, HEIGHT, overlaps, place } from '../../../entrypoints/ticket.content/layout.ts';

type Corners = [left: number, top: number, right: number, bottom: number];
const box = ([left, top, right, bottom]: Corners): Box => ({ left, top, right, bottom });
const AREA = box([0, 0, 600, 400]);

interface Case {
  line: Corners;
  message: Corners;
  taken: Corners[];
  width?: number;
  followed?: boolean;
}
const spot = ({ line, message, taken, width = 120, followed = false }: Case) =>
  place({ line: box(line), message: box(message), width, followed }, taken.map(box), AREA);

const cases: [what: string, given: Case, expected: ReturnType<typeof place>][] = [
  [
    'right of the quote at the end of its line',
    { line: [50, 100, 200, 120], message: [50, 100, 200, 120], taken: [[50, 100, 200, 120]] },
    { left: 206, top: 100, compact: false },
  ],
  [
    'after the rest of the line',
    { line: [50, 100, 200, 120], message: [50, 100, 300, 120], taken: [[50, 100, 300, 120]] },
    { left: 306, top: 100, compact: false },
  ],
  [
    'below its quote where another quote follows in the line, at whose end its badge would be taken for that one’s',
    { line: [50, 100, 200, 120], message: [50, 100, 300, 120], taken: [[50, 100, 300, 120]], followed: true },
    { left: 50, top: 124, compact: false },
  ],
  [
    'after a badge that stands there',
    {
      line: [50, 100, 200, 120],
      message: [50, 100, 200, 120],
      taken: [
        [50, 100, 200, 120],
        [206, 100, 326, 120],
      ],
    },
    { left: 332, top: 100, compact: false },
  ],
  [
    'below its quote where the line is full',
    { line: [50, 100, 200, 120], message: [40, 100, 560, 120], taken: [[40, 100, 560, 120]] },
    { left: 50, top: 124, compact: false },
  ],
  [
    'below, at the left, where it would reach out at the right',
    { line: [500, 100, 560, 120], message: [40, 100, 560, 120], taken: [[40, 100, 560, 120]] },
    { left: 40, top: 124, compact: false },
  ],
  [
    'as a symbol at the end of a full line far above the end of the message',
    { line: [50, 100, 200, 120], message: [40, 100, 560, 200], taken: [[40, 100, 560, 200]] },
    { left: 566, top: 100, compact: true },
  ],
  [
    'above where all else is taken',
    {
      line: [50, 100, 200, 120],
      message: [40, 100, 590, 120],
      taken: [
        [40, 100, 590, 120],
        [0, 124, 600, 400],
      ],
    },
    { left: 40, top: 76, compact: false },
  ],
  ['nowhere where everything is taken', { line: [50, 100, 200, 120], message: [0, 0, 600, 400], taken: [[0, 0, 600, 400]] }, null],
];

const corners = fc
  .tuple(fc.integer({ min: 0, max: 590 }), fc.integer({ min: 0, max: 390 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }))
  .map(([left, top, width, height]): Corners => [left, top, left + width, top + height]);

describe('place', () => {
  it.each(cases)('%s', (_, given, expected) => {
    expect(spot(given)).toEqual(expected);
  });
  it('never covers what is taken and never leaves the area', () => {
    fc.assert(
      fc.property(corners, corners, fc.array(corners, { maxLength: 12 }), (line, message, taken) => {
        const found = spot({ line, message, taken });
        if (!found) return;
        const own = box([found.left, found.top, found.left + (found.compact ? HEIGHT : 120), found.top + HEIGHT]);
        expect(taken.map(box).filter((one) => overlaps(one, own))).toEqual([]);
        expect([own.left >= 0, own.top >= 0, own.right <= 600, own.bottom <= 400]).toEqual([true, true, true, true]);
      }),
    );
  });
});
