// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Options, type OptionsProps } from '../../../components/Options.tsx';
import { WordsContext } from '../../../components/words.ts';
import { english } from './words.ts';

afterEach(cleanup);

function show(over: Partial<OptionsProps> = {}) {
  const logs = [{ id: 'main', source: 'otel-jaeger', url: 'http://127.0.0.1:16686' }];
  const props: OptionsProps = {
    file: { onImport: async () => [], onExport: async () => {} },
    inUse: { helpdesks: [{ helpdesk: 'zendesk', host: 'acme.zendesk.com', log: 'main' }], logs, agents: [] },
    access: { hosts: [], onGrant: async () => true },
    keys: { logs, set: [], onKey: async () => {} },
    reviewer: { name: '', onName: async () => {} },
    gate: { mode: 'hold', onMode: async () => {} },
    ...over,
  };
  const { container } = render(
    <WordsContext.Provider value={english}>
      <Options {...props} />
    </WordsContext.Provider>,
  );
  return container;
}

const choose = (name: string, text: string) => {
  const input = screen.getByLabelText('Import settings');
  Object.defineProperty(input, 'files', { value: [new File([text], name)], configurable: true });
  fireEvent.change(input);
};

describe('a settings file', () => {
  test('is handed over as text, and its success is said', async () => {
    const onImport = vi.fn(async () => []);
    show({ file: { onImport, onExport: async () => {} } });
    choose('team.json', '{"version":1}');
    expect(await screen.findByText('Settings imported from team.json.')).toBeTruthy();
    expect(onImport).toHaveBeenCalledWith('{"version":1}');
  });

  test('that is wrong is answered sentence by sentence beside the field', async () => {
    const errors = ['logs.0.url: must be an address', 'helpdesks.0.log: there is no log "eu"'];
    show({ file: { onImport: async () => errors, onExport: async () => {} } });
    choose('team.json', '{}');
    expect(await screen.findByText('team.json was not imported:')).toBeTruthy();
    for (const error of errors) expect(screen.getByText(error)).toBeTruthy();
    expect(screen.getByLabelText('Import settings').getAttribute('aria-invalid')).toBe('true');
  });

  test('can be exported', async () => {
    const onExport = vi.fn(async () => {});
    show({ file: { onImport: async () => [], onExport } });
    fireEvent.click(screen.getByRole('button', { name: 'Export settings' }));
    await waitFor(() => expect(onExport).toHaveBeenCalledOnce());
  });
});

test('what is in use is listed', () => {
  const { textContent } = show();
  expect(textContent).toContain('acme.zendesk.com (zendesk) reads the log main');
  expect(textContent).toContain('main (otel-jaeger) at http://127.0.0.1:16686');
  expect(textContent).toContain('Agents named by the teamnone');
});

describe('access to hosts', () => {
  const hosts = [
    { pattern: 'https://acme.zendesk.com/*', granted: true },
    { pattern: 'http://127.0.0.1/*', granted: false },
  ];

  test('only what is not granted has a button', () => {
    show({ access: { hosts, onGrant: async () => true } });
    expect(screen.getAllByRole('button', { name: /^Grant/ }).map((button) => button.getAttribute('aria-label'))).toEqual([
      'Grant http://127.0.0.1/*',
    ]);
    expect(screen.getByText('Granted')).toBeTruthy();
  });

  test('is asked for within the click itself', () => {
    const onGrant = vi.fn(async () => true);
    show({ access: { hosts, onGrant } });
    screen.getByRole('button', { name: /^Grant/ }).click();
    expect(onGrant).toHaveBeenCalledWith('http://127.0.0.1/*');
  });

  test('that was refused is said', async () => {
    show({ access: { hosts, onGrant: async () => false } });
    fireEvent.click(screen.getByRole('button', { name: /^Grant/ }));
    expect(await screen.findByText('The browser did not grant http://127.0.0.1/*.')).toBeTruthy();
  });
});

describe('keys', () => {
  const logs = [{ id: 'main' }, { id: 'eu' }];

  test('the page shows that a key is set and has no way to show which', () => {
    show({ keys: { logs, set: ['main'], onKey: async () => {} } });
    expect(screen.getAllByText(/^(A key is set|No key is set)$/).map((state) => state.textContent)).toEqual(['A key is set', 'No key is set']);
    expect(screen.getByLabelText<HTMLInputElement>('Key for main').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>('Key for main').type).toBe('password');
  });

  test('a key is sent for its log, and the field is emptied', async () => {
    const onKey = vi.fn(async () => {});
    show({ keys: { logs, set: [], onKey } });
    const field = screen.getByLabelText<HTMLInputElement>('Key for eu');
    fireEvent.input(field, { target: { value: ' secret ' } });
    fireEvent.submit(field.form!);
    await waitFor(() => expect(onKey).toHaveBeenCalledWith('eu', 'secret'));
    await waitFor(() => expect(field.value).toBe(''));
  });

  test('a key that was not taken over stays in its field', async () => {
    const onKey = vi.fn(async () => {
      throw new Error('nobody answered');
    });
    show({ keys: { logs, set: [], onKey } });
    const field = screen.getByLabelText<HTMLInputElement>('Key for eu');
    fireEvent.input(field, { target: { value: 'secret' } });
    fireEvent.submit(field.form!);
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: nobody answered');
    expect(field.value).toBe('secret');
  });

  test('a key is removed by an empty one', async () => {
    const onKey = vi.fn(async () => {});
    show({ keys: { logs, set: ['eu'], onKey } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove key' }));
    await waitFor(() => expect(onKey).toHaveBeenCalledWith('eu', ''));
  });
});

test('the reviewer’s name is saved, and that is said', async () => {
  const onName = vi.fn(async () => {});
  show({ reviewer: { name: 'Mia', onName } });
  fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'Mia Lund ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
  expect(await screen.findByText('Saved.')).toBeTruthy();
  expect(onName).toHaveBeenCalledWith('Mia Lund');
});

test('the close gate has its three modes', async () => {
  const onMode = vi.fn(async () => {});
  show({ gate: { mode: 'hold', onMode } });
  expect(screen.getAllByRole<HTMLInputElement>('radio').map((one) => [one.value, one.checked])).toEqual([
    ['hold', true],
    ['watch', false],
    ['off', false],
  ]);
  fireEvent.click(screen.getByRole('radio', { name: /^Watch/ }));
  await waitFor(() => expect(onMode).toHaveBeenCalledWith('watch'));
});
