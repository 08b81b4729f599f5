/** What the extension's worker is given to measure itself with: `lib/audit.ts` and the list of measurements, one at a time. */

import type { Case } from '../../bin/audit/case.ts';
import { measurements } from '../../bin/bench/suite.ts';
import { calibration } from '../../bin/bench/timing.ts';

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
