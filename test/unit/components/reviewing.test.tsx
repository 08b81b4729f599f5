// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reviewing } from '../../../components/view.ts';
import type { AuditRecord, ClaimFinding, TicketState } from '../../../lib/model.ts';
import { call } from './records.ts';
import { card, decisionOn, desk, show } from './show.tsx';
import { aboutTicket, amountDiffers, honest, logDown, untold } from './tickets.ts';

afterEach(cleanup);

const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const [differs] = amountDiffers.findings as [ClaimFinding];

describe('deciding', () => {
  test.each([
    ['Confirm', 'confirmed'],
    ['Mended', 'mended'],
    ['Reopen needed', 'reopen-needed'],
  ])('%s, with words', async (button, kind) => {
    const { actions } = show(amountDiffers);
    press(button);
    fill(/^(Why|What)/, 'Checked by hand.');
    press('Save decision');
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, { kind, reason: 'Checked by hand.' }, 'Mia Lund'));
  });

  test.each([
    ['Confirm', 'confirmed'],
    ['Reopen needed', 'reopen-needed'],
  ])('%s needs no words', async (button, kind) => {
    const { actions } = show(amountDiffers);
    press(button);
    press('Save decision');
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, { kind, reason: '' }, 'Mia Lund'));
  });

  test('a confirmed finding takes both labels of its eval case, and shows them', async () => {
    const { actions } = show(amountDiffers);
    press('Confirm');
    fireEvent.change(screen.getByLabelText('How engineers call the failure'), { target: { value: 'wrong-policy' } });
    fill(/^Topic of/, ' billing ');
    press('Save decision');
    const word = { kind: 'confirmed', reason: '', failure: 'wrong-policy', topic: 'billing' };
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, word, 'Mia Lund'));
    cleanup();
    show(amountDiffers, { decisions: [{ ...decisionOn(differs, 'confirmed'), failure: 'wrong-policy', topic: 'billing' }] });
    expect(screen.getByText('Wrong policy · billing')).toBeTruthy();
  });

  test('what was mended must be said: without words nothing is sent, and the lack is', () => {
    const { actions } = show(amountDiffers);
    press('Mended');
    fill(/^What/, '   ');
    press('Save decision');
    expect(screen.getByRole('alert').textContent).toBe('Give a reason.');
    expect(actions.decide).not.toHaveBeenCalled();
  });

  test('a ticket that is open cannot be in need of reopening', () => {
    show({ ...amountDiffers, page: { ...amountDiffers.page, status: 'open' } });
    expect(screen.queryByRole('button', { name: 'Reopen needed' })).toBeNull();
  });

  test('a reviewer without a name is asked for it once', async () => {
    const { actions } = show(amountDiffers, {}, { reviewer: '' });
    press('Confirm');
    press('Save decision');
    expect(screen.getByRole('alert').textContent).toBe('Give your name.');
    fill(/^Your name/, 'Ole Berg');
    press('Save decision');
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, { kind: 'confirmed', reason: '' }, 'Ole Berg'));
  });

  test('a refused decision says why and keeps what was written', async () => {
    const { actions } = show(amountDiffers);
    actions.decide.mockRejectedValue(new Error('This finding has changed since.'));
    press('Confirm');
    fill(/^Why/, 'Seen.');
    press('Save decision');
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: This finding has changed since.');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe('Seen.');
  });

  test('a decided finding shows who, when and why, and can be decided again or left as it is', () => {
    show(amountDiffers, { decisions: [{ ...decisionOn(differs, 'dismissed'), why: 'outside-log' }] });
    expect(card('refunded $48').textContent).toContain('Dismissed by Mia Lund, 1 Oct 2026, 10:40');
    expect(card('refunded $48').textContent).toContain('Done outside the log');
    expect(card('refunded $48').textContent).toContain('Looked in Stripe: nothing there.');
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
    press('Decide again');
    expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
    press('Keep the decision');
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  test('a lapsed decision is shown as lapsed, and the finding is open again', () => {
    show(amountDiffers, { lapsed: [decisionOn(differs, 'mended')] });
    expect(card('refunded $48').textContent).toContain('Lapsed, since the finding changed');
    expect(screen.getByRole('button', { name: 'Confirm' })).toBeTruthy();
  });

  test('a lapsed decision on a finding that is gone is still shown', () => {
    const gone = { ...decisionOn(differs, 'confirmed'), findingId: 'gone' };
    expect(show(honest, { lapsed: [gone] }).text).toContain('Lapsed decisions');
  });
});

