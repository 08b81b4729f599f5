import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditWith } from '../../../lib/audit.ts';
import { REASONS } from '../../../lib/judge.ts';
import type { ClaimFinding } from '../../../lib/model.ts';
import { rules } from '../../../lib/rules/index.ts';
import type { Rule } from '../../../lib/rules/rule.ts';
import { world } from '../../world/tickets.ts';
import { evidenceOf, pageOf } from '../audit/pages.ts';
import { inputOf, NOW, type Said } from './cases.ts';

const HELPERS = [
  'rule.ts',
  'index.ts',
  'facts.ts',
  'failures.ts',
  'long-ago.ts',
  'matches.ts',
  'destinations.ts',
  'writes.ts',
  'theirs.ts',
  'told',
  'handoffs.ts',
  'part-done.ts',
];

const SAID: readonly Said[] = [
  {
    text: 'Refunded $48, escalated to Night Crew, cancelled order A-100.',
    calls: [
      { name: 'issue_refund', arguments: { amount: 38 } },
      { name: 'cancel_order', arguments: { order: 'A-200' } },
    ],
  },
  { text: 'Refunded $48.', coverage: { complete: false, trouble: 'timeout' }, calls: [{ name: 'issue_refund', status: 'error' }] },
  {
    text: 'Refunded $48 and emailed kim@example.org.',
    calls: [{ name: 'issue_refund', arguments: { amount: 48 }, result: { status: 'pending' } }],
    author: { kind: 'unknown', name: 'x' },
  },
  {
    text: 'Refunded $48. Confirmed billing in Zuora.',
    calls: [
      { name: 'issue_refund', arguments: { amount: 48 } },
      { name: 'issue_refund', arguments: { amount: 48 } },
    ],
  },
];
const INPUTS = [...SAID.map(inputOf), ...world.tickets.map((ticket) => [pageOf(ticket), evidenceOf(ticket), world.policy] as const)];
const judged = (table: readonly Rule[]) => INPUTS.map(([page, evidence, policy]) => auditWith(table, page, evidence, policy, NOW));

describe('the table of rules', () => {
  test('has every module of lib/rules, under its file name: add the module to lib/rules/index.ts', () => {
    const files = readdirSync('lib/rules').filter((name) => !HELPERS.includes(name));
    expect(rules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort());
  });

  test('every reason has its rule', () =>
    expect(
      rules
        .filter((rule) => rule.about === 'claim')
        .map((rule) => rule.id)
        .sort(),
    ).toEqual([...REASONS].sort()));

  test('any permutation gives the same bytes', () => {
    const expected = JSON.stringify(judged(rules));
    const permutations = fc.shuffledSubarray([...rules], { minLength: rules.length });
    fc.assert(fc.property(permutations, (shuffled) => JSON.stringify(judged(shuffled)) === expected));
  });

  for (const rule of rules) {
    test(`without "${rule.id}" only its own findings change`, () => {
      const before = judged(rules);
      const after = judged(rules.filter((one) => one !== rule));
      before.forEach((record, index) => {
        const kept = (findings: typeof record.findings) =>
          findings.filter((one): one is ClaimFinding => one.about === 'claim').map(({ others: _, ...one }) => one);
        const others = kept(record.findings).filter((one) => one.rule !== rule.id);
        expect(kept(after[index]!.findings).filter((one) => others.some((other) => other.id === one.id))).toEqual(others);
        const about = record.findings.filter((one) => one.about === 'ticket' && one.rule !== rule.id);
        expect(after[index]!.findings.filter((one) => one.about === 'ticket')).toEqual(about);
      });
    });
  }
});
