// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { card, show } from './show.tsx';
import { honest, noClaim, story } from './tickets.ts';

afterEach(cleanup);

const press = (key: string, over: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...over });
const here = () => document.activeElement?.querySelector('h3')?.textContent;

describe('moving', () => {
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

  test('findings in a closed fold are passed over', () => {
    show(honest);
    press('j');
    expect(document.activeElement).toBe(document.body);
  });

  test('after a decision, or without one, the reader is back on the finding', async () => {
    show(story);
    const finding = card('escalated to AE');
    const confirm = () => fireEvent.click(within(finding).getByRole('button', { name: 'Confirm' }));
    confirm();
    fireEvent.keyDown(screen.getByLabelText(/^Why/), { key: 'Escape' });
    expect(document.activeElement).toBe(finding);
    confirm();
    fireEvent.input(screen.getByLabelText(/^Why/), { target: { value: 'Seen.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save decision' }));
    await waitFor(() => expect(document.activeElement).toBe(finding));
  });

  test('Escape leaves the reasons for a dismissal', () => {
    show(story);
    const finding = card('escalated to AE');
    fireEvent.click(within(finding).getByRole('button', { name: 'Dismiss' }));
    expect(document.activeElement?.textContent).toBe('Not a claim');
    press('Escape');
    expect(document.activeElement).toBe(finding);
    expect(screen.queryByRole('button', { name: 'Not a claim' })).toBeNull();
  });
});

describe('on the finding where the reader is', () => {
  test.each(['s', 'Enter'])('%s shows it on the page', async (key) => {
    const { actions } = show(story);
    press('j');
    press('j');
    press(key);
    await waitFor(() => expect(actions.show).toHaveBeenCalledWith(story.claims[1]));
  });

  test('c copies it', async () => {
    const { actions } = show(story);
    press('j');
    press('c');
    await waitFor(() => expect(actions.copy).toHaveBeenCalledOnce());
    expect(actions.copy.mock.calls[0]![0]).toContain('refunded $48');
  });

  test('also where a button of the finding has the focus', async () => {
    const { actions } = show(story);
    within(card('escalated to AE')).getByRole('button', { name: 'Confirm' }).focus();
    press('c');
    await waitFor(() => expect(actions.copy.mock.calls[0]?.[0]).toContain('escalated to AE'));
  });

  test('Enter on a button is the button’s', () => {
    const { actions } = show(story);
    within(card('escalated to AE')).getByRole('button', { name: 'Confirm' }).focus();
    press('Enter');
    expect(actions.show).not.toHaveBeenCalled();
  });

  test('nothing is shown or copied from outside of the findings', () => {
    const { actions } = show(story);
    press('c');
    press('s');
    expect(actions.copy).not.toHaveBeenCalled();
    expect(actions.show).not.toHaveBeenCalled();
  });
});

describe('where the reader writes, keys are letters', () => {
  test.each(['j', 'c', 's', '?'])('%s', (key) => {
    const { actions } = show(story);
    press('j');
    fireEvent.click(within(card('refunded $48')).getByRole('button', { name: 'Confirm' }));
    const reason = screen.getByLabelText(/^Why/);
    reason.focus();
    expect(press(key)).toBe(true);
    expect(document.activeElement).toBe(reason);
    expect(actions.copy).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Keys' }).getAttribute('aria-expanded')).toBe('false');
  });

  test('and with a modifier they are the browser’s', () => {
    const { actions } = show(story);
    press('j');
    press('c', { ctrlKey: true });
    press('c', { metaKey: true });
    expect(actions.copy).not.toHaveBeenCalled();
  });

  test('Ctrl+Enter saves what was written', async () => {
    const { actions } = show(story);
    fireEvent.click(within(card('refunded $48')).getByRole('button', { name: 'Confirm' }));
    fireEvent.keyDown(screen.getByLabelText(/^Why/), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(actions.decide).toHaveBeenCalledOnce());
  });
});

describe('? shows the keys', () => {
  test('and hides them again', () => {
    show(story);
    press('?');
    expect(screen.getByText('Next finding')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Keys' }).getAttribute('aria-expanded')).toBe('true');
    press('?');
    expect(screen.getByRole('button', { name: 'Keys' }).getAttribute('aria-expanded')).toBe('false');
  });

  test('which are those that work', () => {
    const { container } = show(story);
    const listed = [...container.querySelectorAll('kbd')].map((one) => one.textContent);
    const working = [...container.querySelectorAll('[aria-keyshortcuts]')].flatMap((one) => one.getAttribute('aria-keyshortcuts')!.split(' '));
    expect([...new Set(listed)].sort()).toEqual([...new Set(['j', 'k', '↓', '↑', ...working])].sort());
  });

  test('where there is a finding to move to', () => {
    show(noClaim);
    expect(screen.queryByRole('button', { name: 'Keys' })).toBeNull();
  });
});

describe('a finding that was copied says so', () => {
  test('to the eye and to the ear', async () => {
    show(story);
    const of = within(card('refunded $48'));
    fireEvent.click(of.getByRole('button', { name: 'Copy the finding' }));
    await waitFor(() => expect(of.getByRole('status').textContent).toBe('Copied'));
    expect(of.getByRole('button', { name: 'Copy the finding' }).textContent).toBe('Copied');
  });

  test('and one that could not be, too', async () => {
    const { actions } = show(story);
    actions.copy.mockRejectedValue(new Error('Write permission denied.'));
    fireEvent.click(within(card('refunded $48')).getByRole('button', { name: 'Copy the finding' }));
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: Write permission denied.');
  });
});
