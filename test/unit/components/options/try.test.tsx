// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Setup } from '../../../../components/options/setup.ts';
import type { Coverage } from '../../../../lib/model.ts';
import type { Tried } from '../../../../lib/protocol.ts';
import { fill, full, item, log, show } from './show.tsx';

afterEach(cleanup);

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '4127' };
const tickets = [
  { ticket, subject: 'Charged twice' },
  { ticket: { ...ticket, id: '4131' }, subject: 'A seat' },
];
const coverage: Coverage = {
  source: 'otel-jaeger',
  from: '2026-10-01T09:00:00.000Z',
  to: '2026-10-01T10:00:00.000Z',
  complete: true,
  askedAt: '2026-10-01T10:00:00.000Z',
};
const good: Tried = {
  conversation: 'zendesk:4127',
  calls: [
    { name: 'search_kb', status: 'ok', at: '2026-10-01T09:10:00.000Z' },
    { name: 'issue_refund', status: 'error', at: null },
  ],
  tools: ['search_kb', 'issue_refund'],
  inventoryComplete: true,
  coverage,
};

const ask = () => fireEvent.click(item('Log main').getByRole('button', { name: 'Ask the log' }));
const answers = (tried: Tried) => vi.fn<Setup['tryLog']>(async () => tried);
const said = () =>
  item('Log main')
    .getAllByRole('status')
    .map((one) => one.textContent)
    .join(' ');

describe('a log is tried on a ticket', () => {
  test('as it is filled in, saved or not, and its answer is shown', async () => {
    const tryLog = answers(good);
    show(full, { tickets, tryLog });
    fill(item('Log main').getByLabelText('How the log names a ticket'), '{helpdesk}/{id}');
    ask();
    await waitFor(() => expect(tryLog).toHaveBeenCalledWith({ ...log, conversation: '{helpdesk}/{id}' }, ticket));
    await waitFor(() => expect(said()).toContain('The log was asked for zendesk:4127.'));
    expect(said()).toContain('2 calls recorded');
    expect(said()).toMatch(/search_kb Answered.*issue_refund Failed time not recorded/);
    expect(said()).toContain('search_kb, issue_refund The list is complete.');
  });

  test('of those that were read lately', async () => {
    const tryLog = answers(good);
    show(full, { tickets, tryLog });
    fireEvent.change(item('Log main').getByLabelText('Ticket'), { target: { value: 'zendesk acme.zendesk.com 4131' } });
    ask();
    await waitFor(() => expect(tryLog).toHaveBeenCalledWith(log, tickets[1]!.ticket));
  });

  test('not while something is wrong with it: that is shown first', () => {
    const tryLog = answers(good);
    show(full, { tickets, tryLog });
    const field = item('Log main').getByLabelText('Address of its API');
    fill(field, 'jaeger');
    ask();
    expect(tryLog).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
  });

  test('an answer is gone once it is not to what is filled in', async () => {
    show(full, { tickets, tryLog: answers(good) });
    ask();
    await waitFor(() => expect(said()).toContain('The log was asked for'));
    fill(item('Log main').getByLabelText('How the log names a ticket'), '{id}');
    expect(said()).not.toContain('The log was asked for');
  });

  test.each<[Coverage['trouble'] & string, string]>([
    ['unauthorized', 'The log refused the key.'],
    ['unreachable', 'The log did not answer.'],
    ['nothing-recorded', 'If the name above is not how the log calls this ticket'],
    ['garbage', 'The answer is not what this kind of log sends.'],
  ])('%s is said in words, with what to do', async (trouble, words) => {
    show(full, { tickets, tryLog: answers({ ...good, calls: [], tools: [], coverage: { ...coverage, complete: false, trouble } }) });
    ask();
    await waitFor(() => expect(said()).toContain(words));
    expect(said()).not.toContain('calls recorded');
  });

  test('a host without access can be granted there, and the log is asked again', async () => {
    const tryLog = answers({ ...good, calls: [], coverage: { ...coverage, complete: false, trouble: 'no-permission' } });
    const { grant } = show(full, { tickets, tryLog });
    ask();
    fireEvent.click(await item('Log main').findByRole('button', { name: 'Grant access to https://jaeger.acme.example' }));
    expect(grant).toHaveBeenCalledWith('https://jaeger.acme.example/*');
    await waitFor(() => expect(tryLog).toHaveBeenCalledTimes(2));
  });

  test('without a ticket it is said how to come by one', () => {
    show(full);
    expect(item('Log main').getByText(/^No ticket was read yet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask the log' })).toBeNull();
  });
});
