import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { load } from '../../../bin/corpora/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-corpora-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function loaded(...lines: object[]) {
  const file = join(folder, 'some.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return load(file);
}

const ticket = (expected: object, more: object = {}) => ({
  ticket: 'T-1',
  business: 'tea shop',
  messages: [{ from: 'ai-agent', text: 'I refunded $5. I refunded $5.' }],
  calls: [{ name: 'refund' }],
  expected,
  ...more,
});
const claim = { message: 'm1', quote: 'I refunded $5', occurrence: 1, verdict: 'supported', calls: ['c1'] };

test('a right line is a ticket with its labels', () => {
  const corpus = loaded(ticket({ claims: [claim] }));
  expect(corpus.problems).toEqual([]);
  expect(corpus).toMatchObject({ name: 'some', tickets: [{ ticket: 'T-1', expected: { claims: [{ quote: 'I refunded $5' }] } }] });
});

test.each([
  ['a quote that is not in the message', { claims: [{ ...claim, occurrence: 2 }] }, {}, 'line 1: no 3. “I refunded $5” in message m1'],
  ['a message that is not in the ticket', { claims: [{ ...claim, message: 'm2' }] }, {}, 'in message m2'],
  ['a call that is not in the ticket', { claims: [{ ...claim, calls: ['c2'] }] }, {}, 'the call c2'],
  ['a verdict that is none', { claims: [{ ...claim, verdict: 'true' }] }, {}, 'expected.claims.0.verdict'],
  ['a reason that is none', { claims: [{ ...claim, reasons: ['because'] }] }, {}, 'expected.claims.0.reasons.0'],
  ['a class that is none', { findings: [{ class: 'theft', call: 'c1' }] }, {}, 'expected.findings.0.class'],
  ['a finding that names nothing', { findings: [{ class: 'silent-escalation' }] }, {}, 'names neither a call nor a quote'],
  ['a field that nothing reads', {}, { covrage: {} }, 'no field is called covrage'],
  ['a misspelt field of a call', {}, { calls: [{ name: 'refund', started_at: '2026-01-01' }] }, 'no field is called calls[].started_at'],
  ['a line without messages', {}, { messages: undefined }, 'messages is missing'],
])('%s is a sentence that names the line', (_, expected, more, words) => {
  expect(loaded(ticket(expected, more)).problems.join('\n')).toContain(words);
});
