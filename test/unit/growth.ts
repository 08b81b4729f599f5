/**
 * How much longer something takes for four times the text. No time is asserted, only growth, and that only where there is enough of it to be
 * told from a busy machine's noise.
 */

/** Times four is linear, times sixteen a square. */
export const GROWTH = 9;

/** Milliseconds: what takes less tells nothing. The square of 20,000 steps takes many times as much. */
const NOISE = 20;

function took(run: (text: string) => void, text: string): number {
  const start = performance.now();
  run(text);
  return performance.now() - start;
}

/** @param length of the short text, in UTF-16 units. The smallest of several tries counts, since only the machine makes one longer by chance. */
export function growth(run: (text: string) => void, length: number, textOf: (length: number) => string): number {
  const [short, long] = [textOf(length), textOf(4 * length)];
  let most = took(run, long);
  let least = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 10 && most > NOISE; again += 1) {
    least = Math.min(least, took(run, short));
    most = Math.min(most, took(run, long));
    if (most / least < GROWTH) return most / least;
  }
  return most > NOISE ? most / least : 1;
}

export const repeated = (pump: string, length: number): string => pump.repeat(Math.ceil(length / pump.length));
