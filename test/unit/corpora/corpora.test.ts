/** The labelled tickets of `test/corpora`: what the engine reaches on them, and must not lose. */
import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Counts, compare, sum } from '../../../bin/corpora/compare.ts';
import { load } from '../../../bin/corpora/load.ts';
import { audit } from '../../../lib/audit.ts';

/** Per file: no fewer of `least`, no more of `most`. Moved on purpose only, with what `npm run corpora` prints, as the engine gets better. */
const FLOORS: Record<string, { least: Partial<Counts>; most: Partial<Counts> }> = {
  'fabricated-failure': { least: { found: 19, findingsFound: 0 }, most: { falseAlarms: 3, extra: 4, extraRed: 1, spurious: 6 } },
  honest: { least: { found: 99, unsure: 7 }, most: { falseAlarms: 21, extra: 5, extraRed: 1, spurious: 24 } },
  notes: { least: { found: 165, flagged: 21, unsure: 2, findingsFound: 15 }, most: { falseAlarms: 19, extra: 22, extraRed: 10, spurious: 21 } },
  'silent-escalation': { least: { found: 33, findingsFound: 3 }, most: { falseAlarms: 3, extra: 2, extraRed: 2, spurious: 3 } },
  threads: { least: { found: 129, flagged: 13, findingsFound: 1 }, most: { falseAlarms: 16, retractedRed: 7, extra: 8, extraRed: 5, spurious: 13 } },
  'undisclosed-action': { least: { found: 29, findingsFound: 10 }, most: { falseAlarms: 3, extra: 2, extraRed: 1, spurious: 7 } },
};

const files = globSync('test/corpora/*.jsonl').sort();

describe.each(files)('%s', (file) => {
  const corpus = load(file);

  test('every line is a ticket of the format, and every label names what is there', () => {
    expect(corpus.problems).toEqual([]);
    expect(corpus.tickets.length).toBeGreaterThan(0);
  });

  test('the engine keeps to its floors', () => {
    const floors = FLOORS[basename(file, '.jsonl')];
    expect(floors, `say in FLOORS what the engine reaches on ${file} (npm run corpora prints it)`).toBeDefined();
    const counts = sum(corpus.tickets.map(({ one, expected }) => compare(expected, audit(one.page, one.evidence, one.policy, one.now)).counts));
    for (const [name, least] of Object.entries(floors!.least))
      expect(counts[name as keyof Counts], `${name} on ${file}`).toBeGreaterThanOrEqual(least);
    for (const [name, most] of Object.entries(floors!.most)) expect(counts[name as keyof Counts], `${name} on ${file}`).toBeLessThanOrEqual(most);
  });
});

test('every file with floors is there', () => {
  for (const name of Object.keys(FLOORS)) expect(existsSync(`test/corpora/${name}.jsonl`), `test/corpora/${name}.jsonl is gone`).toBe(true);
});
