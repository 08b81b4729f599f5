import { expect, test } from 'vitest';
import { once, onceOfText } from '../../../lib/match/once.ts';

test('an answer is worked out once for each object, also where it is undefined, and anew for one that only looks alike', () => {
  let asked = 0;
  const answer = once((of: { n: number }) => {
    asked += 1;
    return of.n > 1 ? of.n : undefined;
  });
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([answer(one), answer(two), answer(one), answer(two)]).toEqual([undefined, 2, undefined, 2]);
  expect(asked).toBe(2);
  expect(answer({ n: 2 })).toBe(2);
  expect(asked).toBe(3);
});

test('texts are kept until they are megabytes together, and answered rightly ever after', () => {
  const asked: number[] = [];
  const length = onceOfText((text) => {
    asked.push(text.length);
    return text.length;
  });
  expect([length('ab'), length('ab'), length('')]).toEqual([2, 2, 0]);
  expect(asked).toEqual([2, 0]);
  const large = 'x'.repeat(5_000_000);
  expect([length(large), length('ab'), length('ab')]).toEqual([5_000_000, 2, 2]);
  expect([length('abc'), length('ab'), length('ab')]).toEqual([3, 2, 2]);
  expect(asked.filter((one) => one === 2).length).toBeLessThanOrEqual(2);
});
