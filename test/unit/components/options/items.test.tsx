// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { besides, desk, fill, full, item, log, show, TODAY } from './show.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a log', () => {
  test('is set up by hand and saved by itself', async () => {
    const { kept } = show();
    fireEvent.click(screen.getAllByRole('button', { name: 'Add a log' })[0]!);
    const card = item('New log');
    fill(card.getByLabelText('Name'), 'main');
    fill(card.getByLabelText('Address of its API'), ' https://jaeger.acme.example ');
    fill(card.getByLabelText('How the log names a ticket'), 'zendesk:{id}');
    fireEvent.click(card.getByRole('button', { name: 'Save log' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(kept().logs).toEqual([log]);
    expect(item('Log main').getByLabelText<HTMLInputElement>('Address of its API').value).toBe('https://jaeger.acme.example');
  });

  test('its form is drawn from the fields of its source', () => {
    show(full);
    const labels = [...screen.getByRole('article', { name: 'Log main' }).querySelectorAll('.pair label')].map((one) => one.textContent);
    expect(labels.slice(0, 2)).toEqual(['Name', 'Kind']);
    expect(labels).toContain('Attribute that names the conversation');
    expect([...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))).toContain('session.id');
  });

  test('that is renamed is followed by its helpdesks', async () => {
    const { kept } = show(full);
    const card = item('Log main');
    fill(card.getAllByLabelText('Name')[0]!, 'prod');
    press('Save log');
    await waitFor(() => expect(kept().logs[0]!.id).toBe('prod'));
    expect(kept().helpdesks[0]!.log).toBe('prod');
  });

  test('that a helpdesk uses is not removed: it is said which one', () => {
    const { kept } = show(full);
    press('Remove this log');
    expect(screen.getByText('main is in use: choose another log for https://acme.zendesk.com first.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Yes, remove' })).toBeNull();
    expect(kept()).toEqual(full);
  });

  test('that nothing uses is removed after one question', async () => {
    const { kept } = show({ ...full, helpdesks: [] });
    press('Remove this log');
    expect(kept().logs).toHaveLength(1);
    press('Yes, remove');
    await waitFor(() => expect(kept().logs).toEqual([]));
  });
});

describe('a helpdesk', () => {
  test('is set up with its log, policy and AI agents', async () => {
    const { kept } = show({ ...full, helpdesks: [] });
    fireEvent.click(screen.getAllByRole('button', { name: 'Add a helpdesk' })[0]!);
    const card = item('New helpdesk');
    fill(card.getByLabelText('Address'), desk.url);
    fireEvent.click(card.getByRole('button', { name: 'Add an AI agent' }));
    expect(document.activeElement).toBe(card.getByLabelText('AI agent 1', { selector: 'input' }));
    fill(card.getByLabelText('AI agent 1', { selector: 'input' }), 'Harbor Assist');
    fireEvent.click(card.getByRole('button', { name: 'Save helpdesk' }));
    await waitFor(() => expect(kept().helpdesks).toEqual([desk]));
    expect(screen.queryByRole('article', { name: 'New helpdesk' })).toBeNull();
  });

  test('names and people are rows to add and remove, the focus where one would look', () => {
    show({ ...full, helpdesks: [{ ...desk, people: ['Mia', 'Sam'] }] });
    const names = () => screen.getAllByLabelText<HTMLInputElement>(/^Person \d$/, { selector: 'input' });
    press('Remove person 1');
    expect(names().map((one) => one.value)).toEqual(['Sam']);
    expect(document.activeElement).toBe(names()[0]);
    press('Remove person 1');
    expect(document.activeElement?.textContent).toBe('Add a person');
  });

  test('is removed after one question', async () => {
    const { kept } = show(full);
    press('Remove this helpdesk');
    press('Keep');
    expect(kept().helpdesks).toHaveLength(1);
    press('Remove this helpdesk');
    press('Yes, remove');
    await waitFor(() => expect(kept().helpdesks).toEqual([]));
    expect(document.activeElement?.textContent).toBe('Add a helpdesk');
  });
});

