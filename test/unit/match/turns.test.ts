import { describe, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import { withinTurns } from '../../../lib/match/turns.ts';
import type { Evidence, Message, TicketPage } from '../../../lib/model.ts';
import { inputOf, NOW } from '../rules/cases.ts';

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
/** One span for the whole conversation. */
const run = { id: 'run', from: at('09:00'), to: at('11:00') };

const agent = { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' } as const;
const message = (id: string, author: Message['author'], clock: string, text: string): Message => ({
  id,
  author,
  visibility: 'public',
  at: at(clock),
  text,
});

/** The agent says it at 10:00; the tool is called at `called`; the customer writes at 09:50 and 10:20. */
function ticket(called: string, later: Message['author'] = { kind: 'customer', name: 'Kim' }): [TicketPage, Evidence] {
  const [page, evidence] = inputOf({
    text: 'Refunded $5.',
    calls: [{ name: 'issue_refund', arguments: { amount: 5 }, startedAt: at(called), turn: run }],
  });
  const messages = [
    message('1', { kind: 'customer', name: 'Kim' }, '09:50', 'Please refund me.'),
    message('2', agent, '10:00', 'I have refunded $5.'),
    message('3', later, '10:20', 'Thanks.'),
  ];
  return [{ ...page, messages }, evidence];
}

const verdict = (page: TicketPage, evidence: Evidence): string[] =>
  audit(page, evidence, { id: 'main', version: '1', limits: [], destinations: [], tools: [] }, NOW).findings.map((finding) =>
    finding.about === 'claim' ? finding.reason : finding.class,
  );

describe('a run that is recorded as one span', () => {
  test('ends and begins a turn where the customer writes', () => {
    const turn = (called: string) => withinTurns(ticket(called)[1], ticket(called)[0].messages).calls[0]!.turn;
    expect(turn('09:55')).toEqual({ id: 'run', from: at('09:50'), to: at('10:20') });
    expect(turn('10:30')).toEqual({ id: 'run', from: at('10:20'), to: at('11:00') });
    expect(turn('09:10')).toEqual({ id: 'run', from: at('09:00'), to: at('09:50') });
  });

  test('lets a call after the message count as long as the customer has not written in between', () => {
    expect(verdict(...ticket('10:10'))).toEqual(['call-matches']);
    expect(verdict(...ticket('10:30')), 'what was done after the customer wrote again was not done yet when it was told').toEqual(['no-call']);
    expect(verdict(...ticket('10:30', { kind: 'person', name: 'Sam' })), 'a colleague’s note ends no turn').toEqual(['call-matches']);
  });

  test('is kept in the record as the log told it', () => {
    const [page, evidence] = ticket('10:30');
    expect(audit(page, evidence, { id: 'main', version: '1', limits: [], destinations: [], tools: [] }, NOW).evidence).toEqual(evidence);
  });

  test('is left alone where messages or calls have no time', () => {
    const [page, evidence] = ticket('10:30');
    const timeless = page.messages.map((one) => ({ ...one, at: null }));
    expect(withinTurns(evidence, timeless).calls[0]!.turn).toEqual(run);
    const calls = evidence.calls.map((call) => ({ ...call, startedAt: null }));
    expect(withinTurns({ ...evidence, calls }, page.messages).calls[0]!.turn).toEqual(run);
  });
});
