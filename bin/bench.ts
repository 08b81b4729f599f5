/**
 * `npm run bench [-- --rows DIR] [--corpora DIR] [--node]`: how fast the engine is, in Node and in the extension's worker, and, given
 * labelled rows, how good. Medians of five runs. Prints what is asked for beside each figure; a missed bar is no failure of the bench.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { inWorker } from '../test/bench/worker.ts';
import { scores } from './bench/corpus.ts';
import { asText, differing, type Report } from './bench/report.ts';
import { measurements } from './bench/suite.ts';
import { ticketsIn } from './bench/tickets.ts';
import { calibration } from './bench/timing.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string' }, corpora: { type: 'string', default: 'test/corpora' }, node: { type: 'boolean', default: false } },
});

const tickets = ticketsIn(values.corpora);
console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; medians of five runs, and the first\n`);
const node: Report = {
  where: `Node ${process.version}`,
  calibration: calibration(),
  measured: measurements.map((measurement) => ({ measurement, result: measurement.measure(tickets) })),
};
console.log(asText(node));
if (!values.node) {
  const worker = await inWorker(tickets);
  console.log(`\n${asText(worker)}`);
  const other = differing(node, worker);
  console.log(other.length === 0 ? 'Both judged all of it alike.' : `They judged differently: ${other.join('; ')}`);
}
if (values.rows !== undefined) console.log(`\n${scores(values.rows)}`);
