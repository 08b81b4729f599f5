/** What is a line, what is a ticket, and how each fault is told. */
import { describe, expect, test } from 'vitest';
import { audited, NOW, refund, ticket, verdicts } from './run.ts';

const SAID = 'I have refunded $20.';
const right = ticket('1', SAID, { calls: [refund(20)] });

describe('a file', () => {
  test('may begin with a byte order mark, end its lines as Windows does, hold empty lines and end without a newline', async () => {
    const one = JSON.stringify(right);
    const { lines, refused } = await audited(`\uFEFF${one}\r\n\r\n  \r\n${one.replace('"1"', '"2"')}`);
    expect(refused).toEqual([]);
    expect(lines.map((line) => line.ticket)).toEqual(['1', '2']);
  });

  test('that is empty holds nothing', async () => {
    expect((await audited('')).tally.tickets).toMatchObject({ judged: 0, refused: 0 });
  });

  test.each([
    ['compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'gunzip'],
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x7b, 0]), 'UTF-8'],
    ['one JSON list', '[\n  {"ticket": 1}\n]', 'jq'],
  ])('that is %s is told so once, with what to do', async (_, content, words) => {
    await expect(audited(content)).rejects.toThrow(words);
  });

  test('with a line of 50 MB is read', async () => {
    const huge = { ...right, ticket: 'huge', calls: [refund(20), { name: 'export_all', result: { blob: 'x'.repeat(50_000_000) } }] };
    const { lines, refused } = await audited([huge, right]);
    expect(refused).toEqual([]);
    expect(lines.map(verdicts)[1]).toEqual(['supported call-matches']);
    expect(verdicts(lines[0])).toContain('supported call-matches');
  });

  test('with a line that is too long for that leaves it out, and goes on', async () => {
    const { lines, refused } = await audited(`${'x'.repeat(64 * 1024 * 1024 + 1)}\n${JSON.stringify(right)}`);
    expect(refused).toEqual(['tickets 1: the line is longer than 64 MiB']);
    expect(lines).toHaveLength(1);
  });

  test('with bytes that are no text leaves out that line', async () => {
    const { lines, refused } = await audited(Buffer.concat([Buffer.from('{"ticket": "\xff"}\n', 'latin1'), Buffer.from(JSON.stringify(right))]));
    expect(refused).toEqual(['tickets 1: the line is not UTF-8']);
    expect(lines).toHaveLength(1);
  });
});

describe('a line that is no ticket is refused with its number, the field and what it must be', () => {
  const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
  const withCall = (more: object) => ticket('x', SAID, { calls: [refund(1), { ...refund(2), ...more }] });
  const withMessage = (more: object) => ({ ticket: 'x', messages: [{ text: 'a' }, { text: 'b', ...more }] });

  test.each<[string, object | string, string]>([
    ['broken JSON', '{"ticket": ', 'the line is not JSON'],
    ['another value', '"4711"', 'the line must be an object'],
    ['no ticket id', { messages: [] }, 'ticket is missing'],
    ['an empty ticket id', { ticket: ' ', messages: [] }, 'ticket must not be empty'],
    ['a ticket id that lost its last digits', '{"ticket": 12345678901234567890, "messages": []}', 'ticket is too long for a number'],
    ['no messages', { ticket: 'x' }, 'messages is missing'],
    ['messages that are no list', { ticket: 'x', messages: {} }, 'messages must be a list'],
    ['a message without text', { ticket: 'x', messages: [{ text: 'a' }, {}] }, 'messages[1].text is missing'],
    ['an author kind that is none', withMessage({ from: 'bot' }), 'messages[1].from must be ai-agent, person'],
    ['a date that is none', withMessage({ at: '2026-02-30T00:00:00Z' }), 'messages[1].at must be a time with a zone'],
    ['a time without a zone', withMessage({ at: '2026-02-03T00:00:00' }), 'messages[1].at must be a time with a zone'],
    ['a text that is too long', withMessage({ text: 'x'.repeat(5_000_001) }), 'messages[1].text must not be longer'],
    ['a call that is none', { ...right, calls: ['create_refund'] }, 'calls[0] must be an object'],
    ['a status that is none', withCall({ status: 'success' }), 'calls[1].status must be ok, error or unknown'],
    ['a name that is no text', withCall({ name: 7 }), 'calls[1].name must be text'],
    ['a turn without an end', withCall({ turn: { id: 't', from: NOW } }), 'calls[1].turn.to is missing'],
    [
      'an amount that no machine can hold',
      JSON.stringify(withCall({ arguments: { items: [{ amount: 'A' }] } })).replace('"A"', '1e999'),
      'calls[1].arguments holds, in items[0].amount, a number that is too large',
    ],
    ['nesting beyond sense', withCall({ result: deep(500) }), 'calls[1].result is nested deeper than 100 levels'],
    [
      'a policy with a misspelt action',
      { ...right, policy: { limits: [{ action: 'refnd', maxAmount: 5, currency: 'USD', per: 'call' }] } },
      'policy limits.0.action “refnd” is not one of',
    ],
    ['a policy that is none', { ...right, policy: [] }, 'policy must be an object'],
  ])('%s', async (_, line, words) => {
    const { lines, refused } = await audited([right, line, { ...right, ticket: 'last' }]);
    expect(lines.map((one) => one.ticket)).toEqual(['1', 'last']);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain('tickets 2: ');
    expect(refused[0]).toContain(words);
  });

  test('JSON nested a million deep', async () => {
    const { refused } = await audited([`{"ticket": 1, "messages": [], "calls": [{"name": "a", "result": ${'['.repeat(1e6)}${']'.repeat(1e6)}}]}`]);
    expect(refused[0]).toContain('calls[0].result is nested deeper');
  });

  test('a ticket that was given before, with the line of the first', async () => {
    const { lines, refused } = await audited([ticket(7, SAID), ticket('8', SAID), ticket('7', SAID)]);
    expect(lines).toHaveLength(2);
    expect(refused).toEqual(['tickets 3: ticket 7 stands in line 1 already: give each ticket once']);
  });

  test('but not the same id of another helpdesk, unless calls are joined by it', async () => {
    const both = [
      { ...right, host: 'a.example' },
      { ...right, host: 'b.example' },
    ];
    expect((await audited(both)).refused).toEqual([]);
    expect((await audited(both, { calls: '' })).refused).toHaveLength(1);
  });
});

test('fields that nothing reads are counted: a misspelt one must not pass for a missing value', async () => {
  const { tally } = await audited([
    ticket('1', SAID, {
      calls: [
        { name: 'x', started_at: NOW },
        { name: 'y', started_at: NOW },
      ],
      expected: {},
    }),
    right,
  ]);
  expect(tally.unread).toEqual({ 'calls[].started_at': 1 });
});
