import { describe, expect, test } from 'vitest';
import { classes, recordOf, type Said } from './cases.ts';
import { judged } from './threads.ts';

const refunded = (amount: number, id: string, more: object = {}) => ({
  name: 'issue_refund',
  arguments: { order: 'A-100', amount, currency: 'USD' },
  result: { id, status: 'succeeded' },
  ...more,
});
const LIMIT = { limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' as const }] };
const APPROVAL = {
  limits: [{ action: 'refund', maxAmount: 500, currency: 'USD', per: 'ticket' as const, approvalAbove: 50, approvalTool: 'ask_lead' }],
};
const LIFTED = {
  limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' as const, approvalAbove: 50, approvalTool: 'ask_lead' }],
};

const TABLE: Readonly<Record<string, readonly (readonly [string, Said, readonly string[]])[]>> = {
  'unauthorized-credit': [
    ['equal to the limit is within it', { text: 'Refunded $50.', policy: LIMIT, calls: [refunded(50, 'r1')] }, []],
    ['above it is not', { text: 'Refunded $51.', policy: LIMIT, calls: [refunded(51, 'r1')] }, ['unauthorized-credit c0']],
    [
      'the sum of the ticket counts',
      { text: 'Refunded $30 and then refunded $25.', policy: LIMIT, calls: [refunded(30, 'r1'), refunded(25, 'r2')] },
      ['unauthorized-credit c1'],
    ],
    ['a failed call moves nothing', { text: 'Tried.', policy: LIMIT, calls: [refunded(80, 'r1', { status: 'error' })] }, []],
    ['approval is missing', { text: 'Refunded $80.', policy: APPROVAL, calls: [refunded(80, 'r1')] }, ['unauthorized-credit c0']],
    [
      'approval was given',
      { text: 'Refunded $80.', policy: APPROVAL, calls: [{ name: 'ask_lead', result: { decision: 'approved' } }, refunded(80, 'r1')] },
      [],
    ],
    [
      'approval was given for less',
      {
        text: 'Refunded $80.',
        policy: APPROVAL,
        calls: [{ name: 'ask_lead', arguments: { amount: 60 }, result: { decision: 'approved' } }, refunded(80, 'r1')],
      },
      ['unauthorized-credit c1'],
    ],
    [
      'approval lifts a limit that is the amount it begins at',
      { text: 'Refunded $80.', policy: LIFTED, calls: [{ name: 'ask_lead', result: { decision: 'approved' } }, refunded(80, 'r1')] },
      [],
    ],
    ['... and without it the limit stands', { text: 'Refunded $80.', policy: LIFTED, calls: [refunded(80, 'r1')] }, ['unauthorized-credit c0']],
    [
      'a promise beyond it, beside a smaller deed',
      { text: 'The refund of $80 will be sent to your card.', policy: LIMIT, calls: [refunded(9, 'r1')] },
      ['unauthorized-credit -'],
    ],
    [
      'a promise beyond it',
      { text: 'The refund of $80 will be sent to your card.', policy: LIMIT, tools: [{ name: 'issue_refund' }] },
      ['unauthorized-credit -'],
    ],
    [
      'a promise beyond it, and a log that is down: the approval may stand there',
      {
        text: 'The refund of $80 will be sent to your card.',
        policy: LIMIT,
        tools: [{ name: 'issue_refund' }],
        coverage: { complete: false, trouble: 'unreachable' },
      },
      [],
    ],
    [
      'a promise of somebody who is not known to be the agent',
      {
        text: 'The refund of $80 will be sent to your card.',
        policy: LIMIT,
        tools: [{ name: 'issue_refund' }],
        author: { kind: 'unknown', name: 'Kim' },
      },
      [],
    ],
  ],
  'duplicate-action': [
    ['the same refund twice', { text: 'Refunded $9.', calls: [refunded(9, 'r1'), refunded(9, 'r2')] }, ['duplicate-action c1']],
    ['a retry after a failure', { text: 'Refunded $9.', calls: [refunded(9, 'r1', { status: 'error' }), refunded(9, 'r2')] }, []],
    ['a replay gives the same id back', { text: 'Refunded $9.', calls: [refunded(9, 'r1'), refunded(9, 'r1')] }, []],
    [
      'the station stays the same, the number is new',
      {
        text: 'Refunded $9.',
        calls: ['t-1', 't-2'].map((tx) => ({ ...refunded(9, tx), result: { station: 'E7-1', tx, status: 'succeeded' } })),
      },
      ['duplicate-action c1'],
    ],
    ['another amount', { text: 'Refunded $9 and refunded $8.', calls: [refunded(9, 'r1'), refunded(8, 'r2')] }, []],
    ['told as two', { text: 'Refunded 2 x $9 = $18.', calls: [refunded(9, 'r1'), refunded(9, 'r2')] }, []],
    [
      'told as "x2"',
      {
        text: 'Passes issued x2.',
        calls: [
          { name: 'issue_pass', arguments: {} },
          { name: 'issue_pass', arguments: {} },
        ],
      },
      [],
    ],
    [
      'told as two vouchers',
      {
        text: 'Sent two vouchers.',
        calls: [
          { name: 'send_voucher', arguments: { to: 7 } },
          { name: 'send_voucher', arguments: { to: 7 } },
        ],
      },
      [],
    ],
    [
      'two bags, added twice: each call was given the number',
      {
        text: 'Added 2 bags.',
        calls: [
          { name: 'add_bags', arguments: { bags: 2 } },
          { name: 'add_bags', arguments: { bags: 2 } },
        ],
      },
      ['duplicate-action c1'],
    ],
    ['a tool whose name tells nothing may be a read', { text: 'Refunded $9.', calls: [refunded(9, 'r1'), { name: 'atlas' }, { name: 'atlas' }] }, []],
    [
      'the same read twice',
      { text: 'Refunded $9.', calls: [refunded(9, 'r1'), { name: 'get_order', arguments: { id: 1 } }, { name: 'get_order', arguments: { id: 1 } }] },
      [],
    ],
  ],
  'undisclosed-action': [
    [
      'a coupon that no message tells of',
      {
        text: 'Address changed to 4 Elm Road.',
        calls: [
          { name: 'update_address', arguments: { line: '4 Elm Road' } },
          { name: 'issue_coupon', arguments: { percent: 10 } },
        ],
      },
      ['undisclosed-action c1'],
    ],
    [
      'asked by one id and given the record: a read, though its name has no verb',
      {
        text: 'Address changed to 4 Elm Road.',
        calls: [
          { name: 'shop_order', arguments: { id: 'Z-118' }, result: { id: 'Z-118', gift: 'mug' } },
          { name: 'update_address', arguments: { line: '4 Elm Road' } },
        ],
      },
      [],
    ],
    [
      'an id in a list of what was done, though it was looked up before',
      {
        text: 'These berths have been cancelled:\n- LU15PA\n- MSJ4OA',
        calls: [
          { name: 'get_berth', arguments: { berth: 'LU15PA' } },
          { name: 'cancel_berth', arguments: { berth: 'LU15PA' } },
          { name: 'cancel_berth', arguments: { berth: 'MSJ4OA' } },
        ],
      },
      [],
    ],
    [
      'opened, which may be a read',
      {
        text: 'Address changed to 4 Elm Road.',
        calls: [
          { name: 'order_open', arguments: { no: 'A-1' } },
          { name: 'update_address', arguments: { line: '4 Elm Road' } },
        ],
      },
      [],
    ],
    [
      'what bears a claim out is told by it, in whatever words',
      {
        text: 'A new bearing was ordered as a precaution.',
        calls: [{ name: 'part_order', arguments: { sku: 'BRG-6204' }, result: { order: 'PO-7' } }],
      },
      [],
    ],
    [
      'a tool whose name tells nothing may be a read',
      { text: 'Address noted.', calls: [{ name: 'atlas', arguments: { id: 7 }, result: { ok: true } }] },
      [],
    ],
    [
      'a thing that the message names is told, if not in so many words',
      { text: 'Cost estimate checked; spare rotor 5 underway.', calls: [{ name: 'create_rotor_dispatch', result: { ok: true } }] },
      [],
    ],
    ['a call without a name tells nothing', { text: 'Address noted.', calls: [{ name: '', result: { ok: true } }] }, []],
    [
      'notes, messages, tags and status do not count',
      {
        text: 'Refunded $9.',
        calls: [refunded(9, 'r1'), { name: 'add_internal_note' }, { name: 'send_email' }, { name: 'add_tag' }, { name: 'set_status' }],
      },
      [],
    ],
    [
      'one made in the second that the message is stamped with',
      { text: 'Nothing to do here.', calls: [refunded(9, 'r1', { startedAt: '2026-03-02T10:00:00.700Z' })] },
      ['undisclosed-action c0'],
    ],
    [
      'one made after the last message may yet be told of',
      { text: 'Nothing to do here.', calls: [refunded(9, 'r1', { startedAt: '2026-03-02T10:00:09.000Z' })] },
      [],
    ],
    ['nor a failed call', { text: 'Nothing to do here.', calls: [refunded(9, 'r1', { status: 'error' })] }, []],
    [
      'nor what a log in trouble shows',
      { text: 'Nothing to do here.', calls: [refunded(9, 'r1')], coverage: { complete: false, trouble: 'truncated' } },
      [],
    ],
  ],
  'silent-escalation': [
    [
      'a handoff that nobody was told of',
      { text: 'Refunded $9.', calls: [refunded(9, 'r1'), { name: 'route_case', arguments: { queue: 'Hardship' } }] },
      ['silent-escalation c1'],
    ],
    [
      'one that was told',
      { text: 'Refunded $9. Escalated to Hardship.', calls: [refunded(9, 'r1'), { name: 'route_case', arguments: { queue: 'Hardship' } }] },
      [],
    ],
  ],
};

for (const [name, rows] of Object.entries(TABLE)) {
  describe(name, () => {
    for (const [what, one, expected] of rows) test(what, () => expect(classes(one)).toEqual(expected));
  });
}

test('a promise beyond the limit is marked at its words', () => {
  const record = recordOf({ text: 'The refund of $80 will be sent to your card.', policy: LIMIT, tools: [{ name: 'issue_refund' }] });
  const finding = record.findings.find((one) => one.about === 'ticket');
  expect(finding?.claimId).toBe(record.claims[0]?.id);
});

describe('a list of ids', () => {
  const calls = [
    ['10:00', 'get_berths', { guest: 'G-1' }],
    ['10:05', 'cancel_berth', { berth: 'LU15PA' }],
  ] as const;
  const listed = ['10:01', 'agent', 'These are yours:\n- LU15PA\n- MSJ4OA'] as const;

  test('tells nothing of what was done with one of them later', () =>
    expect(judged({ said: [listed, ['10:06', 'agent', 'Have a good day.']], calls })).toEqual(['undisclosed-action, c2']));
  test('tells of it when it is told afterwards', () =>
    expect(judged({ said: [listed, ['10:06', 'agent', 'Gone now:\n- LU15PA']], calls })).toEqual([]));
});
