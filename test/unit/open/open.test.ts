import { describe, expect, test } from 'vitest';
import type { AuditRecord, Decision, TicketState } from '../../../lib/model.ts';
import { awaitsAuthor, openFindings, undecided } from '../../../lib/open.ts';
import { claim, finding, message, record, view } from '../components/records.ts';

const said = message('m2', 'I refunded $90, refunded $5 and sent a mail.');
const large = claim('refunded $90', said, 'credit', { money: [{ amount: 90, currency: 'USD', text: '$90' }] });
const small = claim('refunded $5', said, 'credit', { money: [{ amount: 5, currency: 'USD', text: '$5' }] });
const mail = claim('sent a mail', said, 'communication');

const of = (...findings: AuditRecord['findings']) => record({ messages: [said], claims: [large, small, mail], findings });
const decided = (findingId: string, kind: Decision['kind']): Decision => ({
  findingId,
  kind,
  reason: '',
  reviewer: 'Mia',
  at: '2026-10-01T10:40:00.000Z',
  on: { verdict: '', reason: '', calls: [] },
});
const red = finding(small, { verdict: 'unsupported', reason: 'no-call' });
const cannotTell = finding(large, { verdict: 'unverifiable', reason: 'log-unavailable' });
const nobodys = finding(large, { verdict: 'unverifiable', reason: 'author-unknown' });
const above = (amount: number, currency = 'USD') => ({ holdMoneyAbove: { amount, currency } });
const never = { holdMoneyAbove: null };

describe('what holds a close', () => {
  test.each<[string, AuditRecord, Parameters<typeof openFindings>[1], string[]]>([
    ['a red finding', of(red), never, [red.id]],
    ['not what cannot be told', of(cannotTell), never, []],
    ['money that cannot be verified, above what the team lets pass', of(cannotTell), above(50), [cannotTell.id]],
    ['not as much as it lets pass', of(cannotTell), above(90), []],
    ['not money of another currency', of(cannotTell), above(50, 'EUR'), []],
    ['not a claim whose author is not known', of(nobodys), above(50), []],
  ])('%s', (_, judged, settings, expected) => {
    expect(openFindings(view(judged), settings)).toEqual(expected);
  });

  test('nothing that was decided', () => {
    for (const kind of ['confirmed', 'dismissed', 'mended'] as const) {
      expect(openFindings(view(of(red), { decisions: [decided(red.id, kind)] }), never)).toEqual([]);
    }
  });

  test('what must be reopened waits for nobody while the ticket is closed, and for somebody once it is open again', () => {
    const state = (status: NonNullable<TicketState['page']>['status']): TicketState => {
      const judged = of(red);
      return view(judged, { page: { ...judged.page, status }, decisions: [decided(red.id, 'reopen-needed')] });
    };
    expect(openFindings(state('solved'), never)).toEqual([]);
    expect(openFindings(state('closed'), never)).toEqual([]);
    expect(openFindings(state('open'), never)).toEqual([red.id]);
    expect(undecided(state('open')).map((one) => one.id)).toEqual([red.id]);
  });
});

test('only claims whose author is not known wait for the answer who it is', () => {
  expect([red, cannotTell, nobodys].map(awaitsAuthor)).toEqual([false, false, true]);
});
