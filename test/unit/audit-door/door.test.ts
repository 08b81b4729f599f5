/** The command itself: what it writes where, how it ends, and that its bytes are the same everywhere. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { door, file, folder, NOW, refund, ticket } from './run.ts';

const SAID = 'I have refunded $20.';
const green = ticket('green', SAID, { calls: [refund(20)] });
const red = ticket('red', SAID, { calls: [] });
const amber = ticket('amber', SAID);

describe('the end', () => {
  test('is 0 where nothing is red', () => {
    const { status, lines } = door([file('a.jsonl', [green, amber])]);
    expect(lines.map((line) => JSON.parse(line).colour)).toEqual(['green', 'amber']);
    expect(status).toBe(0);
  });

  test('is 1 where something is', () => {
    expect(door([file('a.jsonl', [green, red])]).status).toBe(1);
  });

  test('is 2 where a line was refused, also where another is red', () => {
    const path = file('a.jsonl', [red, '{"ticket": 5}', green]);
    const { status, lines, stderr } = door([path]);
    expect(status).toBe(2);
    expect(lines).toHaveLength(2);
    expect(stderr).toContain(`${path}:2: messages is missing`);
  });

  test('is 2 where a line of the calls file was refused', () => {
    const { status, stderr } = door([file('a.jsonl', [green]), '--calls', file('c.jsonl', ['{'])]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/c\.jsonl:1: the line is not JSON: .* at position 1\n/);
  });

  test.each<[string, () => string[], string]>([
    ['there is no file', () => [join(folder, 'none.jsonl')], 'cannot be read'],
    ['none is named', () => [], 'Usage'],
    ['an option is misspelt', () => [file('a.jsonl', [green]), '--polcy', 'x'], '--polcy'],
    ['the file is empty', () => [file('a.jsonl', '')], 'holds no ticket'],
    ['there is no calls file', () => [file('a.jsonl', [green]), '--calls', join(folder, 'none.jsonl')], '--calls'],
    ['the calls are no file on disk', () => [file('a.jsonl', [green]), '--calls', folder], 'must be a file on disk'],
    ['there is no policy file', () => [file('a.jsonl', [green]), '--policy', join(folder, 'none.json')], '--policy'],
    ['the policy is faulty', () => [file('a.jsonl', [green]), '--policy', file('p.json', '{"limits": {}}')], 'p.json: limits'],
    ['the time has no zone', () => [file('a.jsonl', [green]), '--now', '2026-03-31T00:00:00'], '--now'],
    ['stdin comes without a time', () => ['-'], '--now'],
    ['the folder cannot be made', () => [file('a.jsonl', [green]), '--out', join(file('a-file', ''), 'out')], '--out'],
  ])('is 2 where %s, with a word on it and nothing on stdout', (_, args, words) => {
    const { status, stdout, stderr } = door(args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test('of a file with thousands of faulty lines tells the first hundred', () => {
    const { stderr } = door([file('a.jsonl', Array(3_000).fill('{}'))]);
    expect(stderr.split('\n').filter((line) => line.includes('a.jsonl:'))).toHaveLength(100);
    expect(stderr).toContain('refused 3,000');
  });
});

test('a line says what was claimed, what became of it and by which calls', () => {
  const { lines } = door([
    file('a.jsonl', [ticket('4711', `Hello.\n${SAID}`, { host: 'acme.zendesk.com', helpdesk: 'zendesk', calls: [refund(15)] })]),
    '--now',
    NOW,
  ]);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    ticket: '4711',
    helpdesk: 'zendesk',
    host: 'acme.zendesk.com',
    colour: 'red',
    claims: { found: 1, supported: 0, contradicted: 1, unsupported: 0, unverifiable: 0 },
    findings: [
      {
        about: 'claim',
        colour: 'red',
        message: 'm2',
        quote: 'refunded $20',
        start: 14,
        end: 26,
        status: 'done',
        action: 'refund',
        verdict: 'contradicted',
        reason: 'amount-differs',
        calls: [{ id: 'c1', name: 'create_refund' }],
        detail: { claimed: '$20', recorded: '$15.00' },
      },
    ],
    gaps: [],
    coverage: { complete: true },
    policy: { id: 'none', version: 'none' },
    at: NOW,
  });
});

describe('the bytes', () => {
  const examples = ['docs/examples/tickets.jsonl', '--calls', 'docs/examples/calls.jsonl', '--policy', 'docs/examples/policy.json'];

  test('are the same whatever the zone and the language of the machine', () => {
    const here = door(examples, { env: { TZ: 'UTC', LC_ALL: 'C' } });
    const there = door(examples, { env: { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } });
    expect(here.lines).toHaveLength(4);
    expect(there).toEqual(here);
  });

  test('of the examples are those that docs/tickets.md speaks of', () => {
    const [first, second, third, fourth] = door(examples).lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ ticket: '4711', colour: 'red', claims: { supported: 1, unsupported: 1 } });
    expect(second).toMatchObject({ ticket: '4712', colour: 'green', findings: [{ calls: [{ id: 'c1', name: 'subscriptions.cancel' }] }] });
    expect(third).toMatchObject({ ticket: '4713', colour: 'red', findings: [{ verdict: 'supported' }, { class: 'unauthorized-credit' }] });
    expect(fourth).toMatchObject({ ticket: '4714', colour: 'amber', coverage: { complete: false, trouble: 'nothing-recorded' } });
  });

  test('of a ticket are the same in a whole file, in a part of it, and from stdin', () => {
    const lines = readFileSync('docs/examples/tickets.jsonl', 'utf8').trimEnd().split('\n');
    const rest = [...examples.slice(1), '--now', NOW];
    const whole = door([file('whole.jsonl', lines), ...rest]).lines;
    const parts = [lines.slice(2), lines.slice(0, 2)].map((part, index) => door([file(`part-${index}.jsonl`, part), ...rest]).lines);
    expect([...parts[1]!, ...parts[0]!]).toEqual(whole);
    expect(door(['-', ...rest], { input: lines.join('\n') }).lines).toEqual(whole);
  });
});

test('paths are of the folder in which npm was called', () => {
  file('a.jsonl', [green]);
  expect(door(['a.jsonl'], { env: { npm_lifecycle_event: 'audit', INIT_CWD: folder } }).status).toBe(0);
  expect(door(['a.jsonl']).status).toBe(2);
});

describe('a folder', () => {
  const names = ['findings.jsonl', 'refused.jsonl', 'summary.json', 'summary.md'];
  const path = (name: string) => join(folder, name);

  test('holds the lines, what was refused, and the counts for people and programs', () => {
    const tickets = file('a.jsonl', [green, red, amber, '{}', ticket('extra', SAID, { calls: [refund(20)], covrage: {} })]);
    const calls = file('c.jsonl', [{ ticket: 'nobody', name: 'x' }]);
    const { status, stdout } = door([tickets, '--calls', calls, '--out', path('out'), '--now', NOW]);
    expect(status).toBe(2);
    expect(readdirSync(path('out')).sort()).toEqual(names);
    const [findings, refused] = names.map((name) => readFileSync(path(`out/${name}`), 'utf8'));
    expect(`${door([tickets, '--calls', calls, '--now', NOW]).lines.join('\n')}\n`).toBe(findings);
    expect(JSON.parse(refused!)).toEqual({ file: tickets, line: 4, problems: ['ticket is missing', 'messages is missing'] });
    expect(JSON.parse(readFileSync(path('out/summary.json'), 'utf8'))).toEqual({
      format: 'deskcheck-audit/1',
      input: { tickets, calls, policy: null },
      now: NOW,
      exitCode: 2,
      tickets: { judged: 4, red: 1, amber: 1, green: 2, grey: 0, refused: 1 },
      claims: { found: 4, supported: 2, contradicted: 0, unsupported: 1, unverifiable: 1 },
      reasons: { 'call-matches': 2, 'log-incomplete': 1, 'no-call': 1 },
      classes: {},
      gaps: {},
      notCovered: 1,
      unread: { covrage: 1 },
      calls: { read: 1, refused: 0, ticketsNotAsked: 1, callsNotAsked: 1 },
    });
    expect(stdout).toContain('# 4 tickets judged, 1 red');
    expect(readFileSync(path('out/summary.md'), 'utf8').trim()).toBe(stdout.trim());
  });

  test('holds each line once, and in the order of the file, also of a long one', () => {
    const tickets = file(
      'long.jsonl',
      Array.from({ length: 1_000 }, (_, index) => ticket(index, `${SAID} ${'Thank you for your patience. '.repeat(20)}`)),
    );
    expect(door([tickets, '--out', path('long')]).status).toBe(0);
    const ids = readFileSync(path('long/findings.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).ticket);
    expect(ids).toEqual(Array.from({ length: 1_000 }, (_, index) => String(index)));
  });

  test('with a whole run in it is not written over, unless that is said', () => {
    const [first, second] = [file('first.jsonl', [green]), file('second.jsonl', [red])];
    expect(door([first, '--out', path('kept')]).status).toBe(0);
    const before = readFileSync(path('kept/findings.jsonl'), 'utf8');
    const refused = door([second, '--out', path('kept')]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--replace');
    expect(readFileSync(path('kept/findings.jsonl'), 'utf8')).toBe(before);
    expect(door([second, '--out', path('kept'), '--replace']).status).toBe(1);
    expect(readFileSync(path('kept/findings.jsonl'), 'utf8')).toContain('"ticket":"red"');
    expect(readdirSync(path('kept')).sort()).toEqual(names);
  });

  test('shows that a run did not come to its end, and takes the next one', () => {
    const gone = door([file('a.jsonl', [{ ticket: '1', messages: [{ text: SAID }] }]), '--out', path('broken')]);
    expect(gone.status).toBe(2);
    expect(existsSync(path('broken/summary.json'))).toBe(false);
    mkdirSync(path('broken'), { recursive: true });
    writeFileSync(path('broken/findings.jsonl.part'), 'half a li');
    expect(door([file('a.jsonl', [green]), '--out', path('broken')]).status).toBe(0);
    expect(readdirSync(path('broken')).sort()).toEqual(names);
    expect(readFileSync(path('broken/findings.jsonl'), 'utf8')).not.toContain('half');
  });
});

test('a whole run that cannot be written over is found before anything is judged', () => {
  const tickets = file('a.jsonl', [green]);
  expect(door([tickets, '--out', join(folder, 'first')]).status).toBe(0);
  expect(door([join(folder, 'none.jsonl'), '--out', join(folder, 'first')]).stderr).toContain('--replace');
});
