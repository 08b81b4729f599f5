/** Renders the options page over settings that are really checked and kept, as the page itself does, with spies for the rest. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { vi } from 'vitest';
import { Options } from '../../../../components/Options.tsx';
import { checkChange } from '../../../../components/options/check.ts';
import type { Setup } from '../../../../components/options/setup.ts';
import { WordsContext } from '../../../../components/words.ts';
import { actions } from '../../../../lib/actions/index.ts';
import { helpdesks } from '../../../../lib/helpdesks/meta.ts';
import { type DeskConfig, defaults, type Settings } from '../../../../lib/settings-schema.ts';
import { sourceMetas } from '../../../../lib/sources/meta.ts';
import type { LogConfig } from '../../../../lib/sources/source.ts';
import { english } from '../words.ts';

export const TODAY = '2026-11-23';

export const log: LogConfig = {
  id: 'main',
  source: 'otel-jaeger',
  url: 'https://jaeger.acme.example',
  attribute: 'gen_ai.conversation.id',
  conversation: 'zendesk:{id}',
  headers: [],
  settlingSeconds: 60,
};

export const desk: DeskConfig = {
  helpdesk: 'zendesk',
  url: 'https://acme.zendesk.com',
  log: 'main',
  policy: 'main',
  agents: ['Harbor Assist'],
  people: [],
  others: 'ask',
};

export const full: Settings = {
  ...defaults,
  helpdesks: [desk],
  logs: [log],
  policies: [
    {
      id: 'main',
      version: '2026-10-01',
      limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' }],
      destinations: [{ name: 'Account executive', aliases: ['AE'], kind: 'person', acceptsFromAi: true }],
      tools: [],
    },
  ],
};

export function show(settings: Settings = defaults, over: Partial<Setup> = {}) {
  const state = { settings };
  const spies = {
    grant: vi.fn(async (_pattern: string) => true),
    setKey: vi.fn(async (_log: string, _header: string | null, _key: string) => {}),
    tryLog: vi.fn<Setup['tryLog']>(),
    persist: vi.fn(async () => {}),
    copy: vi.fn(async (_text: string) => {}),
    findKept: vi.fn<Setup['findKept']>(async () => []),
    erase: vi.fn(async () => {}),
    exportFile: vi.fn(async () => {}),
    exportUnread: vi.fn(async () => {}),
  };
  let again: (settings: Settings) => void = () => undefined;
  /** As the panel or another window changes them. */
  const changeElsewhere = (change: (now: Settings) => Settings) => {
    state.settings = change(state.settings);
    again(state.settings);
  };
  const known = { helpdesks, sources: sourceMetas.map(({ id }) => id), actions: actions.map(({ id }) => id) };
  function Page() {
    const [now, setNow] = useState(settings);
    again = setNow;
    const setup: Setup = {
      settings: now,
      managed: false,
      unread: [],
      known,
      sources: sourceMetas,
      helpdesks,
      actions,
      hosts: [],
      trail: { fingerprint: 'f'.repeat(43), tickets: 12, events: 340, storage: { used: 2_400_000, quota: 10_000_000_000 }, persisted: true },
      keys: [],
      tools: [],
      tickets: [],
      today: TODAY,
      async save(change) {
        const checked = checkChange(state.settings, change(state.settings), known);
        if ('problems' in checked) return checked.problems;
        changeElsewhere(() => checked.settings);
        return [];
      },
      ...spies,
      ...over,
    };
    return (
      <WordsContext.Provider value={english}>
        <Options setup={setup} />
      </WordsContext.Provider>
    );
  }
  const { container } = render(<Page />);
  return { container, ...spies, changeElsewhere, kept: () => state.settings };
}

/** The card of one helpdesk, log or policy. */
export const item = (name: string) => within(screen.getByRole('article', { name }));

export const fill = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

/** What stands beside a field as wrong. */
export function besides(field: HTMLElement): string {
  if (field.getAttribute('aria-invalid') !== 'true') return '';
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').find((text) => text !== '') ?? '';
}