describe('a policy', () => {
  const policy = () => document.getElementById('policies')!;

  test('is written by rows: limits and destinations', async () => {
    const { kept } = show({ ...full, policies: [] });
    fireEvent.click(screen.getAllByRole('button', { name: 'Add a policy' })[0]!);
    press('Add a limit');
    fireEvent.change(screen.getByLabelText('Action'), { target: { value: 'fee_waiver' } });
    fill(screen.getByLabelText('At most'), '12.50');
    fireEvent.change(screen.getByLabelText('Counted for'), { target: { value: 'day' } });
    fill(screen.getByLabelText(/^Approval needed above/), '10');
    fill(screen.getByLabelText(/^Tool that approves/), 'request_approval');
    press('Add a destination');
    fill(screen.getByLabelText('Name', { selector: '.list input' }), 'Billing tier 2');
    fireEvent.click(screen.getByLabelText('Takes handoffs from the AI'));
    press('Add another name');
    fill(screen.getByLabelText('Other name 1', { selector: 'input' }), 'billing team');
    press('Save policy');
    await waitFor(() => expect(kept().policies).toHaveLength(1));
    expect(kept().policies[0]).toEqual({
      id: 'main',
      version: TODAY,
      limits: [{ action: 'fee_waiver', maxAmount: 12.5, currency: 'USD', per: 'day', approvalAbove: 10, approvalTool: 'request_approval' }],
      destinations: [{ name: 'Billing tier 2', kind: 'queue', acceptsFromAi: false, aliases: ['billing team'] }],
      tools: [],
    });
  });

  test('a new row takes the focus, also beside rows that hold lists themselves', () => {
    show(full);
    press('Add a destination');
    const names = screen.getAllByLabelText('Name', { selector: '.list input' });
    expect(document.activeElement).toBe(names[1]);
    press('Remove destination 2');
    expect(document.activeElement).toBe(screen.getByLabelText('Name', { selector: '.list input' }));
  });

  test('a limit is offered for actions that move money, and for no other', () => {
    show(full);
    const offered = [...screen.getByLabelText<HTMLSelectElement>('Action').options].map((one) => one.value);
    expect(offered.toSorted()).toEqual(['charge', 'credit', 'discount', 'fee_waiver', 'payout', 'refund']);
  });

  test('a value that is none of those offered is shown and not changed in silence', () => {
    const [policyWithLimit] = full.policies;
    show({ ...full, policies: [{ ...policyWithLimit!, limits: [{ action: 'cancel', maxAmount: 1, currency: 'USD', per: 'call' }] }] });
    expect(screen.getByLabelText<HTMLSelectElement>('Action').value).toBe('cancel');
  });

  test('gets a new version with new content, said before and in the saved one', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('At most'), '75');
    expect(policy().textContent).toContain(`it will be saved as ${TODAY}, unless you write another version here`);
    press('Save policy');
    await waitFor(() => expect(kept().policies[0]).toMatchObject({ version: TODAY, limits: [{ maxAmount: 75 }] }));
    fill(screen.getByLabelText('At most'), '80');
    press('Save policy');
    await waitFor(() => expect(kept().policies[0]!.version).toBe(`${TODAY}.2`));
  });

  test('keeps a version that was written by hand', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('At most'), '75');
    fill(screen.getByLabelText('Version'), 'v7');
    press('Save policy');
    await waitFor(() => expect(kept().policies[0]).toMatchObject({ version: 'v7', limits: [{ maxAmount: 75 }] }));
  });

  test('keeps tools that were mapped in the panel meanwhile', async () => {
    const { changeElsewhere, kept } = show(full);
    fill(screen.getByLabelText('At most'), '75');
    const tools = [{ tool: 'ledger_post', action: 'refund' }];
    changeElsewhere((now) => ({ ...now, policies: [{ ...now.policies[0]!, version: '2026-11-22', tools }] }));
    press('Save policy');
    await waitFor(() => expect(kept().policies[0]).toMatchObject({ tools, limits: [{ maxAmount: 75 }], version: TODAY }));
  });

  test('half a day is refused, not forgotten', () => {
    show(full);
    const field = screen.getByLabelText<HTMLInputElement>(/^Valid to/);
    Object.defineProperty(field, 'validity', { value: { badInput: true }, configurable: true });
    fireEvent.input(field, { target: { value: '' } });
    press('Save policy');
    expect(besides(field)).toMatch(/^must be a time/);
  });

  test('a destination that ends before it begins is said beside its end', () => {
    show(full);
    fireEvent.input(screen.getByLabelText(/^Valid from/), { target: { value: '2026-06-30' } });
    fireEvent.input(screen.getByLabelText(/^Valid to/), { target: { value: '2026-06-29' } });
    press('Save policy');
    expect(besides(screen.getByLabelText(/^Valid to/))).toBe('must be later than the beginning');
  });
});
