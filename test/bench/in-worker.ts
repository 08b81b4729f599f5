/** What the extension's worker is given to measure itself with: `lib/audit.ts` and the list of measurements, one at a time. */
import { measurements } from '../../bin/bench/suite.ts';
import { calibration } from '../../bin/bench/timing.ts';
import type { Case } from '../../bin/rows/row.ts';

let tickets: readonly Case[] = [];

const bench = {
  calibration,
  /** @param json a list of cases. */
  take: (json: string): void => {
    tickets = JSON.parse(json) as Case[];
  },
  measure: (index: number) => measurements[index]!.measure(tickets),
};

/** The worker's global scope, with the script loaded. */
export interface InWorker {
  deskcheckBench: typeof bench;
}

(globalThis as unknown as InWorker).deskcheckBench = bench;
