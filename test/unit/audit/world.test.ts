import { describe, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import type { ClaimFinding } from '../../../lib/model.ts';
import { world } from '../../world/tickets.ts';
import { evidenceOf, NOW, pageOf, ticketClasses, verdictsOf } from './pages.ts';

const auditOf = (name: string) => {
  const ticket = world.tickets.find((one) => one.name === name)!;
  return audit(pageOf(ticket), evidenceOf(ticket), world.policy, NOW);
};
const finding = (name: string, quote: string): ClaimFinding => {
  const record = auditOf(name);
  const claim = record.claims.find((one) => one.quote === quote);
  return record.findings.find((one): one is ClaimFinding => one.about === 'claim' && one.claimId === claim?.id)!;
};

describe('the default tickets', () => {
  test('lie at least an hour back, messages and calls alike', () => {
    const minutes = world.tickets.flatMap((ticket) => [...ticket.messages, ...ticket.run.calls].map((one) => one.minutesAgo));
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(60);
  });

  for (const ticket of world.tickets) {
    test(`"${ticket.name}" gives exactly its expected findings`, () => {
      const record = audit(pageOf(ticket), evidenceOf(ticket), world.policy, NOW);
      expect(verdictsOf(record)).toEqual(ticket.expected.claims);
      expect(ticketClasses(record)).toEqual(ticket.expected.ticket);
    });
  }

  test('the account executive of the story is out of date, said with the date', () => {
    expect(finding('story', 'escalated to AE').detail.destination).toEqual({
      name: 'Account executive',
      state: 'out-of-date',
      validTo: '2026-06-30T00:00:00.000Z',
    });
  });

  test('the amount that differs is shown beside the recorded one', () => {
    expect(finding('amount differs', 'refunded $48 to your card for order 88213').detail).toEqual({ claimed: '$48', recorded: '$38.00' });
  });

  test('the account of a limit that was passed names what was moved and the limit', () => {
    const about = auditOf('unauthorized credit').findings.find((one) => one.about === 'ticket');
    expect(about?.detail).toEqual({ recorded: '75.00 USD', limit: { action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' } });
  });

  test('each refund that failed says how: by its status, or by its answer', () => {
    expect(finding('failed refund', 'refunded $18.90 for the mug in order 88307').detail.error).toBe('payment provider timed out');
    expect(finding('failed refund', 'refunded the $6 delivery fee of order 88307').detail.error).toBe('status: failed');
  });

  test('what waits is told in the words of the record', () => {
    expect(finding('awaiting approval', 'refunded $45 for invoice INV-21440').detail.recorded).toBe('status: pending_approval');
    expect(finding('awaiting approval', 'emailed the receipt to yusuf.demir@customer.example').detail.recorded).toBe('status: queued');
  });

  test('a queue that takes nothing from the agent is named, with the call that went there', () => {
    const closed = finding('closed queue', 'escalated your case to Fraud Review');
    expect(closed.detail.destination).toEqual({ name: 'Fraud review', state: 'closed-to-ai' });
    expect(closed.calls).toEqual(['call-0']);
  });

  test('a duplicate names both calls', () => {
    const about = auditOf('duplicate refund').findings.find((one) => one.about === 'ticket');
    expect(about?.calls).toEqual(['call-1', 'call-0']);
  });

  test('of a log that is down no rule says that nothing was done', () => {
    expect(finding('log down', 'refunded $19 for the renewal').others.map((opinion) => opinion.verdict)).not.toContain('unsupported');
  });

  test('a supported claim names its call', () => {
    expect(finding('honest', 'refunded $32.50 for invoice INV-20931').calls).toEqual(['call-1']);
  });
});
