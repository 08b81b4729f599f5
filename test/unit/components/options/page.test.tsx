// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaults, exportSettings } from '../../../../lib/settings-schema.ts';
import { fill, full, item, log, show } from './show.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the way from nothing', () => {
  const steps = () => within(screen.getByRole('region', { name: 'Set up Deskcheck' }));
  const current = () => document.querySelector('[aria-current="step"] h3')?.textContent;

  test('leads through log, helpdesk, AI and policy, one after the other', async () => {
    const { changeElsewhere } = show();
    expect(current()).toBe('1. The tool-call log');
    changeElsewhere((now) => ({ ...now, logs: full.logs }));
    await waitFor(() => expect(current()).toBe('2. The helpdesk'));
    changeElsewhere((now) => ({ ...now, helpdesks: [{ ...full.helpdesks[0]!, agents: [] }] }));
    await waitFor(() => expect(current()).toBe('3. Who is the AI'));
    changeElsewhere((now) => ({ ...now, helpdesks: full.helpdesks }));
    await waitFor(() => expect(current()).toBe('4. The policy'));
    changeElsewhere((now) => ({ ...now, policies: full.policies }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Set up Deskcheck' })).toBeNull());
  });

  test('opens the form of its step, with the focus in it', async () => {
    show();
    fireEvent.click(steps().getByRole('button', { name: 'Add a log' }));
    await waitFor(() => expect(document.activeElement).toBe(item('New log').getByLabelText('Name')));
  });

  test('opens the helpdesk to name its AI agent', async () => {
    show({ ...full, helpdesks: [{ ...full.helpdesks[0]!, agents: [] }], policies: [] });
    fireEvent.click(steps().getByRole('button', { name: 'Name it' }));
    const details = screen.getByRole('article', { name: /^Helpdesk/ }).querySelector('details');
    await waitFor(() => expect(details?.open).toBe(true));
  });

  test('a new item that was never saved can be taken back', () => {
    show();
    fireEvent.click(steps().getByRole('button', { name: 'Add a policy' }));
    fireEvent.click(item('New policy').getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('article')).toBeNull();
  });
});

describe('access to hosts', () => {
  const hosts = [
    { pattern: 'https://acme.zendesk.com/*', granted: true },
    { pattern: 'https://jaeger.acme.example/*', granted: false },
  ];
  const notice = () => within(screen.getByRole('region', { name: /access/i }));

  test('what is not granted stands first on the page, with a button each', () => {
    show(full, { hosts });
    expect(
      notice()
        .getAllByRole('button')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Grant https://jaeger.acme.example/*']);
    expect(notice().getByRole('listitem').textContent).toContain('cannot be read until you grant it');
  });

  test('nothing is said where all is granted', () => {
    show(full, { hosts: hosts.map((one) => ({ ...one, granted: true })) });
    expect(screen.queryByRole('region', { name: /access/i })).toBeNull();
    expect(item('Log main').getByText('Access granted')).toBeTruthy();
  });

  test('is asked for within the click itself, also beside the log', () => {
    const { grant } = show(full, { hosts });
    screen.getByRole('button', { name: 'Grant https://jaeger.acme.example/*' }).click();
    expect(grant).toHaveBeenLastCalledWith('https://jaeger.acme.example/*');
    item('Log main').getByRole('button', { name: 'Grant access to https://jaeger.acme.example' }).click();
    expect(grant).toHaveBeenCalledTimes(2);
  });

  test('that was refused is said', async () => {
    show(full, { hosts, grant: async () => false });
    press('Grant https://jaeger.acme.example/*');
    expect(await screen.findByText('The browser did not grant https://jaeger.acme.example/*.')).toBeTruthy();
  });
});

describe('keys', () => {
  const two = {
    ...full,
    logs: [
      { ...log, headers: ['CF-Access-Client-Id'] },
      { ...log, id: 'eu' },
    ],
  };

  test('the page shows that a key is set and has no way to show which', () => {
    show(two, { keys: [{ log: 'main', header: null }] });
    expect(item('Log main').getByText('A key is set')).toBeTruthy();
    expect(item('Log eu').getByText('No key is set')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Key for main').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Key for main').type).toBe('password');
  });

  test('a key is sent for its log, and the field is emptied', async () => {
    const { setKey } = show(two);
    const field = screen.getByLabelText<HTMLInputElement>('Key for eu');
    fill(field, ' secret ');
    fireEvent.submit(field.form!);
    await waitFor(() => expect(setKey).toHaveBeenCalledWith('eu', null, 'secret'));
    await waitFor(() => expect(field.value).toBe(''));
  });

  test('the value of a header goes the same way', async () => {
    const { setKey } = show(two, { keys: [{ log: 'main', header: 'CF-Access-Client-Id' }] });
    expect(item('Log main').getByText('A value is set')).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Value of CF-Access-Client-Id for main');
    fill(field, 'abc');
    fireEvent.submit(field.form!);
    await waitFor(() => expect(setKey).toHaveBeenCalledWith('main', 'CF-Access-Client-Id', 'abc'));
  });

  test('a key that was not taken over stays in its field', async () => {
    show(two, {
      setKey: async () => {
        throw new Error('nobody answered');
      },
    });
    const field = screen.getByLabelText<HTMLInputElement>('Key for eu');
    fill(field, 'secret');
    fireEvent.submit(field.form!);
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: nobody answered');
    expect(field.value).toBe('secret');
  });

  test('a key is removed by an empty one', async () => {
    const { setKey } = show(two, { keys: [{ log: 'eu', header: null }] });
    press('Remove key');
    await waitFor(() => expect(setKey).toHaveBeenCalledWith('eu', null, ''));
  });
});

describe('a settings file', () => {
  const choose = (text: string) => {
    const input = screen.getByLabelText('Import settings');
    Object.defineProperty(input, 'files', { value: [new File([text], 'team.json')], configurable: true });
    fireEvent.change(input);
  };

  test('is taken over at once where nothing is set up, and what was taken is said', async () => {
    const { kept } = show();
    choose(exportSettings(full));
    expect(await screen.findByText('Settings imported from team.json.')).toBeTruthy();
    expect([...document.querySelectorAll('.changes > li')].map((one) => one.textContent?.trim())).toEqual([
      'New: helpdesk https://acme.zendesk.com',
      'New: log main',
      'New: policy main',
    ]);
    expect(kept()).toEqual(full);
  });

  test('that would replace something shows what, and waits', async () => {
    const { kept } = show(full);
    const other = { ...full, gate: 'watch' as const, logs: [{ ...log, url: 'https://other.acme.example' }], policies: [] };
    choose(exportSettings(other));
    expect(await screen.findByText('team.json is not taken over yet. It would change:')).toBeTruthy();
    const lines = [...document.querySelectorAll('.changes > li')].map((one) => one.textContent?.trim());
    expect(lines).toEqual([
      'Changed: log mainurl https://jaeger.acme.example → https://other.acme.example',
      'Removed: policy main',
      'Changed: Close gate  hold → watch',
    ]);
    expect(kept()).toEqual(full);
    press('Take it over');
    await screen.findByText('Settings imported from team.json.');
    expect(kept()).toEqual(other);
  });

  test('can be left alone', async () => {
    const { kept } = show(full);
    choose(exportSettings({ ...full, gate: 'off' }));
    await screen.findByText(/not taken over yet/);
    press('Leave everything as it is');
    expect(document.querySelector('.changes')).toBeNull();
    expect(kept()).toEqual(full);
  });

  test('that holds what is set up already says so', async () => {
    show(full);
    choose(exportSettings(full));
    expect(await screen.findByText('team.json holds exactly what is set up already.')).toBeTruthy();
  });

  test('names no reviewer: the name that was given here stays', async () => {
    const { kept } = show({ ...defaults, reviewer: 'Mia Lund' });
    choose(exportSettings(full));
    await screen.findByText('Settings imported from team.json.');
    expect(kept().reviewer).toBe('Mia Lund');
  });

  test('that is wrong is answered sentence by sentence, and changes nothing', async () => {
    const { kept } = show(full);
    choose(JSON.stringify({ ...full, logs: [{ ...log, url: 'jaeger' }] }));
    expect(await screen.findByText('team.json was not imported:')).toBeTruthy();
    expect(screen.getByText('logs.0.url: must be an address such as https://desk.example.com')).toBeTruthy();
    expect(screen.getByLabelText('Import settings').getAttribute('aria-invalid')).toBe('true');
    expect(kept()).toEqual(full);
  });

  test('can be exported', async () => {
    const { exportFile } = show(full);
    press('Export settings');
    await waitFor(() => expect(exportFile).toHaveBeenCalledOnce());
  });
});

test('settings that cannot be read are said, and can be kept before they are replaced', async () => {
  const { exportUnread, container } = show(defaults, { unread: [{ field: 'policies', id: 'shape', values: ['Array', 'Object'] }] });
  expect(container.textContent).toContain('The stored settings cannot be read');
  expect(container.textContent).toContain('policies expected Array, found Object');
  press('Export what is stored');
  await waitFor(() => expect(exportUnread).toHaveBeenCalledOnce());
});

test('the reviewer’s name is saved, and that is said', async () => {
  const { kept } = show({ ...full, reviewer: 'Mia' });
  fill(screen.getByLabelText('Your name'), 'Mia Lund ');
  press('Save name');
  expect(await screen.findByText('Saved.')).toBeTruthy();
  expect(kept().reviewer).toBe('Mia Lund');
});

describe('the close gate', () => {
  test('has its three modes', async () => {
    const { kept } = show(full);
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((one) => [one.value, one.checked])).toEqual([
      ['hold', true],
      ['watch', false],
      ['off', false],
    ]);
    fireEvent.click(screen.getByRole('radio', { name: /^Watch/ }));
    await waitFor(() => expect(kept().gate).toBe('watch'));
  });

  test('holds money that cannot be verified above an amount, and none of it where that is empty', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('Hold claims above'), '100');
    press('Save amount');
    await waitFor(() => expect(kept().holdMoneyAbove).toEqual({ amount: 100, currency: 'USD' }));
    fill(screen.getByLabelText('Hold claims above'), '');
    press('Save amount');
    await waitFor(() => expect(kept().holdMoneyAbove).toBeNull());
  });

  test('refuses a currency that is none', async () => {
    const { kept } = show(full);
    fill(screen.getByLabelText('Hold claims above'), '100');
    fill(screen.getByLabelText('Currency', { selector: '#gate input' }), 'dollars');
    press('Save amount');
    await Promise.resolve();
    expect(screen.getByText('must be a three-letter currency such as USD')).toBeTruthy();
    expect(kept().holdMoneyAbove).toBeNull();
  });
});

test('every part of the page has its place in the navigation', () => {
  const { container } = show(full);
  const targets = [...screen.getByRole('navigation').querySelectorAll('a')].map((one) => one.getAttribute('href')!.slice(1));
  expect(targets).toEqual([...container.querySelectorAll('main > section[id]')].map((one) => one.id));
});

test('nothing that was typed is sent anywhere before it is saved', () => {
  const save = vi.fn(async () => []);
  const { setKey, tryLog, grant } = show(full, { save });
  fill(screen.getByLabelText('Key for main'), 'secret');
  fill(screen.getByLabelText('At most'), '75');
  expect([save, setKey, tryLog, grant].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0]);
});
