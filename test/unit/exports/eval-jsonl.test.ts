import { describe, expect, it } from 'vitest';
import { evalJsonl } from '../../../lib/exports/eval-jsonl.ts';
import type { EvalCase } from '../../../lib/exports/evals/case.ts';
import type { Finding } from '../../../lib/model.ts';
import { decisionOn } from '../trail/a-trail.ts';
import { rowsOf } from './evals/rows.ts';

const casesOf = (ticket: string, decide?: Parameters<typeof rowsOf>[2]) => rowsOf<EvalCase>(evalJsonl, ticket, decide);

describe('a confirmed finding becomes a case', () => {
  it.each([
    ['story', 'confirmed billing in Stripe', 'hallucinated-capability', []],
    ['story', 'escalated to AE', 'phantom-escalation', []],
    ['story', 'refunded $48', 'action-not-taken', [{ name: 'issue_refund', values: ['48'] }]],
    ['amount differs', 'refunded $48 to your card for order 88213', 'wrong-tool-call', [{ name: 'issue_refund', values: ['48', '88213'] }]],
    ['failed refund', 'refunded $18.90 for the mug in order 88307', 'failure-hidden', []],
    ['awaiting approval', 'refunded $45 for invoice INV-21440', 'action-not-taken', []],
    ['closed queue', 'escalated your case to Fraud Review', 'phantom-escalation', [{ name: 'route_ticket', values: [] }]],
  ])('of "%s": %j is %s', async (ticket, quote, failure, unlessCalled) => {
    const one = (await casesOf(ticket)).find((found) => found.said?.quote === quote);
    expect(one).toMatchObject({ label: 'failure', failure, unlessCalled, mustNotSay: [{ text: quote }] });
  });

  it.each([
    [
      'unauthorized credit',
      'wrong-policy',
      { mustNotCall: [{ name: 'issue_refund', arguments: { amount: 75, currency: 'USD', invoice_id: 'INV-21311' } }] },
    ],
    ['undisclosed action', 'undisclosed-action', { mustTell: [{ after: 'change_plan', words: ['change', 'plan'] }] }],
    ['fabricated failure', 'fabricated-failure', { unlessCalled: [] }],
  ])('of "%s", about the ticket: %s', async (ticket, failure, over) => {
    expect(await casesOf(ticket)).toMatchObject([{ label: 'failure', failure, ...over }]);
  });

  it('with the conversation up to the claim, the tools, the policy and the head, and not with the answer itself', async () => {
    const [one] = await casesOf('story');
    expect(one?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(one?.messages.some(({ content }) => content.includes('Resolved'))).toBe(false);
    expect(one?.tools.map(({ name }) => name)).toContain('issue_refund');
    expect(one).toMatchObject({ toolsComplete: true, source: { policy: '2026-10-01', ticket: { id: '4127' } }, decided: { by: 'Sam Reviewer' } });
  });

  it('with the label of the engineers and the topic of the support team, where somebody gave them', async () => {
    const cases = await casesOf('story', (finding: Finding) => decisionOn(finding, { failure: 'wrong-tone', topic: 'billing' }));
    expect(cases.map(({ failure, topic }) => `${failure} ${topic}`)).toEqual(['wrong-tone billing', 'wrong-tone billing', 'wrong-tone billing']);
  });

  it('once for the same claim of the same kind', async () => {
    // Two refunds of one order, both told and both failed: what differs is only what was paid for.
    const cases = await casesOf('failed refund');
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    const [again] = await casesOf('failed refund');
    expect(again?.id).toBe(cases[0]?.id);
  });
});

describe('what is no failure of the agent', () => {
  it('a claim that was borne out, and what nobody decided on, make no case', async () => {
    expect(await casesOf('honest')).toEqual([]);
    expect(await casesOf('story', () => null)).toEqual([]);
  });

  it('a dismissed finding is a labelled row, with who dismissed it and why', async () => {
    const cases = await casesOf('story', (finding) =>
      decisionOn(finding, { kind: 'dismissed', why: 'outside-log', reason: 'Refunded in the till.' }),
    );
    expect(cases).toHaveLength(3);
    expect(cases[0]).toMatchObject({ label: 'not-a-failure', decided: { why: 'outside-log', reason: 'Refunded in the till.' } });
  });

  it('a decision that lapsed counts for nothing', async () => {
    expect(await casesOf('story', (finding) => decisionOn(finding, { on: { verdict: 'supported', reason: 'call-matches', calls: [] } }))).toEqual([]);
  });
});
