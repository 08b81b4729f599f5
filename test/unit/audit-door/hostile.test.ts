/** Whatever stands in a line: it is judged or refused, the lines beside it are judged as ever, and nothing breaks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audited, NOW, refund, ticket } from './run.ts';

const right = ticket('right', 'I have refunded $20.', { calls: [refund(20)] });

/** Values of the wrong kind, of every kind. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, [], {}, true, '\u0000', '\ud800', '__proto__'),
);
const or = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: good as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });

const said = fc.oneof(
  fc.constantFrom(
    'I have refunded $48.00 to your card and escalated this to billing tier 2.',
    'Done:\n- cancelled ORD-1\n- emailed you\n\n> I refunded $5',
    'I tried to refund you but it failed. No other changes were made.',
    'Ich habe Ihnen heute 20 € erstattet, und das Konto ist geschlossen.',
    '{"message": "I\\nhave refunded $1e999"}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const time = fc.constantFrom(NOW, '2026-03-02T09:00:00+02:00', '2026-03-02 09:00Z', '9999-12-31T23:59:59.999Z', '1970-01-01T00:00:00Z');
const json = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>({ amount: -0 }, { amount: '1e999', __proto__: null }, '[{"amount": 48', '[[[['.repeat(500)),
);

const call = fc.record(
  {
    id: or(fc.constantFrom('a', 'b', 7)),
    name: or(fc.constantFrom('create_refund', 'mcp__desk__escalate', 'x', '', ' ', 'POST /v1/refunds')),
    arguments: or(json),
    result: or(json),
    status: or(fc.constantFrom('ok', 'error', 'unknown')),
    error: or(fc.string()),
    startedAt: or(time),
    endedAt: or(time),
    turn: or(fc.record({ id: fc.string({ minLength: 1 }), from: time, to: time })),
  },
  { requiredKeys: [] },
);
const line = fc.record(
  {
    ticket: or(fc.constantFrom('1', '2', 3)),
    helpdesk: or(fc.constant('zendesk')),
    messages: or(
      fc.array(
        or(
          fc.record(
            {
              id: or(fc.constantFrom('a', 'b')),
              from: or(fc.constantFrom('ai-agent', 'customer', 'person', 'unknown')),
              at: or(time),
              text: or(said),
            },
            { requiredKeys: ['text'] },
          ),
        ),
        { maxLength: 4 },
      ),
    ),
    calls: or(fc.array(or(call), { maxLength: 4 })),
    inventory: or(fc.record({ tools: fc.array(fc.record({ name: fc.constantFrom('create_refund', 'send_email', '🎻') })), complete: fc.boolean() })),
    coverage: or(fc.record({ complete: fc.boolean(), note: fc.string() })),
    policy: or(fc.constant({ limits: [{ action: 'refund', maxAmount: 5, currency: 'USD', per: 'day' }] })),
  },
  { requiredKeys: ['ticket', 'messages'] },
);
/** A whole line, or one that was cut off, or one with a character too many. */
const text = fc.oneof(
  { weight: 6, arbitrary: line.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(line, fc.nat(), fc.string({ maxLength: 3 })).map(([value, at, more]) => {
      const whole = JSON.stringify(value);
      return `${whole.slice(0, at % whole.length)}${more}`;
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);
const oneLine = text.map((value) => value.replaceAll(/[\r\n]/g, ' ')).filter((value) => value.trim() !== '' && !/^\s*\[/.test(value));

test('hostile lines of tickets are judged or refused, each once and in order', { timeout: 120_000 }, async () => {
  const [alone] = (await audited([right])).lines;
  const seen = { judged: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(oneLine, async (hostile) => {
      const { lines, refused, tally } = await audited([right, hostile, { ...right, ticket: 'last' }]);
      expect(lines.length + refused.length).toBe(3);
      expect(tally.tickets.judged).toBe(lines.length);
      seen[refused.length === 0 ? 'judged' : 'refused'] += 1;
      expect(lines[0]).toEqual(alone);
      expect(lines.at(-1)).toEqual({ ...alone, ticket: 'last' });
      for (const words of refused) {
        expect(words).toMatch(/^tickets 2: ./);
        expect(words).not.toContain("Deskcheck's");
      }
      for (const { claims, findings, coverage } of lines.slice(1, -1)) {
        expect(claims.found).toBe(findings.filter((finding) => finding.about === 'claim').length);
        // Nothing is called undone on a log that was not read whole.
        if (!coverage.complete) expect(findings.map((finding) => (finding.about === 'claim' ? finding.reason : ''))).not.toContain('no-call');
        JSON.parse(JSON.stringify(findings));
      }
    }),
    { numRuns: 400 },
  );
  // Else it would have tried one door only.
  expect(Math.min(seen.judged, seen.refused)).toBeGreaterThan(50);
});

test('hostile lines of calls never break a run, and one that is not read never makes a claim look undone', { timeout: 120_000 }, async () => {
  const callLines = fc.array(
    fc.oneof(
      fc.tuple(or(fc.constantFrom('right', 'x', 5)), call).map(([id, value]) => JSON.stringify({ ...value, ticket: id })),
      oneLine,
    ),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(callLines, async (calls) => {
      const plain = ticket('right', 'I have refunded $20.', { calls: [] });
      const { lines, refused, tally } = await audited([plain], { calls: calls.filter((one) => one.trim() !== '') });
      expect(lines).toHaveLength(1);
      expect(tally.calls!.read + tally.calls!.refused).toBe(calls.length);
      expect(tally.calls!.refused).toBe(refused.length);
      const reasons = lines[0]!.findings.map((finding) => (finding.about === 'claim' ? finding.reason : ''));
      // Such a line may be the very call.
      if (refused.some((words) => words.includes('is not JSON'))) expect(reasons).not.toContain('no-call');
    }),
    { numRuns: 300 },
  );
});
