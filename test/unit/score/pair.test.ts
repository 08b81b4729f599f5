import { describe, expect, test } from 'vitest';
import { fits, type Place, pairUp } from '../../../bin/score/pair.ts';

const span = (start: number, end: number) => ({ start, end });
const counted = (start: number, end: number): Place => ({ start, end, counts: true });
const optional = (start: number, end: number): Place => ({ start, end, counts: false });

describe('a prediction fits a label', () => {
  const label = span(100, 200);

  test.each([
    ['is the very same', 100, 200],
    ['covers just half of it and as much before it', 50, 150],
    ['lies in it and is just a quarter of it', 140, 165],
    ['lies in it but for a fifth', 180, 205],
    ['is just three times as long, and twenty characters', 0, 320],
  ])('where it %s', (_, start, end) => {
    expect(fits(span(start, end), label)).toBe(true);
  });

  test.each([
    ['stands beside it', 200, 230],
    ['covers less than half of it', 50, 149],
    ['lies in it and is less than a quarter of it', 140, 164],
    ['lies in it but for more than a fifth', 180, 206],
    ['is longer than three times and twenty characters', 0, 321],
  ])('not where it %s', (_, start, end) => {
    expect(fits(span(start, end), label)).toBe(false);
  });
});

describe('predictions and labels', () => {
  test('pair one to one', () => {
    expect(pairUp([span(0, 10), span(0, 9), span(20, 30)], [counted(0, 10), counted(20, 30)])).toEqual([0, -1, 1]);
  });

  test('pair the closest first, whichever comes first', () => {
    expect(pairUp([span(0, 40), span(0, 20)], [counted(0, 20)])).toEqual([-1, 0]);
  });

  test('pair labels that count before those that do not', () => {
    expect(pairUp([span(5, 30)], [counted(0, 12), optional(10, 30)])).toEqual([0]);
    expect(pairUp([span(5, 30)], [counted(0, 4), optional(10, 30)])).toEqual([1]);
  });
});
