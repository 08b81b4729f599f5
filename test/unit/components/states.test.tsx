// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PanelActions, PanelView } from '../../../components/view.ts';
import { view } from './records.ts';
import { show } from './show.tsx';
import { amountDiffers, story } from './tickets.ts';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const muchLater = () => act(() => void vi.advanceTimersByTime(120_000));
const host = { host: 'acme.zendesk.com', origin: 'https://acme.zendesk.com/*' };

describe('each state is said', () => {
  test.each<[string, PanelView, string]>([
    ['waiting', { kind: 'waiting' }, 'Looking at this tab'],
    ['nothing set up', { kind: 'no-ticket', why: 'nothing-set-up' }, 'No helpdesk is set up yet.'],
    [
      'a helpdesk that is not set up, by its name and product',
      { kind: 'no-ticket', why: 'not-set-up', host: 'acme.zendesk.com', product: 'Zendesk' },
      'acme.zendesk.com is a Zendesk helpdesk that is not set up',
    ],
    ['a helpdesk without access', { kind: 'no-ticket', why: 'no-access', hosts: [host] }, 'no access to a helpdesk that is set up'],
    [
      'a helpdesk’s page that is no ticket',
      { kind: 'no-ticket', why: 'no-ticket-page', host: 'acme.zendesk.com' },
      'This page of acme.zendesk.com is no ticket',
    ],
    ['a tab with something else', { kind: 'no-ticket', why: 'elsewhere' }, 'No ticket in this tab'],
    ['a ticket that is not read yet', { kind: 'no-ticket', why: 'not-read-yet' }, 'Reading the ticket'],
    ['an error, with its words', { kind: 'error', message: 'the store was closed' }, 'the store was closed'],
    ['a first audit', { kind: 'ticket', ticket: { ...view(story), record: null, auditing: true } }, 'Auditing: asking the log'],
    ['no audit yet', { kind: 'ticket', ticket: { ...view(story), record: null } }, 'This ticket is not audited yet.'],
    ['another audit', { kind: 'ticket', ticket: view(story, { auditing: true }) }, 'Auditing again'],
  ])('%s', (_, state, words) => {
    expect(show(state).text).toContain(words);
  });
});

describe('each state has the button that helps', () => {
  test.each<[string, PanelView, string, keyof PanelActions]>([
    ['nothing set up', { kind: 'no-ticket', why: 'nothing-set-up' }, 'Open options', 'openOptions'],
    ['not set up', { kind: 'no-ticket', why: 'not-set-up', host: 'a.zendesk.com', product: 'Zendesk' }, 'Open options', 'openOptions'],
    ['without access', { kind: 'no-ticket', why: 'no-access', hosts: [host] }, 'Give access to acme.zendesk.com', 'grant'],
    ['no ticket page', { kind: 'no-ticket', why: 'no-ticket-page', host: 'a.zendesk.com' }, 'Reload the page', 'reloadPage'],
    ['elsewhere', { kind: 'no-ticket', why: 'elsewhere' }, 'Open options', 'openOptions'],
    ['an error', { kind: 'error', message: 'x' }, 'Open the panel anew', 'restartPanel'],
    ['not audited', { kind: 'ticket', ticket: { ...view(story), record: null } }, 'Audit again', 'audit'],
  ])('%s', async (_, state, button, does) => {
    const { actions } = show(state);
    fireEvent.click(screen.getByRole('button', { name: button }));
    await waitFor(() => expect(actions[does]).toHaveBeenCalledOnce());
  });

  test('access to a helpdesk that was not given is said', async () => {
    const { actions } = show({ kind: 'no-ticket', why: 'no-access', hosts: [host] });
    actions.grant.mockRejectedValue(new Error('The browser gave no access to acme.zendesk.com.'));
    fireEvent.click(screen.getByRole('button', { name: /^Give access/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('gave no access to acme.zendesk.com');
  });
});

describe('what takes too long is said to, and not before', () => {
  test.each<[string, PanelView, string, keyof PanelActions]>([
    ['opening', { kind: 'waiting' }, 'Open the panel anew', 'restartPanel'],
    ['reading', { kind: 'no-ticket', why: 'not-read-yet' }, 'Reload the page', 'reloadPage'],
  ])('%s', async (_, state, button, does) => {
    const { actions } = show(state);
    expect(screen.queryByRole('button', { name: button })).toBeNull();
    muchLater();
    fireEvent.click(screen.getByRole('button', { name: button }));
    await waitFor(() => expect(actions[does]).toHaveBeenCalledOnce());
  });

  test('an audit that does not end can be begun again', () => {
    const again = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Audit again' });
    show(amountDiffers, { auditing: true });
    expect(again().disabled).toBe(true);
    muchLater();
    expect(again().disabled).toBe(false);
    expect(screen.getByText(/takes longer than it should/)).toBeTruthy();
  });
});

describe('a worker that does not answer', () => {
  test('is said, with the time of what still stands there, and can be asked again', async () => {
    const { actions, text } = show(story, {}, { workerSilent: true });
    expect(screen.getByRole('alert').textContent).toContain('worker does not answer');
    expect(text).toContain('What stands below is from 1 Oct 2026, 10:30.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(actions.audit).toHaveBeenCalledOnce());
  });

  test('and again does not answer, is said again', async () => {
    const { actions } = show(story, {}, { workerSilent: true });
    actions.audit.mockRejectedValue(new Error('Deskcheck’s worker did not answer.'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/That did not work: Deskcheck’s worker did not answer/)).toBeTruthy();
  });

  test('that answers is not spoken of', () => {
    expect(show(story).text).not.toContain('worker');
  });
});
