/**
 * `npm run corpora`: how the engine does on the labelled tickets of `test/corpora`, counts beside rates.
 *
 *   npm run corpora -- [FILE...] [--errors]
 *
 * `--errors` lists each error. Ends with 1 where a file's own lines are wrong: such a table would mislead.
 */
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { audit } from '../lib/audit.ts';
import { type Counts, compare, type Miss, sum } from './corpora/compare.ts';
import { type Corpus, load } from './corpora/load.ts';

/** A share of counts: `94 of 111`. */
type Share = readonly [title: string, part: keyof Counts, whole: keyof Counts];

const SHARES: readonly Share[] = [
  ['claims found', 'found', 'labelled'],
  ['false flagged', 'flagged', 'labelledFalse'],
  ['false alarms', 'falseAlarms', 'labelledTrue'],
  ['abstained', 'abstained', 'labelledTrue'],
  ['unsure right', 'unsure', 'labelledUnsure'],
  ['reason right', 'reasonRight', 'found'],
  ['call right', 'callRight', 'withCall'],
  ['retracted red', 'retractedRed', 'retracted'],
  ['findings found', 'findingsFound', 'findings'],
];
const NUMBERS = [
  ['extra claims', 'extra'],
  ['extra red', 'extraRed'],
  ['spurious findings', 'spurious'],
] as const;

const share = (counts: Counts, [, part, whole]: Share): string =>
  counts[whole] === 0 ? '–' : `${(counts[part] / counts[whole]).toFixed(3)} ${counts[part]}/${counts[whole]}`;

function table(rows: readonly (readonly [name: string, tickets: number, counts: Counts])[]): string {
  const lines = [
    ['file', 'tickets', ...SHARES.map(([title]) => title), ...NUMBERS.map(([title]) => title)],
    ...rows.map(([name, tickets, counts]) => [
      name,
      String(tickets),
      ...SHARES.map((one) => share(counts, one)),
      ...NUMBERS.map(([, name]) => String(counts[name])),
    ]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '))
    .join('\n');
}

function judged(corpus: Corpus): { counts: Counts; misses: (Miss & { ticket: string })[] } {
  const all = corpus.tickets.map(({ ticket, one, expected }) => ({
    ticket,
    ...compare(expected, audit(one.page, one.evidence, one.policy, one.now)),
  }));
  return { counts: sum(all.map((one) => one.counts)), misses: all.flatMap(({ ticket, misses }) => misses.map((miss) => ({ ticket, ...miss }))) };
}

function main(args: string[]): number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { errors: { type: 'boolean', default: false } } });
  const files = positionals.length > 0 ? positionals : globSync('test/corpora/*.jsonl').sort();
  const corpora = files.map(load);
  const rows = corpora.map((corpus) => ({ corpus, ...judged(corpus) }));
  if (values.errors) {
    for (const { corpus, misses } of rows) {
      for (const { ticket, is, message, quote, expected, found } of misses) {
        console.log(`${corpus.name} ${ticket} ${message || '-'}: ${is}`);
        if (quote) console.log(`    “${quote}”`);
        console.log(`    expected ${expected || 'nothing'}; found ${found || 'nothing'}`);
      }
    }
    console.log();
  }
  const total = sum(rows.map((row) => row.counts));
  console.log(
    table([
      ...rows.map(({ corpus, counts }) => [corpus.name, corpus.tickets.length, counts] as const),
      ['all', corpora.reduce((count, { tickets }) => count + tickets.length, 0), total],
    ]),
  );
  const problems = corpora.flatMap((corpus) => corpus.problems);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
