// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Reviewing } from '../../../components/view.ts';
import type { AuditRecord, ClaimFinding, TicketState } from '../../../lib/model.ts';
import { card, decisionOn, show } from './show.tsx';
import { amountDiffers, honest, logDown, story } from './tickets.ts';

afterEach(cleanup);

describe('deciding', () => {
  const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

  test.each([
    ['Confirm', 'confirmed'],
    ['Dismiss', 'dismissed'],
    ['Mended', 'mended'],
  ])('%s takes a reason and the reviewer’s name', async (button, kind) => {
    const { actions } = show(amountDiffers);
    fireEvent.click(screen.getByRole('button', { name: button }));
    fill(/^(Why|What)/, 'Checked by hand.');
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    const id = amountDiffers.findings[0]!.id;
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith({ findingId: id, kind, reason: 'Checked by hand.' }, 'Mia Lund'));
  });

  test('without a reason nothing is sent, and the lack is said', () => {
    const { actions } = show(amountDiffers);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    fill(/^Why/, '   ');
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    expect(screen.getByRole('alert').textContent).toBe('Give a reason.');
    expect(actions.decide).not.toHaveBeenCalled();
  });

  test('a reviewer without a name is asked for it once', async () => {
    const { actions } = show(amountDiffers, {}, { reviewer: '' });
    fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    fill(/^Why/, 'Stripe shows $38.');
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    expect(screen.getByRole('alert').textContent).toBe('Give your name.');
    fill(/^Your name/, 'Ole Berg');
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    await waitFor(() => expect(actions.decide).toHaveBeenCalledWith(expect.objectContaining({ kind: 'confirmed' }), 'Ole Berg'));
  });

  test('a refused decision says why and keeps what was written', async () => {
    const { actions } = show(amountDiffers);
    actions.decide.mockRejectedValue(new Error('This finding has changed since.'));
    fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    fill(/^Why/, 'Seen.');
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: This finding has changed since.');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe('Seen.');
  });

  test('a decided finding shows who, when and why, and can be decided again', () => {
    const of = amountDiffers.findings[0] as ClaimFinding;
    show(amountDiffers, { decisions: [decisionOn(of, 'dismissed')] });
    expect(card('refunded $48').textContent).toContain('Dismissed by Mia Lund, 1 Oct 2026, 10:40');
    expect(card('refunded $48').textContent).toContain('Looked in Stripe: nothing there.');
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Decide again' }));
    expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
  });

  test('a lapsed decision is shown as lapsed, and the finding is open again', () => {
    const of = amountDiffers.findings[0] as ClaimFinding;
    show(amountDiffers, { lapsed: [decisionOn(of, 'mended')] });
    expect(card('refunded $48').textContent).toContain('Lapsed, since the finding changed');
    expect(screen.getByRole('button', { name: 'Confirm' })).toBeTruthy();
  });

  test('a lapsed decision on a finding that is gone is still shown', () => {
    const gone = { ...decisionOn(amountDiffers.findings[0] as ClaimFinding, 'confirmed'), findingId: 'gone' };
    expect(show(honest, { lapsed: [gone] }).text).toContain('Lapsed decisions');
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

describe('by keyboard', () => {
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const here = () => document.activeElement?.querySelector('h3')?.textContent;

  test('j and k go through the findings, and stop at both ends', () => {
    show(story);
    const seen = ['j', 'j', 'j', 'j', 'k', 'k', 'k'].map((key) => {
      press(key);
      return here();
    });
    expect(seen).toEqual([
      'refunded $48',
      'escalated to AE',
      'confirmed billing in Stripe',
      'confirmed billing in Stripe',
      'escalated to AE',
      'refunded $48',
      'refunded $48',
    ]);
  });

  test('arrows move from finding to finding, and are left alone elsewhere', () => {
    show(story);
    expect(fireEvent.keyDown(document.body, { key: 'ArrowDown' })).toBe(true);
    press('j');
    press('ArrowDown');
    expect(here()).toBe('escalated to AE');
  });

  test('a letter that is written into a reason moves nothing', () => {
    show(story);
    press('j');
    fireEvent.click(within(card('refunded $48')).getByRole('button', { name: 'Confirm' }));
    const reason = screen.getByLabelText(/^Why/);
    reason.focus();
    press('j');
    expect(document.activeElement).toBe(reason);
  });

  test('after a decision, or without one, the reader is back on the finding', async () => {
    show(story);
    const finding = card('escalated to AE');
    fireEvent.click(within(finding).getByRole('button', { name: 'Confirm' }));
    fireEvent.keyDown(screen.getByLabelText(/^Why/), { key: 'Escape' });
    expect(document.activeElement).toBe(finding);
    fireEvent.click(within(finding).getByRole('button', { name: 'Confirm' }));
    fireEvent.input(screen.getByLabelText(/^Why/), { target: { value: 'Seen.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    await waitFor(() => expect(document.activeElement).toBe(finding));
  });

  test('findings in a closed fold are passed over', () => {
    show(honest);
    press('j');
    expect(document.activeElement).toBe(document.body);
  });
});
