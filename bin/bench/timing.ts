/** Times in milliseconds by the clock of wherever this runs: Node, or the extension's worker. */

import { audit } from '../../lib/audit.ts';
import { digest } from '../../lib/id.ts';
import type { AuditRecord } from '../../lib/model.ts';
import type { Case } from '../audit/case.ts';

/** A figure is the median of so many. */
export const RUNS = 5;

export interface Times {
  /** The first run, with code that was not yet compiled for it. */
  first: number;
  median: number;
}

/** The value below which the share `p` of all lie; NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const judge = ({ page, evidence, policy, now }: Case): AuditRecord => audit(page, evidence, policy, now);

/** Judges copies of a case, so that nothing that was remembered of one run helps the next; `repeats` in a row where the clock is coarse. */
export function timed(one: Case, runs = RUNS, repeats = 1): Times {
  const times = Array.from({ length: runs }, () => {
    const copies = Array.from({ length: repeats }, () => structuredClone(one));
    const began = performance.now();
    for (const copy of copies) judge(copy);
    return (performance.now() - began) / repeats;
  });
  return { first: times[0]!, median: median(times) };
}

/** What a judgement says, as one digest: the same in Node and in the worker. */
export const judgementOf = (one: Case): string => digest(JSON.stringify(judge(one).findings));

/** Milliseconds for a fixed piece of arithmetic and text: figures of two machines, or of Node and a browser, compare by it. */
export function calibration(): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    let state = 1;
    let found = 0;
    for (let i = 0; i < 1_000_000; i += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      if (/7[a-f]/.test(state.toString(16))) found += 1;
    }
    if (found === 0) throw new Error('the calibration found nothing');
    return performance.now() - began;
  });
  return median(times);
}
