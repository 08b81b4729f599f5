import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readConversations } from '../../world/conversations/file.ts';
import { spread } from '../../world/conversations/spread.ts';
import { conversationWorld } from '../../world/conversations.ts';
import { askedFor } from '../../world/options.ts';
import { device, library, silent, vendorShape } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-conversations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const jsonl = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('a file of conversations', () => {
  test('is read plain or packed, whatever it is called; empty lines count as lines', () => {
    const text = `${jsonl(library)}\n${jsonl(vendorShape)}`;
    const paths = [file('a.jsonl', text), file('a.jsonl.gz', gzipSync(text)), file('packed.jsonl', gzipSync(text)), file('no-ending', text)];
    for (const path of paths)
      expect(readConversations(path).map(({ line, row }) => [line, row.id])).toEqual([
        [1, 'lib-01'],
        [3, 7],
      ]);
  });

  const BAD: readonly (readonly [string, () => string, string])[] = [
    ['is not there', () => join(folder, 'nowhere.jsonl'), `There is no file ${join(folder, 'nowhere.jsonl')}.`],
    ['is a folder', () => folder, `${folder} is a folder; a file of conversations is asked for.`],
    ['is called .gz and is not packed', () => file('plain.gz', jsonl(library)), 'is called .gz and is not packed by gzip'],
    [
      'was cut off',
      () => file('cut.gz', gzipSync(jsonl(library)).subarray(0, 200)),
      'cannot be unpacked: unexpected end of file. Was it copied whole?',
    ],
    ['has a line that is no JSON', () => file('b.jsonl', `${jsonl(library)}{"id": `), 'b.jsonl, line 2: is not JSON'],
    [
      'has a row with a bad field',
      () => file('c.jsonl', jsonl(library, { ...library, tools: 5 })),
      'c.jsonl, line 2: field tools should be Array, and is 5.',
    ],
    ['is empty', () => file('d.jsonl', '\n\n'), 'd.jsonl holds no conversation'],
    ['is one whole list', () => file('e.json', JSON.stringify([library])), 'e.json, line 1: should be one object'],
  ];
  for (const [what, path, words] of BAD) test(`that ${what} is refused in words`, () => expect(() => readConversations(path())).toThrow(words));

  test('gives tickets of those rows in which the agent says something', () => {
    const { world, rows, silent: left } = conversationWorld(file('f.jsonl', jsonl(silent, library, device, silent)));
    expect([world.tickets.map(({ name }) => name), rows, left]).toEqual([['lib-01', 'net-01'], 4, 2]);
  });

  test('of several kinds gives some of each, evenly, and the same ones each time', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ ...library, id: i, domain: i < 30 ? 'many' : i < 39 ? 'some' : 'one' }));
    const path = file('g.jsonl', jsonl(...rows));
    const ids = (take: number) => conversationWorld(path, take).world.tickets.map(({ name }) => Number(name));
    expect(ids(8)).toEqual([3, 9, 15, 21, 27, 32, 36, 39]);
    expect(ids(8)).toEqual(ids(8));
    expect(ids(3)).toEqual([15, 34, 39]);
    expect(ids(100)).toHaveLength(40);
  });
});

test('what is spread keeps its order, is never more than there is, and never twice the same', () => {
  const all = Array.from({ length: 23 }, (_, i) => i);
  for (let take = 1; take <= 30; take += 1) {
    const taken = spread(all, take, (n) => String(n % 3));
    expect(taken).toHaveLength(Math.min(take, 23));
    expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
  }
});

describe('npm start', () => {
  const path = file('h.jsonl', jsonl(library, device, silent));

  test('takes our own tickets, or those of a file', () => {
    expect(askedFor([])).toMatchObject({ headless: false, out: '.world', otlpPort: 4318, queryPort: 16686, remarks: [] });
    expect(askedFor([]).world.tickets).toHaveLength(14);
    const asked = askedFor(['--conversations', path, '--take', '1', '--headless', '--out', 'x', '--query-port', '0']);
    expect(asked).toMatchObject({ headless: true, out: 'x', queryPort: 0 });
    expect(asked.world.tickets).toHaveLength(1);
    expect(asked.remarks).toEqual([`Conversations   1 of the 3 in ${path}; in 1 of them the agent says nothing`]);
  });

  test('says how many it took where nobody said, and that it can be another number', () => {
    const many = file('i.jsonl', jsonl(...Array.from({ length: 60 }, () => library)));
    expect(askedFor(['--conversations', many]).remarks).toEqual([`Conversations   50 of the 60 in ${many}. --take N takes another number`]);
  });

  const BAD: readonly (readonly [string[], string])[] = [
    [['--take', '3'], 'goes with --conversations FILE'],
    [['--conversations', path, '--take', '0'], '--take should be a whole number from 1 on, and is "0".'],
    [['--conversations', path, '--take', 'all'], '--take should be a whole number'],
    [['--conversations', file('j.jsonl', jsonl(silent))], 'does the agent say anything'],
    [['--helpdesk', 'none'], 'There is no helpdesk "none" to try it on. There are: zendesk'],
    [['--otlp-port', 'x'], '--otlp-port should be a whole number'],
    [['--colour'], '--conversations FILE'],
  ];
  for (const [args, words] of BAD)
    test(`refuses ${args.map((arg) => arg.replace(folder, '')).join(' ')}`, () => expect(() => askedFor(args)).toThrow(words));
});
