import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scores } from '../../../bin/bench/corpus.ts';
import { HUGE, hostileTexts, hugeResults, LARGE } from '../../../bin/bench/hostile.ts';
import { asText, differing, type Report } from '../../../bin/bench/report.ts';
import { type Figure, measurements, messagesOf } from '../../../bin/bench/suite.ts';
import { thread } from '../../../bin/bench/thread.ts';
import { ticketsIn } from '../../../bin/bench/tickets.ts';
import { judge } from '../../../bin/bench/timing.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TICKET = {
  ticket: 7,
  messages: [
    { from: 'customer', at: '2026-03-02T09:00:00Z', text: 'My kettle came without a lid.' },
    { from: 'ai-agent', at: '2026-03-02T09:05:00Z', text: "I've refunded $12.00 for the lid." },
    { from: 'ai-agent', at: '2026-03-02T09:30:00Z', text: 'Your replacement lid has been ordered.' },
  ],
  calls: [
    { name: 'create_refund', arguments: { amount: 12 }, result: { status: 'succeeded' }, startedAt: '2026-03-02T09:04:00Z' },
    { name: 'order_replacement', arguments: { item: 'lid' }, result: { ok: true }, startedAt: '2026-03-02T09:29:00Z' },
  ],
};

describe('the tickets that are measured', () => {
  test('are those of the files, one case for each message of the agent, with the calls that were made before it', () => {
    writeFileSync(join(folder, 'a.jsonl'), `${JSON.stringify(TICKET)}\n\n${JSON.stringify({ ...TICKET, ticket: 8 })}\n`);
    const tickets = ticketsIn(folder);
    expect(tickets.map(({ page }) => page.ticket.id)).toEqual(['7', '8']);
    const messages = messagesOf(tickets);
    expect(messages.map(({ page, evidence }) => [page.messages.map(({ id }) => id), evidence.calls.map(({ id }) => id)])).toEqual([
      [['m2'], ['c1']],
      [['m3'], ['c1', 'c2']],
      [['m2'], ['c1']],
      [['m3'], ['c1', 'c2']],
    ]);
    expect(judge(messages[0]!).findings).toMatchObject([{ verdict: 'supported' }]);
    rmSync(join(folder, 'a.jsonl'));
  });

  test('a line that is no ticket is named', () => {
    writeFileSync(join(folder, 'bad.jsonl'), `${JSON.stringify(TICKET)}\n{"ticket": 9}\n`);
    expect(() => ticketsIn(folder)).toThrow('bad.jsonl, line 2');
    writeFileSync(join(folder, 'bad.jsonl'), '{');
    expect(() => ticketsIn(folder)).toThrow('bad.jsonl, line 1');
    rmSync(join(folder, 'bad.jsonl'));
  });

  test('a large one has as many messages, calls and tools as it says, all different, and most claims are borne out', () => {
    const large = thread(200, 1_000);
    expect(new Set(large.page.messages.map(({ text }) => text)).size).toBe(200);
    expect(new Set(large.evidence.calls.map((call) => JSON.stringify([call.name, call.arguments]))).size).toBeGreaterThan(500);
    expect(new Set(large.evidence.calls.map(({ name }) => name)).size).toBe(20);
    const { claims, findings } = judge(thread(40, 200));
    expect(claims.length).toBeGreaterThan(40);
    expect(findings.filter((finding) => finding.about === 'claim' && finding.verdict === 'supported').length).toBeGreaterThan(30);
  });

  test('hostile ones are as large as they say', () => {
    expect(
      Object.entries(hostileTexts)
        .filter(([, text]) => text.length < 0.999 * LARGE)
        .map(([name]) => name),
    ).toEqual([]);
    expect(
      Object.entries(hugeResults)
        .filter(([, json]) => JSON.stringify(json).length < 0.6 * HUGE)
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe('a measurement', () => {
  const [first] = measurements;

  test('gives figures that are numbers, and the same judgement each time', () => {
    writeFileSync(join(folder, 'a.jsonl'), JSON.stringify(TICKET));
    const [one, two] = [0, 1].map(() => first!.measure(ticketsIn(folder), 1));
    expect(one!.figures.map(({ value }) => Number.isFinite(value))).toEqual([true, true, true]);
    expect(one!.judgement).toBe(two!.judgement);
    expect(one!.note).toBe('messages: 2, of tickets: 1');
    rmSync(join(folder, 'a.jsonl'));
  });
});

describe('the report', () => {
  const figure = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({ name, value, unit: 'ms', bar: 2, ...more });
  const report = (...figures: Figure[]): Report => ({
    where: 'here',
    calibration: 100,
    measured: figures.map((one) => ({ measurement: { group: 'all', name: one.name }, result: { figures: [one], judgement: String(one.value) } })),
  });

  test('says of each bar whether it was met', () => {
    const text = asText(
      report(figure('fast', 1.99), figure('slow', 2), figure('flat', 12, { unit: 'times', bar: 12 }), figure('free', 9, { bar: undefined! })),
    );
    expect(text).toMatch(/fast .*< 2 ms +met/);
    expect(text).toMatch(/slow .*< 2 ms +MISSED/);
    expect(text).toMatch(/flat .*≤ 12 x +met/);
    expect(text).toContain('2 of 3 bars met');
  });

  test('names what two places judged differently', () => {
    expect(differing(report(figure('a', 1), figure('b', 2)), report(figure('a', 1), figure('b', 3)))).toEqual(['b']);
  });
});

test('rows with labels are scored, file by file, and other files are passed over', () => {
  const row = { label_id: 'R', text: "I've refunded $12.00.", tool_calls_before: [], tools_available: ['create_refund'] };
  writeFileSync(join(folder, 'rows.jsonl'), JSON.stringify({ ...row, claims: [{ quote: 'refunded $12.00', verdict: 'unsupported' }] }));
  writeFileSync(join(folder, 'tickets.jsonl'), JSON.stringify(TICKET));
  expect(scores(folder)).toMatch(/^rows\.jsonl\n/);
  expect(scores(folder)).toMatch(/badRecall +1\.0000 \(1 of 1\)/);
  expect(scores(folder)).not.toContain('tickets.jsonl');
});
