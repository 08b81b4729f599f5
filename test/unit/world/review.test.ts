import { expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import { findingsOf, transcriptOf } from '../../world/review.ts';
import { world } from '../../world/tickets.ts';
import { asTable } from '../../world/tour.ts';
import { evidenceOf, NOW, pageOf } from '../audit/pages.ts';

const recordOf = (name: string) => {
  const ticket = world.tickets.find((one) => one.name === name)!;
  return audit(pageOf(ticket), evidenceOf(ticket), world.policy, NOW);
};

test('the transcript has messages and calls in the order of time, and each verdict under its message with the number of its calls', () => {
  expect(transcriptOf(recordOf('amount differs')).split('\n')).toEqual([
    '4138 Overcharged for shipping',
    'tools: search_kb, get_ticket, add_internal_note, issue_refund',
    '',
    'CUSTOMER Tom Okafor (public)',
    '  Shipping was free in the cart, but I paid for express. Order 88213.',
    '',
    'CALL #1 issue_refund {"order_id":"88213","amount_minor":3800,"currency":"usd"}',
    '  ok: {"refund_id":"re_8M1","status":"succeeded","amount_minor":3800,"currency":"usd"}',
    '',
    'AI-AGENT Harbor Assist (public)',
    '  Thanks for your patience, Tom. I have refunded $48 to your card for order 88213.',
    '  >> contradicted: amount-differs "refunded $48 to your card for order 88213" [refund] {"claimed":"$48","recorded":"$38.00"} #1',
    '',
    '',
  ]);
});

test('what is found about the ticket stands at the transcript’s head, and a failed call says why', () => {
  expect(transcriptOf(recordOf('duplicate refund'))).toContain('\n  >> ticket: duplicate-action #2 #1\n');
  expect(transcriptOf(recordOf('failed refund'))).toContain('  payment provider timed out: null');
});

test('each finding is one line with its quote, its verdict and what was recorded', () => {
  expect(findingsOf(recordOf('closed queue'), 'closed queue')).toEqual([
    {
      ticket: '4160',
      name: 'closed queue',
      message: 1,
      author: 'Harbor Assist',
      quote: 'escalated your case to Fraud Review',
      verdict: 'contradicted',
      reason: 'phantom-escalation',
      detail: { destination: { name: 'Fraud review', state: 'closed-to-ai' } },
      calls: [
        {
          name: 'route_ticket',
          arguments: { queue: 'Fraud review', reason: 'order not placed by the customer' },
          result: { ok: true, queue: 'Fraud review' },
          status: 'ok',
        },
      ],
    },
  ]);
  expect(findingsOf(recordOf('unauthorized credit'), 'x').at(-1)).toMatchObject({
    message: null,
    quote: null,
    verdict: 'ticket',
    reason: 'unauthorized-credit',
  });
});

test('the table’s columns stand under their names', () => {
  expect(
    asTable([
      { ticket: '1 short', claims: 2 },
      { ticket: '2 a longer one', claims: 10 },
    ]),
  ).toBe('ticket          claims\n1 short         2\n2 a longer one  10');
});
