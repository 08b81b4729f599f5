/** Which entry of the API belongs to which message on the page: the page shows no ids. */
import type { Entry } from './log.ts';

/** What the page shows of one message, as far as it helps to find its entry. */
export interface Shown {
  /** Milliseconds since 1970; NaN where it cannot be read. */
  time: number;
  name: string;
  text: string;
  fromCustomer: boolean;
}

const SAME_TIME = 2 * 60_000;
const opening = (text: string): string => text.slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 80);

/** What is compared; texts by their opening words only, made once. */
interface Side {
  time: number;
  name: string;
  opening: string;
}

/** Two of three must agree: time, name, opening words. 0: they do not; the higher, the better. */
function likeness(a: Side, b: Side): number {
  const apart = Math.abs(a.time - b.time);
  const agreed = Number(apart <= SAME_TIME) + Number(a.name !== '' && a.name === b.name) + Number(a.opening !== '' && a.opening === b.opening);
  // Among equals the one nearer in time: the fraction stays below one.
  return agreed < 2 ? 0 : agreed + (Number.isNaN(apart) ? 0 : 1 / (2 + apart));
}

interface Candidate extends Side {
  entry: Entry;
  /** Place among the entries: of two that are alike the earlier one counts. */
  order: number;
}

/** Candidates by what must agree: since two of three do, one with other opening words is near in time. */
class Candidates {
  readonly #byOpening: Map<string, Candidate[]>;
  readonly #byTime: Candidate[];
  readonly #used = new Set<Candidate>();

  constructor(entries: readonly Entry[]) {
    const all = entries.map((entry, order) => ({ entry, order, time: entry.time, name: entry.name, opening: opening(entry.text) }));
    this.#byOpening = Map.groupBy(all, (one) => one.opening);
    this.#byTime = all.filter((one) => !Number.isNaN(one.time)).sort((a, b) => a.time - b.time);
  }

  #near(time: number): Candidate[] {
    let [low, high] = [0, this.#byTime.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#byTime[middle]!.time < time - SAME_TIME) low = middle + 1;
      else high = middle;
    }
    const near: Candidate[] = [];
    for (let at = low; at < this.#byTime.length && this.#byTime[at]!.time <= time + SAME_TIME; at += 1) near.push(this.#byTime[at]!);
    return near;
  }

  /** Takes the best one away; null where none agrees. */
  take(message: Shown): Entry | null {
    const side = { time: message.time, name: message.name, opening: opening(message.text) };
    let best: Candidate | null = null;
    let bestLikeness = 0;
    for (const one of new Set([...(this.#byOpening.get(side.opening) ?? []), ...this.#near(side.time)])) {
      if (this.#used.has(one)) continue;
      // An entry of a customer never stands for a message of the team, nor the reverse.
      if (one.entry.kind !== 'unknown' && message.fromCustomer !== (one.entry.kind === 'customer')) continue;
      const score = likeness(side, one);
      if (score > bestLikeness || (best && score === bestLikeness && one.order < best.order)) [best, bestLikeness] = [one, score];
    }
    if (best) this.#used.add(best);
    return best?.entry ?? null;
  }
}

/** The entry of each shown message, in the same order; null where none agrees. Every entry is used once. `pause` is awaited between two messages. */
export async function joinEntries(shown: readonly Shown[], entries: readonly Entry[], pause: () => Promise<void>): Promise<(Entry | null)[]> {
  const candidates = new Candidates(entries);
  const joined: (Entry | null)[] = [];
  for (const message of shown) {
    await pause();
    joined.push(candidates.take(message));
  }
  return joined;
}
