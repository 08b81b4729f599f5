// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { byTool, isUntold, toolRows, withAction, withChanges } from '../../../../components/options/mapping.ts';
import type { ToolMapping } from '../../../../lib/model.ts';
import { fill, full, show, TODAY } from './show.tsx';

afterEach(cleanup);

const tools = [
  { name: 'issue_refund', description: 'Refund an invoice.', does: ['refund'] },
  { name: 'op_17', does: [] },
  { name: 'search_kb', does: ['lookup'] },
];
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const listed = () => [...document.querySelectorAll('.tool-line code')].map((one) => one.textContent);

describe('what tools do', () => {
  test('each is listed with what Deskcheck takes it for, and how many are not known', () => {
    const { container } = show(full, { tools });
    expect(listed()).toEqual(['issue_refund', 'op_17', 'search_kb']);
    expect(container.textContent).toContain('3 tools. 1 is not known, and nobody has said what it does.');
    expect(container.textContent).toContain('Deskcheck takes it for: Refund');
    expect(container.textContent).toContain('Not known: neither its name nor its description tells');
  });

  test('is said once and kept in the policy, whose version changes', async () => {
    const { kept, container } = show(full, { tools });
    choose('What op_17 does', 'cancel');
    expect(container.textContent).toContain('3 tools. What each of them does is known.');
    press('Save tools');
    await waitFor(() => expect(kept().policies[0]).toEqual({ ...full.policies[0], version: TODAY, tools: [{ tool: 'op_17', action: 'cancel' }] }));
  });

  test('a tool may do several things, or nothing that counts', async () => {
    const { kept } = show(full, { tools });
    choose('What op_17 does', 'cancel');
    press('op_17 does more');
    choose('What op_17 does besides', 'refund');
    choose('What search_kb does', 'nothing');
    expect(screen.queryByRole('button', { name: 'search_kb does more' })).toBeNull();
    press('Save tools');
    await waitFor(() =>
      expect(kept().policies[0]!.tools).toEqual([
        { tool: 'op_17', action: 'cancel' },
        { tool: 'op_17', action: 'refund' },
        { tool: 'search_kb', action: 'nothing' },
      ]),
    );
  });

  test('and is taken back', async () => {
    const policies = [{ ...full.policies[0]!, tools: [{ tool: 'op_17', action: 'cancel' }] }];
    const { kept } = show({ ...full, policies }, { tools });
    choose('What op_17 does', '');
    press('Save tools');
    await waitFor(() => expect(kept().policies[0]!.tools).toEqual([]));
  });

  test('the list is filtered by words, and to what is not known', () => {
    show(full, { tools });
    fill(screen.getByLabelText('Filter by name or description'), 'INVOICE');
    expect(listed()).toEqual(['issue_refund']);
    fill(screen.getByLabelText('Filter by name or description'), '');
    fireEvent.click(screen.getByLabelText('Only tools that are not known'));
    expect(listed()).toEqual(['op_17']);
    fill(screen.getByLabelText('Filter by name or description'), 'nothing at all');
    expect(screen.getByText('No tool fits the filter.')).toBeTruthy();
  });

  test('a tool that no log has named yet can be named by hand', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('Name a tool that is not listed'), 'ledger_post');
    press('List it');
    choose('What ledger_post does', 'refund');
    press('Save tools');
    await waitFor(() => expect(kept().policies[0]!.tools).toEqual([{ tool: 'ledger_post', action: 'refund' }]));
  });

  test('of each policy is a list of its own; what was chosen for one is still there after a look at another', () => {
    show({ ...full, policies: [...full.policies, { ...full.policies[0]!, id: 'eu' }] }, { tools });
    const visible = () => screen.getAllByLabelText<HTMLSelectElement>('What op_17 does').find((one) => !one.closest('[hidden]'))!;
    fireEvent.change(visible(), { target: { value: 'cancel' } });
    choose('Kept in the policy', 'eu');
    expect(visible().value).toBe('');
    choose('Kept in the policy', 'main');
    expect(visible().value).toBe('cancel');
  });

  test('what the panel mapped meanwhile is not lost', async () => {
    const { changeElsewhere, kept } = show(full, { tools });
    choose('What op_17 does', 'cancel');
    const panel = { tool: 'search_kb', action: 'nothing' };
    changeElsewhere((now) => ({ ...now, policies: [{ ...now.policies[0]!, tools: [panel] }] }));
    press('Save tools');
    await waitFor(() => expect(kept().policies[0]!.tools).toEqual([panel, { tool: 'op_17', action: 'cancel' }]));
  });

  test('without a policy it is said that one is needed', () => {
    const { container } = show({ ...full, policies: [] }, { tools });
    expect(container.textContent).toContain('What you say of tools is kept in a policy. Add a policy first.');
  });

  test('of a long list the first are shown, the rest when asked for', () => {
    const many = Array.from({ length: 120 }, (_, i) => ({ name: `tool_${String(i).padStart(3, '0')}`, does: [] }));
    show(full, { tools: many });
    expect(listed()).toHaveLength(40);
    press('Show all 120');
    expect(listed()).toHaveLength(120);
  });
});

describe('mappings', () => {
  const all: ToolMapping[] = [
    { tool: 'a', action: 'refund' },
    { tool: 'b', action: 'other', words: ['swap'] },
    { tool: 'a', action: 'cancel' },
  ];

  test('change tool by tool', () => {
    expect(withChanges(all, { a: [{ tool: 'a', action: 'note' }], c: [] })).toEqual([all[1], { tool: 'a', action: 'note' }]);
    expect(withChanges(byTool(all).a!, byTool(all))).toHaveLength(3);
  });

  test('an action is changed in its place, added, or taken out; nothing rules all others out', () => {
    const mapped = byTool(all).a!;
    expect(withAction('a', mapped, 0, 'credit').map(({ action }) => action)).toEqual(['credit', 'cancel']);
    expect(withAction('a', mapped, 2, 'credit').map(({ action }) => action)).toEqual(['refund', 'cancel', 'credit']);
    expect(withAction('a', mapped, 1, '').map(({ action }) => action)).toEqual(['refund']);
    expect(withAction('a', mapped, 1, 'nothing').map(({ action }) => action)).toEqual(['nothing']);
  });

  test('a tool named like a part of every object is a tool like any other', () => {
    const mapped = byTool([{ tool: '__proto__', action: 'refund' }]);
    expect(withChanges([], mapped)).toEqual([{ tool: '__proto__', action: 'refund' }]);
    expect(toolRows([{ name: 'constructor', does: [] }], {}, []).map((row) => [row.name, row.mapped, isUntold(row)])).toEqual([
      ['constructor', [], true],
    ]);
  });
});
