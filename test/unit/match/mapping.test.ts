import { describe, expect, it } from 'vitest';
import type { Policy, ToolMapping } from '../../../lib/model.ts';
import { recordOf, type Said, said } from '../rules/cases.ts';

const mapped = (one: Said, ...tools: ToolMapping[]): Said => ({ ...one, policy: { tools } as Partial<Policy> });

const refunded: Said = {
  text: 'I have refunded $48 to your card.',
  tools: [{ name: 'ledger_post_v2' }, { name: 'search_kb' }],
  calls: [{ name: 'ledger_post_v2', arguments: { amount: 48, currency: 'USD', card: '4242' }, result: { status: 'succeeded' } }],
};

describe('the team’s word on what a tool does', () => {
  it('makes a call bear out what its name does not tell', () => {
    const cancelled: Said = {
      text: 'I have cancelled your subscription.',
      tools: [{ name: 'account_op_v2' }],
      calls: [{ name: 'account_op_v2', arguments: { op: 7, account: 'A-1' }, result: { ok: true } }],
    };
    expect(said(cancelled)).not.toContain('supported call-matches');
    expect(said(mapped(cancelled, { tool: 'account_op_v2', action: 'cancel' }))).toEqual(['supported call-matches']);
    expect(said(mapped(refunded, { tool: 'ledger_post_v2', action: 'refund' }))).toEqual(['supported call-matches']);
  });

  it('does not make good what differs', () => {
    const less = { ...refunded, calls: [{ name: 'ledger_post_v2', arguments: { amount: 38, currency: 'USD' }, result: { status: 'succeeded' } }] };
    expect(said(mapped(less, { tool: 'ledger_post_v2', action: 'refund' }))).toEqual(['contradicted amount-differs']);
    const failed = { ...refunded, calls: [{ name: 'ledger_post_v2', arguments: { amount: 48 }, result: { status: 'failed' } }] };
    expect(said(mapped(failed, { tool: 'ledger_post_v2', action: 'refund' }))).toEqual(['contradicted call-failed']);
  });

  it('makes the inventory hold a tool that could have done it', () => {
    const none = { ...refunded, calls: [] };
    expect(said(none)).toEqual(['unsupported no-such-tool']);
    expect(said(mapped(none, { tool: 'ledger_post_v2', action: 'refund' }))).toEqual(['unsupported no-call']);
  });

  it('decides over a name that says otherwise', () => {
    const misnamed = {
      ...refunded,
      tools: [{ name: 'issue_refund' }],
      calls: [{ name: 'issue_refund', arguments: { amount: 48, currency: 'USD' }, result: { ok: true } }],
    };
    expect(said(misnamed)).toEqual(['supported call-matches']);
    expect(said(mapped(misnamed, { tool: 'issue_refund', action: 'note' }))).toEqual(['unsupported no-such-tool']);
    expect(said(mapped(misnamed, { tool: 'issue_refund', action: 'nothing' }))).toEqual(['unsupported no-such-tool']);
  });

  const swapped: Said = {
    text: 'I have swapped the driver on your ride.',
    tools: [{ name: 'dispatch_op_17' }],
    calls: [{ name: 'dispatch_op_17', arguments: { ride: 'R-1', op: 17 }, result: { ok: true } }],
  };

  it('holds for verbs that no action knows, by the words of the claim it was given for', () => {
    const mapping: ToolMapping = { tool: 'dispatch_op_17', action: 'other', words: ['swap', 'driver', 'ride'] };
    const [claim] = recordOf(swapped).claims;
    expect(said(mapped(swapped, { ...mapping, action: claim!.action }))).toEqual(['supported call-matches']);
    expect(said(mapped({ ...swapped, text: 'I have whitelisted your IP.' }, mapping))).not.toContain('supported call-matches');
  });

  it('holds for a lookup in a named system, and only for that one', () => {
    const looked: Said = {
      text: 'I confirmed the billing in Stripe.',
      tools: [{ name: 'gateway_probe' }],
      calls: [{ name: 'gateway_probe', arguments: { account: 'A-1' }, result: { balance: 0 } }],
    };
    const mapping: ToolMapping = { tool: 'gateway_probe', action: 'lookup', words: recordOf(looked).claims[0]!.words };
    expect(said(mapped(looked, mapping))).toEqual(['supported call-matches']);
    expect(said(mapped({ ...looked, text: 'I confirmed the billing in Salesforce.' }, mapping))).not.toContain('supported call-matches');
  });

  it('keeps the record as it was recorded: the inventory of the log, not of the mapping', () => {
    expect(recordOf(mapped(refunded, { tool: 'ledger_post_v2', action: 'refund' })).evidence.inventory.tools).toEqual(refunded.tools);
  });
});

describe('the window of a limit', () => {
  const refund = (startedAt: string | null, amount: number, n: number) => ({
    name: 'issue_refund',
    startedAt,
    arguments: { invoice: `INV-${n}`, amount, currency: 'USD' },
    result: { refund_id: `re_${n}`, status: 'succeeded' },
  });
  const over = (per: 'call' | 'ticket' | 'day', calls: ReturnType<typeof refund>[]) =>
    recordOf({
      text: 'I have refunded the invoices.',
      tools: [{ name: 'issue_refund' }],
      calls,
      policy: { limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per }] },
    }).findings.flatMap((finding) => (finding.about === 'ticket' && finding.class === 'unauthorized-credit' ? finding.detail : []));

  const day1 = refund('2026-03-01T08:00:00.000Z', 30, 1);
  const evening = refund('2026-03-01T20:00:00.000Z', 30, 2);
  const day2 = refund('2026-03-02T09:00:00.000Z', 30, 3);

  it('is each call by itself, the ticket, or any 24 hours of it', () => {
    expect(over('call', [day1, evening, day2])).toEqual([]);
    expect(over('ticket', [day1, day2])).toMatchObject([{ recorded: '60.00 USD', limit: { maxAmount: 50, per: 'ticket' } }]);
    expect(over('day', [day1, day2])).toEqual([]);
    expect(over('day', [day1, evening])).toMatchObject([{ recorded: '60.00 USD', limit: { per: 'day' } }]);
    expect(over('call', [refund('2026-03-01T08:00:00.000Z', 51, 1)])).toHaveLength(1);
  });

  it('takes a call without a time for one of the same day', () => {
    expect(over('day', [refund(null, 30, 1), day2])).toHaveLength(1);
  });
});
