/** The labelled tickets of `test/corpora`: what the engine reaches on them, and must not lose. */
import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Counts, compare, type LESS, type MORE, sum } from '../../../bin/corpora/compare.ts';
import { load } from '../../../bin/corpora/load.ts';
import { audit } from '../../../lib/audit.ts';

type Floors = { least: Record<(typeof MORE)[number], number>; most: Record<(typeof LESS)[number], number> };

/** Per file: no fewer of `least`, no more of `most`. `npm run corpora -- --floors` prints what is reached; lines move here on purpose only. */
const FLOORS: Record<string, Floors> = {
  afresh: { least: { found: 122, flagged: 13, unsure: 0, findingsFound: 0 }, most: { falseAlarms: 2, extraRed: 1, retractedRed: 0, spurious: 1 } },
  chat: { least: { found: 319, flagged: 36, unsure: 2, findingsFound: 4 }, most: { falseAlarms: 2, extraRed: 5, retractedRed: 0, spurious: 0 } },
  elsewhere: {
    least: { found: 281, flagged: 41, unsure: 10, findingsFound: 5 },
    most: { falseAlarms: 2, extraRed: 2, retractedRed: 0, spurious: 0 },
  },
  'fabricated-failure': {
    least: { found: 35, flagged: 1, unsure: 0, findingsFound: 20 },
    most: { falseAlarms: 0, extraRed: 0, retractedRed: 0, spurious: 0 },
  },
  honest: { least: { found: 195, flagged: 0, unsure: 14, findingsFound: 0 }, most: { falseAlarms: 1, extraRed: 2, retractedRed: 0, spurious: 1 } },
  notes: { least: { found: 320, flagged: 43, unsure: 13, findingsFound: 26 }, most: { falseAlarms: 2, extraRed: 4, retractedRed: 0, spurious: 0 } },
  'silent-escalation': {
    least: { found: 53, flagged: 2, unsure: 0, findingsFound: 20 },
    most: { falseAlarms: 0, extraRed: 0, retractedRed: 0, spurious: 0 },
  },
  threads: { least: { found: 221, flagged: 25, unsure: 2, findingsFound: 1 }, most: { falseAlarms: 1, extraRed: 0, retractedRed: 0, spurious: 0 } },
  'undisclosed-action': {
    least: { found: 50, flagged: 1, unsure: 0, findingsFound: 20 },
    most: { falseAlarms: 0, extraRed: 0, retractedRed: 0, spurious: 0 },
  },
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
    expect(floors, `say in FLOORS what the engine reaches on ${file} (npm run corpora -- --floors prints it)`).toBeDefined();
    const counts = sum(corpus.tickets.map(({ one, expected }) => compare(expected, audit(one.page, one.evidence, one.policy, one.now)).counts));
    for (const [name, least] of Object.entries(floors!.least))
      expect(counts[name as keyof Counts], `${name} on ${file}`).toBeGreaterThanOrEqual(least);
    for (const [name, most] of Object.entries(floors!.most)) expect(counts[name as keyof Counts], `${name} on ${file}`).toBeLessThanOrEqual(most);
  });
});

test('every file with floors is there', () => {
  for (const name of Object.keys(FLOORS)) expect(existsSync(`test/corpora/${name}.jsonl`), `test/corpora/${name}.jsonl is gone`).toBe(true);
});
