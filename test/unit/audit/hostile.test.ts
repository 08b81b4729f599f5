/** Whatever a log holds and whatever the agent says of it: an audit ends, says the same each time, and is green on evidence only. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import type { Json } from '../../../lib/model.ts';
import { message, prose } from '../claims/fragments.ts';
import { inputOf, NOW, recordOf } from '../rules/cases.ts';
import { calls, coverage, policy, thread, tools } from './hostile-log.ts';

const SEED = { seed: 4, numRuns: 700 };

describe('audits of hostile logs', () => {
  test('every finding has a verdict, names calls of the log, and is green only with a call that went well', () => {
    fc.assert(
      fc.property(fc.oneof(prose, message), calls, tools, coverage, policy, fc.boolean(), (text, recorded, inventory, covered, allowed, complete) => {
        const input = inputOf({ text, tools: inventory, coverage: covered, policy: allowed, inventoryComplete: complete });
        const record = audit(input[0], { ...input[1], calls: recorded }, input[2], NOW);
        const claims = record.claims.filter((claim) => claim.status !== 'denied');
        expect(record.findings.flatMap((one) => (one.about === 'claim' ? [one.claimId] : [])).sort()).toEqual(claims.map((claim) => claim.id).sort());
        for (const finding of record.findings) {
          const named = finding.calls.map((id) => recorded.find((call) => call.id === id));
          expect(named).not.toContain(undefined);
          if (finding.about === 'ticket') continue;
          expect(['supported', 'contradicted', 'unsupported', 'unverifiable']).toContain(finding.verdict);
          if (finding.verdict === 'supported') expect(named.some((call) => call?.status !== 'error' && !call?.error)).toBe(true);
        }
      }),
      SEED,
    );
  });

  test('the same thread and log give the same judgement, each claim under its own message', () => {
    fc.assert(
      fc.property(thread, calls, tools, policy, (messages, recorded, inventory, allowed) => {
        const [page, evidence, rules] = inputOf({ text: '', tools: inventory, policy: allowed });
        const judged = () => {
          const { claims, findings, gaps } = audit({ ...page, messages }, { ...evidence, calls: recorded }, rules, NOW);
          return { claims, findings, gaps };
        };
        const first = judged();
        expect(JSON.stringify(judged())).toBe(JSON.stringify(first));
        for (const { messageId, quote, start, end } of first.claims)
          expect(messages.find((one) => one.id === messageId)?.text.slice(start, end)).toBe(quote);
        expect(new Set(first.findings.map((finding) => finding.id)).size).toBe(first.findings.length);
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});

/** Deeper than any call stack. */
const nested = (open: string, close: string, value: string): Json => JSON.parse(open.repeat(100_000) + value + close.repeat(100_000)) as Json;
const TEXT = 'Refunded $40 to order INV-20931 and escalated to Night Crew.';

test.each<[string, Json]>([
  ['lists', nested('[', ']', '40')],
  ['objects', nested('{"amount":', '}', '40')],
  ['errors', nested('{"error":', '}', '"no"')],
  ['text of lists', `${'['.repeat(100_000)}40${']'.repeat(100_000)}`],
  ['text that is cut off', '{"a":'.repeat(100_000)],
])('%s, 100,000 levels deep, are judged like others', (_name, value) => {
  const calls = [
    { name: 'refund_order', arguments: value, result: value },
    { name: 'refund_order', arguments: value, result: value },
    { name: 'get_order', arguments: value, result: value, status: 'error' as const },
  ];
  expect(recordOf({ text: TEXT, calls }).findings.length).toBeGreaterThan(1);
});
