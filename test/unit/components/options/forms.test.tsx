// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { besides, desk, fill, full, item, show } from './show.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('what is wrong', () => {
  const cases: [what: string, label: string, value: string, sentence: string][] = [
    ['an address that is none', 'Address of its API', 'jaeger', 'must be an address such as https://desk.example.com'],
    ['a scheme that is none', 'Address of its API', 'ftp://jaeger.acme.example', 'must begin with https://, or with http:// for this machine'],
    [
      'a key in the address',
      'Address of its API',
      'https://me:key@jaeger.acme.example',
      'must be a plain address: no user name, key or query in it. The key has a field of its own.',
    ],
    ['a blank', 'Attribute that names the conversation', ' ', 'must not be empty'],
    [
      'a name without the ticket',
      'How the log names a ticket',
      'ticket',
      'must hold {id}, where the ticket’s id goes, or {found}, for an id found on the page',
    ],
    ['no number', 'Settling time, in seconds', 'soon', 'must be a number in range, not below 0'],
    ['a pattern that is none', /^Pattern/.source, '(', 'must be a regular expression, such as order[ #]+([A-Z0-9]+)'],
  ];

  test.each(cases)('%s: said beside its field once that is left, and never saved', async (_, label, value, sentence) => {
    const { kept } = show(full);
    const field = item('Log main').getByLabelText(new RegExp(label));
    fill(field, value);
    expect(besides(field)).toBe('');
    fireEvent.blur(field);
    expect(besides(field)).toBe(sentence);
    press('Save log');
    await Promise.resolve();
    expect(document.activeElement).toBe(field);
    expect(kept()).toEqual(full);
    expect((field as HTMLInputElement).value).toBe(value);
  });

  test('a name by {found} without a pattern is said beside the pattern', () => {
    show(full);
    fill(item('Log main').getByLabelText('How the log names a ticket'), '{found}');
    press('Save log');
    expect(besides(item('Log main').getByLabelText(/^Pattern/))).toBe('needs a pattern, since the name holds {found}');
  });

  test('an untouched new form accuses nobody', () => {
    show();
    fireEvent.click(screen.getAllByRole('button', { name: 'Add a helpdesk' })[0]!);
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(0);
    press('Save helpdesk');
    const card = item('New helpdesk');
    expect(besides(card.getByLabelText('Address'))).toBe('must be an address such as https://desk.example.com');
    expect(besides(card.getByLabelText('Log'))).toBe('must not be empty');
  });

  test('an address of another product is refused', () => {
    show(full);
    const field = item('Helpdesk https://acme.zendesk.com').getByLabelText('Address');
    fill(field, 'https://acme.example');
    fireEvent.blur(field);
    expect(besides(field)).toBe('must be an address on zendesk.com');
  });

  test('a header that the browser sets is refused in its own row', () => {
    show(full);
    press('Add a header');
    fill(screen.getByLabelText('Header 1', { selector: 'input' }), 'Cookie');
    press('Save log');
    expect(besides(screen.getByLabelText('Header 1', { selector: 'input' }))).toMatch(/^must be the name of a header/);
  });

  test('in one part keeps no other part from being saved', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('At most'), 'plenty');
    fill(item('Log main').getByLabelText('Address of its API'), 'https://other.acme.example');
    press('Save policy');
    press('Save log');
    await waitFor(() => expect(kept().logs[0]!.url).toBe('https://other.acme.example'));
    expect(kept().policies).toEqual(full.policies);
    expect(screen.getByLabelText<HTMLInputElement>('At most').value).toBe('plenty');
  });

  test('with what is stored already keeps nothing else from being saved', async () => {
    const gone = { ...full, helpdesks: [{ ...desk, helpdesk: 'bygone', url: 'https://desk.acme.example' }] };
    const { kept } = show(gone);
    fill(screen.getByLabelText('Your name'), 'Mia Lund');
    press('Save name');
    await waitFor(() => expect(kept()).toEqual({ ...gone, reviewer: 'Mia Lund' }));
  });
});

describe('what is not saved', () => {
  const unsaved = () => screen.getByRole('navigation').querySelector('.unsaved-list')?.textContent ?? '';

  /** Whether the page asks before it is left. */
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test('is seen, and asked about before the page is left', () => {
    show(full);
    expect([unsaved(), leave()]).toEqual(['', false]);
    fill(screen.getByLabelText('At most'), '75');
    expect([unsaved(), leave()]).toEqual(['Not saved yet: Policy main', true]);
    fill(screen.getByLabelText('At most'), '50');
    expect([unsaved(), leave()]).toEqual(['', false]);
  });

  test('is asked about as soon as it is typed, before anything is painted', async () => {
    show(full);
    const field = screen.getByLabelText<HTMLInputElement>('At most');
    // Without the testing library, which would run what waits for the next frame.
    field.value = '75';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    for (let microtasks = 5; microtasks > 0; microtasks -= 1) await null;
    expect(leave()).toBe(true);
  });

  test('can be discarded', () => {
    show(full);
    fill(screen.getByLabelText('At most'), '75');
    press('Discard changes');
    expect(screen.getByLabelText<HTMLInputElement>('At most').value).toBe('50');
    expect(unsaved()).toBe('');
  });

  test('stays when somebody else changes the rest, and takes nothing of it back', async () => {
    const { changeElsewhere, kept } = show(full);
    fill(item('Helpdesk https://acme.zendesk.com').getByLabelText('Address'), 'https://acme-eu.zendesk.com');
    changeElsewhere((now) => ({ ...now, helpdesks: [{ ...desk, agents: ['Harbor Assist', 'Harbor Mail'] }] }));
    await screen.findByText('AI agent: Harbor Mail');
    press('Save helpdesk');
    await waitFor(() =>
      expect(kept().helpdesks).toEqual([{ ...desk, url: 'https://acme-eu.zendesk.com', agents: ['Harbor Assist', 'Harbor Mail'] }]),
    );
  });

  test('is kept where it was typed while a save was under way', async () => {
    let finish: () => void = () => undefined;
    show(full, { save: () => new Promise((done) => (finish = () => done([]))) });
    fill(screen.getByLabelText('At most'), '75');
    press('Save policy');
    fill(screen.getByLabelText('Currency', { selector: '#policies input' }), 'EUR');
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save policy' }).disabled).toBe(true));
    finish();
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save policy' }).disabled).toBe(false));
    expect(screen.getByLabelText<HTMLInputElement>('Currency', { selector: '#policies input' }).value).toBe('EUR');
    expect(unsaved()).toBe('Not saved yet: Policy main');
  });

  test('a save that fails says so and loses nothing', async () => {
    show(full, {
      save: async () => {
        throw new Error('nobody answered');
      },
    });
    fill(screen.getByLabelText('At most'), '75');
    press('Save policy');
    expect(await screen.findByText('That did not work: nobody answered')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('At most').value).toBe('75');
  });
});