describe('dismissing asks why, in one click', () => {
  test.each([
    ['Not a claim', 'not-a-claim'],
    ['Done outside the log', 'outside-log'],
    ['Wrong author', 'wrong-author'],
  ])('%s', async (button, why) => {
    const { actions } = show(amountDiffers);
    press('Dismiss');
    press(button);
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, { kind: 'dismissed', reason: '', why }, 'Mia Lund'));
  });

  test('any other reason is asked for in words', async () => {
    const { actions } = show(amountDiffers);
    press('Dismiss');
    press('Other …');
    press('Save decision');
    expect(screen.getByRole('alert').textContent).toBe('Give a reason.');
    fill(/^Why/, 'A test ticket.');
    press('Save decision');
    const word = { kind: 'dismissed', reason: 'A test ticket.', why: 'other' };
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, word, 'Mia Lund'));
  });

  test('who has not given a name gives it before anything is kept', async () => {
    const { actions } = show(amountDiffers, {}, { reviewer: '' });
    press('Dismiss');
    press('Not a claim');
    expect(actions.decide).not.toHaveBeenCalled();
    expect(screen.queryByLabelText(/^Why/)).toBeNull();
    fill(/^Your name/, 'Ole Berg');
    press('Save decision');
    const word = { kind: 'dismissed', reason: '', why: 'not-a-claim' };
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(differs, word, 'Ole Berg'));
  });

  test('a refusal is said', async () => {
    const { actions } = show(amountDiffers);
    actions.decide.mockRejectedValue(new Error('This finding has changed since.'));
    press('Dismiss');
    press('Not a claim');
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: This finding has changed since.');
  });

  test.each<[string, AuditRecord, string, string[]]>([
    ['money', aboutTicket, 'Credit beyond policy', ['Approved outside the log', 'Other …']],
    ['a change', aboutTicket, 'Not disclosed', ['Customer told elsewhere', 'Other …']],
    ['a handoff', untold, 'Silent handoff', ['Customer told elsewhere', 'Other …']],
    ['words', untold, 'tried to refund the $9', ['Not a claim', 'Tried outside the log', 'Wrong author', 'Other …']],
  ])('a finding about the ticket has the reasons that can hold for it: %s', (_, of, title, expected) => {
    show(of);
    fireEvent.click(within(card(title)).getByRole('button', { name: 'Dismiss' }));
    const reasons = within(screen.getByRole('group', { name: 'Why does the finding not hold?' }));
    expect(reasons.getAllByRole('button').map((button) => button.textContent)).toEqual(expected);
  });

  test('the reason that was given for a finding about the ticket is said in the same words', () => {
    const silent = untold.findings[1]!;
    const on = { verdict: 'ticket', reason: 'silent-escalation', calls: silent.calls };
    const at = '2026-10-01T10:40:00.000Z';
    show(untold, { decisions: [{ findingId: silent.id, kind: 'dismissed', why: 'outside-log', reason: '', reviewer: 'Mia Lund', at, on }] });
    expect(card('Silent handoff').textContent).toContain('Dismissed by Mia Lund, 1 Oct 2026, 10:40Customer told elsewhere');
  });
});

describe('"This tool did it"', () => {
  const refund = { ...differs, calls: ['k2'] };
  const recorded = { ...amountDiffers, findings: [refund] };
  recorded.evidence = {
    ...amountDiffers.evidence,
    calls: [call('k1', 'search_kb', { query: 'refund' }, { ok: true }), call('k2', 'ops_run', { job: 'payback', order: '88213' }, { ok: true })],
  };
  const decided = { ...decisionOn(refund, 'dismissed'), reason: '', why: 'tool-does-it' as const, call: 'k2' };

  test('lets the call be picked, the finding’s own first', async () => {
    const { actions } = show(recorded);
    press('Dismiss');
    press('This tool did it');
    expect(actions.decide).not.toHaveBeenCalled();
    const offered = screen.getAllByRole('button', { name: /Answered/ });
    expect(offered.map((button) => button.querySelector('code')!.textContent)).toEqual(['ops_run', 'search_kb']);
    expect(offered[0]!.textContent).toContain('job: payback, order: 88213');
    fireEvent.click(offered[0]!);
    const word = { kind: 'dismissed', reason: '', why: 'tool-does-it', call: 'k2' };
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(refund, word, 'Mia Lund'));
  });

  test('lets one of hundreds be found by its words', () => {
    const calls = Array.from({ length: 200 }, (_, i) => call(`c${i}`, `tool_${i}`, { i }, { note: i === 137 ? 'Payback' : '' }));
    show({ ...amountDiffers, findings: [{ ...differs, calls: [] }], evidence: { ...amountDiffers.evidence, calls } });
    press('Dismiss');
    press('This tool did it');
    expect(screen.getAllByRole('button', { name: /Answered/ })).toHaveLength(8);
    expect(screen.getByText('192 more calls. Find them by their words.')).toBeTruthy();
    fill(/^Find by/, 'payback');
    expect(screen.getAllByRole('button', { name: /Answered/ }).map((button) => button.querySelector('code')!.textContent)).toEqual(['tool_137']);
    fill(/^Find by/, 'nothing of the kind');
    expect(screen.getByText('No call has these words.')).toBeTruthy();
  });

  test('says so where nothing was recorded', () => {
    show({ ...amountDiffers, findings: [{ ...differs, calls: [] }], evidence: { ...amountDiffers.evidence, calls: [] } });
    press('Dismiss');
    press('This tool did it');
    expect(screen.getByText(/No call was recorded, so none can have done it/)).toBeTruthy();
  });

  test.each<[string, string, string]>([
    ['refund', 'refund', 'Count ops_run as refund from now on and audit again'],
    [
      'a lookup, of which only what was looked up tells',
      'lookup',
      'Count ops_run as “refunded $48 to your card for order 88213” from now on and audit again',
    ],
    ['an action without a name of its own', 'other', 'Count ops_run as “refunded $48 to your card for order 88213” from now on and audit again'],
  ])('then offers to keep it: %s', async (_, action, label) => {
    const claims = recorded.claims.map((one) => ({ ...one, action, words: ['refund'] }));
    const { actions } = show({ ...recorded, claims }, { decisions: [decided] });
    expect(card('refunded $48').textContent).toContain('This tool did it: ops_run');
    press(label);
    await waitFor(() => expect(actions.mapTool).toHaveBeenCalledWith('ops_run', claims[0]));
  });

  test('and offers it no more once it is kept', () => {
    const claims = recorded.claims.map((one) => ({ ...one, action: 'refund' }));
    show({ ...recorded, claims }, { decisions: [decided] }, { desk: { ...desk, tools: [{ tool: 'ops_run', action: 'refund' }] } });
    expect(screen.queryByRole('button', { name: /from now on/ })).toBeNull();
  });
});

