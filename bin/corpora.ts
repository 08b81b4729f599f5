/**
 * `npm run corpora`: how the engine does on the labelled tickets of `test/corpora`, counts beside rates.
 *
 *   npm run corpora -- [FILE...] [--errors] [--kinds] [--floors]
 *
 * `--errors` lists each error, `--kinds` counts each file's kinds of ticket by themselves, `--floors` prints what the unit test may hold the
 * engine to. Ends with 1 where a file's own lines are wrong: such a table would mislead.
 */
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { audit } from '../lib/audit.ts';
import { type Counts, compare, LESS, type Miss, MORE, sum } from './corpora/compare.ts';
import { type Corpus, type Labelled, load } from './corpora/load.ts';

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

interface Judged {
  labelled: Labelled;
  counts: Counts;
  misses: Miss[];
}

const judged = (corpus: Corpus): Judged[] =>
  corpus.tickets.map((labelled) => {
    const { page, evidence, policy, now } = labelled.one;
    return { labelled, ...compare(labelled.expected, audit(page, evidence, policy, now)) };
  });

const row = (name: string, all: readonly Judged[]) => [name, all.length, sum(all.map((one) => one.counts))] as const;

const byKind = (all: readonly Judged[]) =>
  [...Map.groupBy(all, ({ labelled }) => labelled.kind)].filter(([kind]) => kind !== '').map(([kind, some]) => row(`  ${kind}`, some));

/** A line of FLOORS in test/unit/corpora/corpora.test.ts. */
function floorsOf(name: string, counts: Counts): string {
  const listed = (names: readonly (keyof Counts)[]) => names.map((one) => `${one}: ${counts[one]}`).join(', ');
  return `  '${name}': { least: { ${listed(MORE)} }, most: { ${listed(LESS)} } },`;
}

function tell(ticket: string, misses: readonly Miss[]): void {
  for (const { is, message, quote, expected, found } of misses) {
    console.log(`${ticket} ${message || '-'}: ${is}`);
    if (quote) console.log(`    “${quote}”`);
    console.log(`    expected ${expected || 'nothing'}; found ${found || 'nothing'}`);
  }
}

function main(args: string[]): number {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { errors: flag, kinds: flag, floors: flag } });
  const files = positionals.length > 0 ? positionals : globSync('test/corpora/*.jsonl').sort();
  const corpora = files.map(load);
  const results = corpora.map((corpus) => ({ name: corpus.name, all: judged(corpus) }));
  if (values.errors) {
    for (const { name, all } of results) {
      for (const { labelled, misses } of all) tell(`${name} ${labelled.ticket}`, misses);
    }
    console.log();
  }
  console.log(
    table([
      ...results.flatMap(({ name, all }) => [row(name, all), ...(values.kinds ? byKind(all) : [])]),
      row(
        'all',
        results.flatMap(({ all }) => all),
      ),
    ]),
  );
  if (values.floors) {
    for (const { name, all } of results) console.log(floorsOf(name, sum(all.map((one) => one.counts))));
  }
  const problems = corpora.flatMap((corpus) => corpus.problems);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
