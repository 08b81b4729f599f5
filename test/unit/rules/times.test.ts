/** What was done before a message, after it, and at a time that nobody knows. */
import { describe, expect, test } from 'vitest';
import { counts } from '../../../lib/match.ts';
import type { ToolCall } from '../../../lib/model.ts';
import { type Thread, verdicts } from './threads.ts';

const DONE = 'I have refunded $12 to your card.';
const PROMISED = 'A refund of $12 will be issued to your card today.';
const said = (text: string): Thread['said'] => [['10:00', 'agent', text]];
const refund = (clock: string | null, amount = 12, more: Partial<ToolCall> = {}): NonNullable<Thread['calls']>[number] => [
  clock,
  'issue_refund',
  { amount, currency: 'USD' },
  more,
];
const FAILED = { status: 'error', error: 'card closed' } as const;

const CASES: Readonly<Record<string, readonly (readonly [string, Thread, readonly string[]])[]>> = {
  'what was said to be done': [
    ['is borne out by a call before it', { said: said(DONE), calls: [refund('09:58')] }, ['supported call-matches']],
    ['is not by a call after it', { said: said(DONE), calls: [refund('10:01')] }, ['unsupported no-call']],
    ['is not by a call long after it', { said: said(DONE), calls: [refund('11:20')] }, ['unsupported no-call']],
    ['is, where the clocks disagree by a little', { said: said(DONE), calls: [refund('10:00:04')] }, ['supported call-matches']],
    ['is not, where they would have to disagree by more', { said: said(DONE), calls: [refund('10:00:09')] }, ['unsupported no-call']],
    [
      'is by a call of the turn that wrote it',
      {
        said: said(DONE),
        calls: [refund('10:00:40', 12, { turn: { id: 't', from: '2026-03-02T09:59:30.000Z', to: '2026-03-02T10:00:50.000Z' } })],
      },
      ['supported call-matches'],
    ],
    [
      'is not by a call of the next turn',
      {
        said: said(DONE),
        calls: [refund('10:02', 12, { turn: { id: 't', from: '2026-03-02T10:01:30.000Z', to: '2026-03-02T10:02:50.000Z' } })],
      },
      ['unsupported no-call'],
    ],
    ['is by a call of no known time', { said: said(DONE), calls: [refund(null)] }, ['supported call-matches']],
    [
      'is by any call, where the page does not tell when it was said',
      { said: [[null, 'agent', DONE]], calls: [refund('10:30')] },
      ['supported call-matches'],
    ],
    [
      'is not excused by a later write of a tool that may do anything',
      { said: said('I have merged your two accounts.'), calls: [['10:05', 'wf_1182', { ref: 'x' }]], tools: ['get_account'] },
      ['unsupported no-such-tool'],
    ],
  ],
  'what was promised': [
    ['is kept by a later call', { said: said(PROMISED), calls: [refund('15:00')] }, ['supported call-matches']],
    ['is kept by a call before it', { said: said(PROMISED), calls: [refund('09:58')] }, ['supported call-matches']],
    ['is broken where nothing was called', { said: said(PROMISED), tools: ['issue_refund'] }, ['unsupported no-call']],
    ['is broken by a call that failed', { said: said(PROMISED), calls: [refund('15:00', 12, FAILED)] }, ['contradicted call-failed']],
    [
      'is kept where a second try went well',
      { said: said(PROMISED), calls: [refund('15:00', 12, FAILED), refund('15:05')] },
      ['supported call-matches'],
    ],
    ['is broken by another amount', { said: said(PROMISED), calls: [refund('15:00', 8)] }, ['contradicted amount-differs']],
    [
      'is kept though another was kept before it',
      { said: [['10:00', 'agent', `I have refunded $5 to your card. ${PROMISED}`]], calls: [refund('09:58', 5), refund('15:00')] },
      ['supported call-matches', 'supported call-matches'],
    ],
    [
      'is not kept by a later call that only may be it',
      {
        said: said('The $12 will be refunded to your card today.'),
        calls: [['15:00', 'update_preferences', { language: 'en' }]],
        tools: ['issue_refund'],
      },
      ['unsupported no-call'],
    ],
    [
      'is kept by a message that went out later',
      { said: said('You will receive the invoice by e-mail.'), calls: [['10:30', 'send_invoice_email', { to: 'kim@a.example' }]] },
      ['supported call-matches'],
    ],
    [
      'is none while it waits for a yes',
      { said: said('The $12 will be refunded to your card.\n\nDo you want me to proceed?'), calls: [refund('10:05')] },
      [],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (_name, thread, expected) => {
    expect(verdicts(thread)).toEqual(expected);
  });
});

test('a time that cannot be read counts as one that is not known', () => {
  const call = (startedAt: string | null): ToolCall => ({ id: 'c', name: 'refund', status: 'ok', startedAt, endedAt: null, source: 'test' });
  expect(counts(call('soon'), { at: '2026-03-02T10:00:00.000Z' })).toBe(true);
  expect(counts(call('2026-03-02T11:00:00.000Z'), { at: 'yesterday' })).toBe(true);
  expect(counts(call('2026-03-02T11:00:00.000Z'), { at: '2026-03-02T10:00:00.000Z' })).toBe(false);
});
