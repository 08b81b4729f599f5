import { describe, expect, test } from 'vitest';
import { findingsOf, type Said, said } from './cases.ts';

const refund = { name: 'issue_refund' };
const refunded = (amount: number, more: object = {}) => ({
  name: 'issue_refund',
  arguments: { order: 'A-100', amount, currency: 'USD' },
  result: { id: 're_1', status: 'succeeded' },
  ...more,
});
const assigned = (team: string, more: object = {}) => ({ name: 'assign_team', arguments: { team }, result: { ok: true }, ...more });
const DIRECTORY = {
  destinations: [
    { name: 'Billing Tier 2', aliases: ['billing'], kind: 'queue' as const, acceptsFromAi: true },
    { name: 'Key Accounts', kind: 'team' as const, acceptsFromAi: false },
    { name: 'Iris Vane', kind: 'person' as const, acceptsFromAi: true, validTo: '2026-01-31' },
  ],
};

const TABLE: Readonly<Record<string, readonly (readonly [string, Said, readonly string[]])[]>> = {
  'call-matches': [
    ['a generic line, by a change', { text: 'All changes completed.', calls: [{ name: 'update_plan' }] }, ['supported call-matches']],
    ['the same amount', { text: 'Refunded $48.', calls: [refunded(48)] }, ['supported call-matches']],
    [
      'minor units that are marked',
      { text: 'Refunded $48.', calls: [{ name: 'pay.refund', arguments: { amount_minor: 4800 } }] },
      ['supported call-matches'],
    ],
    [
      'minor units that are not',
      { text: 'Refunded $48.', calls: [{ name: 'payments.refund.new', arguments: { amount: 4800, currency: 'usd' } }] },
      ['supported call-matches'],
    ],
    ['an amount as text', { text: 'Refunded $48.', calls: [{ name: 'createRefund', arguments: { amount: '48.00' } }] }, ['supported call-matches']],
    ['a sum over calls', { text: 'Refunded $48 in total.', calls: [refunded(40), refunded(8)] }, ['supported call-matches']],
    [
      'a change of the record',
      {
        text: 'Your order was changed. I have refunded $10.',
        tools: [{ name: 'edit_order' }, { name: 'get_order' }],
        calls: [
          { name: 'get_order', result: { payments: [{ amount: 90 }] } },
          { name: 'edit_order', result: { payments: [{ amount: 90 }, { amount: -10 }] } },
        ],
      },
      ['supported call-matches', 'supported call-matches'],
    ],
    [
      'a retry that went through',
      { text: 'Refunded $48.', calls: [refunded(48, { status: 'error', error: 'timeout' }), refunded(48)] },
      ['supported call-matches'],
    ],
    ['a call with no time', { text: 'Refunded $48.', calls: [refunded(48, { startedAt: null })] }, ['supported call-matches']],
    [
      'a call in the turn of the message',
      {
        text: 'Refunded $48.',
        calls: [
          refunded(48, {
            startedAt: '2026-03-02T10:00:30.000Z',
            turn: { id: 't', from: '2026-03-02T09:59:00.000Z', to: '2026-03-02T10:01:00.000Z' },
          }),
        ],
      },
      ['supported call-matches'],
    ],
    [
      'a matching call in a partial log',
      { text: 'Refunded $48.', calls: [refunded(48)], coverage: { complete: false, trouble: 'truncated' } },
      ['supported call-matches'],
    ],
    [
      'a queued call keeps a promise',
      { text: 'The refund of $48 will be sent to your card.', calls: [refunded(48, { result: { status: 'pending' } })] },
      ['supported call-matches'],
    ],
    [
      'another verb for the same doing',
      { text: 'IP 203.0.113.7 whitelisted.', calls: [{ name: 'allowlist_ip', arguments: { ip: '203.0.113.7' } }] },
      ['supported call-matches'],
    ],
    [
      'a handoff to whom it was said',
      { text: 'Handed over to Billing Tier 2.', policy: DIRECTORY, calls: [assigned('Billing Tier 2')] },
      ['supported call-matches'],
    ],
  ],
  'no-call': [
    ['a tool that was not called', { text: 'Refunded $48.', tools: [refund] }, ['unsupported no-call']],
    ['an inventory that may have more', { text: 'Refunded $48.', tools: [], inventoryComplete: false }, ['unsupported no-call']],
    [
      'a read supports no write',
      { text: 'Refunded $48.', tools: [refund], calls: [{ name: 'get_refund_status', result: { amount: 48 } }] },
      ['unsupported no-call'],
    ],
    [
      'a call after the message',
      { text: 'Refunded $48.', calls: [refunded(48, { startedAt: '2026-03-02T10:20:00.000Z' })] },
      ['unsupported no-call'],
    ],
    ['a promise with no call', { text: 'The refund of $48 will be sent to your card.', tools: [refund] }, ['unsupported no-call']],
  ],
  'no-such-tool': [
    ['nothing in a complete inventory', { text: 'Refunded $48.', tools: [{ name: 'search_kb' }] }, ['unsupported no-such-tool']],
    [
      'a system that no tool reaches',
      { text: 'Confirmed billing in Zuora.', tools: [{ name: 'get_ticket' }], calls: [{ name: 'get_ticket', result: { subject: 'billing' } }] },
      ['unsupported no-such-tool'],
    ],
  ],
  'call-failed': [
    ['an error status', { text: 'Refunded $48.', calls: [refunded(48, { status: 'error', error: 'card closed' })] }, ['contradicted call-failed']],
    [
      'an error in the body',
      { text: 'Refunded $48.', calls: [refunded(48, { result: { error: { code: 'rate_limit' } } })] },
      ['contradicted call-failed'],
    ],
    ['a failed state', { text: 'Refunded $48.', calls: [refunded(48, { result: { status: 'failed' } })] }, ['contradicted call-failed']],
    [
      'one of both',
      {
        text: 'Both orders refunded.',
        calls: [refunded(48), { name: 'issue_refund', arguments: { order: 'A-101', amount: 9 }, result: { success: false } }],
      },
      ['contradicted call-failed'],
    ],
  ],
  'amount-differs': [
    ['another amount', { text: 'Refunded $48.', calls: [refunded(38)] }, ['contradicted amount-differs']],
    ['another currency', { text: 'Refunded €48.', calls: [refunded(48)] }, ['contradicted amount-differs']],
    ['another count', { text: 'Added 12 seats.', calls: [{ name: 'seats.add', arguments: { seats: 10 } }] }, ['contradicted amount-differs']],
  ],
  'target-differs': [
    [
      'another order',
      { text: 'Cancelled order A-100.', calls: [{ name: 'cancel_order', arguments: { order: 'A-200' } }] },
      ['contradicted target-differs'],
    ],
    [
      'another recipient',
      { text: 'Receipt emailed to kim@example.org.', calls: [{ name: 'send_email', arguments: { to: 'tim@example.org' } }] },
      ['contradicted target-differs'],
    ],
    [
      'one of two',
      { text: 'Cancelled orders A-100 and A-200.', calls: [{ name: 'cancel_order', arguments: { order: 'A-100' } }] },
      ['contradicted target-differs'],
    ],
  ],
  'pending-not-confirmed': [
    ['a queue', { text: 'Refunded $48.', calls: [refunded(48, { result: { status: 'pending_approval' } })] }, ['unsupported pending-not-confirmed']],
  ],
  'phantom-escalation': [
    ['no handoff', { text: 'Escalated to billing.', tools: [{ name: 'assign_team' }], policy: DIRECTORY }, ['unsupported phantom-escalation']],
    [
      'a person who has left',
      { text: 'Handed over to Iris Vane.', policy: DIRECTORY, calls: [assigned('Iris Vane')] },
      ['contradicted phantom-escalation'],
    ],
    [
      'a team closed to the agent',
      { text: 'Handed over to Key Accounts.', policy: DIRECTORY, calls: [assigned('Key Accounts')] },
      ['contradicted phantom-escalation'],
    ],
    [
      'a place that nobody knows',
      { text: 'Handed over to Moon Base.', policy: DIRECTORY, calls: [assigned('Moon Base')] },
      ['contradicted phantom-escalation'],
    ],
  ],
  'args-not-captured': [
    [
      'a masked amount',
      { text: 'Refunded $48.', calls: [{ name: 'issue_refund', arguments: { amount: '[MASKED]' }, result: { status: 'posted' } }] },
      ['unverifiable args-not-captured'],
    ],
    [
      'no arguments at all',
      { text: 'Refunded $48.', calls: [{ name: 'issue_refund', result: { status: 'posted' } }] },
      ['unverifiable args-not-captured'],
    ],
  ],
  'log-unavailable': [
    ['a log that is down', { text: 'Refunded $48.', coverage: { complete: false, trouble: 'unreachable' } }, ['unverifiable log-unavailable']],
    ['a key that was refused', { text: 'Refunded $48.', coverage: { complete: false, trouble: 'unauthorized' } }, ['unverifiable log-unavailable']],
  ],
  'log-incomplete': [
    ['a cut answer', { text: 'Refunded $48.', coverage: { complete: false, trouble: 'truncated' } }, ['unverifiable log-incomplete']],
    [
      'no span of the conversation',
      { text: 'Escalated to billing.', coverage: { complete: false, trouble: 'nothing-recorded' } },
      ['unverifiable log-incomplete'],
    ],
  ],
  'log-unsettled': [
    [
      'a message newer than the log',
      { text: 'Refunded $48.', coverage: { to: '2026-03-02T09:59:59.000Z' }, tools: [refund] },
      ['unverifiable log-unsettled'],
    ],
  ],
  'author-unknown': [
    [
      'a name that nobody confirmed',
      { text: 'Refunded $48.', author: { kind: 'unknown', name: 'Helper Bot' }, calls: [refunded(48)] },
      ['unverifiable author-unknown'],
    ],
  ],
  'match-unsure': [
    ['a generic line beside a mere note', { text: 'All changes completed.', calls: [{ name: 'add_internal_note' }] }, ['unverifiable match-unsure']],
    [
      'an unknown verb and a write that nothing tells of',
      { text: 'Courier defenestrated.', calls: [{ name: 'dispatch.rebalance', arguments: { job: 1 } }] },
      ['unverifiable match-unsure'],
    ],
  ],
};

for (const [reason, rows] of Object.entries(TABLE)) {
  describe(reason, () => {
    for (const [name, one, expected] of rows) test(name, () => expect(said(one)).toEqual(expected));
  });
}

describe('whose messages are read', () => {
  for (const kind of ['person', 'customer', 'system'] as const) {
    test(`a ${kind}'s message holds no claims`, () => expect(said({ text: 'Refunded $48.', author: { kind, name: 'Kim' } })).toEqual([]));
  }
});

test('the directory is asked for the time of the message where no call was made', () => {
  const [one] = findingsOf({ text: 'Escalated to Iris Vane.', policy: DIRECTORY, tools: [] });
  expect(one!.detail.destination).toEqual({ name: 'Iris Vane', state: 'out-of-date', validTo: '2026-01-31' });
  const [early] = findingsOf({
    text: 'Escalated to Iris Vane.',
    policy: DIRECTORY,
    tools: [],
    at: '2026-01-15T08:00:00.000Z',
    coverage: { from: '2026-01-01T00:00:00.000Z' },
  });
  expect(early!.detail.destination?.state).toBe('ok');
});