describe('"Wrong author"', () => {
  const decided = { ...decisionOn(differs, 'dismissed'), reason: '', why: 'wrong-author' as const };
  const written = (knownBy: 'vendor' | 'team') => {
    const messages = amountDiffers.page.messages.map((one) =>
      one.author.kind === 'ai-agent' ? { ...one, author: { ...one.author, knownBy } } : one,
    );
    return { ...amountDiffers, page: { ...amountDiffers.page, messages } };
  };

  test('then offers to keep that the author is a person', async () => {
    const { actions } = show(written('team'), { decisions: [decided] });
    press('Harbor Assist is a person');
    const author = expect.objectContaining({ name: 'Harbor Assist' });
    await waitFor(() => expect(actions.author).toHaveBeenCalledWith(author, 'person', false));
  });

  test('but not against the helpdesk’s own word, and says where that is changed', () => {
    show(written('vendor'), { decisions: [decided] });
    expect(screen.queryByRole('button', { name: /is a person/ })).toBeNull();
    expect(card('refunded $48').textContent).toContain('The helpdesk itself marks Harbor Assist as an AI agent.');
  });
});

describe('closing anyway', () => {
  test.each<[string, AuditRecord, Partial<TicketState>, Reviewing['gate'], boolean]>([
    ['is offered while a red finding is open', amountDiffers, {}, 'hold', true],
    ['is not offered where the gate only watches', amountDiffers, {}, 'watch', false],
    [
      'is not offered once all is decided',
      amountDiffers,
      { decisions: [decisionOn(amountDiffers.findings[0] as ClaimFinding, 'confirmed')] },
      'hold',
      false,
    ],
    ['is not offered for what cannot be told', logDown, {}, 'hold', false],
    ['is not offered while the next close is free', amountDiffers, { freeUntil: '2026-10-01T10:41:00.000Z' }, 'hold', false],
  ])('%s', (_, of, over, gate, offered) => {
    show(of, over, { gate });
    expect(screen.queryByRole('button', { name: 'Close anyway' }) !== null).toBe(offered);
  });

  test('is offered for money that cannot be verified where the team holds it', () => {
    show(logDown, {}, { holdMoneyAbove: { amount: 10, currency: 'USD' } });
    expect(screen.getByRole('button', { name: 'Close anyway' })).toBeTruthy();
  });

  test('takes one reason', async () => {
    const { actions } = show(amountDiffers);
    fireEvent.click(screen.getByRole('button', { name: 'Close anyway' }));
    fireEvent.input(screen.getByLabelText(/^Why must/), { target: { value: 'The customer is leaving.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Close anyway' }));
    await waitFor(() => expect(actions.closeAnyway).toHaveBeenCalledWith('The customer is leaving.', 'Mia Lund'));
  });

  test('says until when the next close goes through', () => {
    expect(show(amountDiffers, { freeUntil: '2026-10-01T10:41:00.000Z' }).text).toContain('goes through until 1 Oct 2026, 10:41:00');
  });
});
