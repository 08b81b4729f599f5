/** Renders the panel around a record or a state, with spies for what the reviewer does. */
import { act, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { Panel } from '../../../components/Panel.tsx';
import type { Desk, PanelActions, PanelView, Reviewing } from '../../../components/view.ts';
import { WordsContext } from '../../../components/words.ts';
import type { AuditRecord, ClaimFinding, Decision, TicketState } from '../../../lib/model.ts';
import { view } from './records.ts';
import { english } from './words.ts';

export const desk: Desk = {
  agents: [],
  people: [],
  tools: [],
  ticketUrl: 'https://harborworks.zendesk.com/agent/tickets/4127',
  log: { host: 'jaeger.example', origin: 'https://jaeger.example/*' },
};

const reviewing: Reviewing = {
  reviewer: 'Mia Lund',
  gate: 'hold',
  holdMoneyAbove: null,
  sourceLabels: { jaeger: 'OpenTelemetry / Jaeger' },
  desk,
  about: { version: '0.1.0', browser: 'Browser/1', storage: { used: 1_000, quota: 2_000 } },
  workerSilent: false,
};

export function show(of: AuditRecord | PanelView, over: Partial<TicketState> = {}, by: Partial<Reviewing> = {}) {
  const done = () => vi.fn(async () => {});
  const actions = {
    audit: done(),
    show: done(),
    decide: done(),
    author: done(),
    mapTool: done(),
    closeAnyway: done(),
    exportTrail: vi.fn<PanelActions['exportTrail']>(async () => {}),
    previewExport: vi.fn<PanelActions['previewExport']>(async () => ({
      taken: [{ kind: 'email', text: 'dana@customer.example', times: 2 }],
      messages: [{ author: '[name]', text: 'Write to [email].' }],
    })),
    copy: vi.fn<PanelActions['copy']>(async () => {}),
    grant: done(),
    openOptions: done(),
    reloadPage: done(),
    restartPanel: done(),
  } satisfies PanelActions;
  const shown: PanelView = 'kind' in of ? of : { kind: 'ticket', ticket: view(of, over) };
  const { container } = render(
    <WordsContext.Provider value={english}>
      <Panel view={shown} reviewing={{ ...reviewing, ...by }} actions={actions} />
    </WordsContext.Provider>,
  );
  return { container, actions, text: container.textContent };
}

/** Opens a fold as a click on its summary does. */
export function open(fold: HTMLDetailsElement): void {
  act(() => {
    fold.open = true;
    fold.dispatchEvent(new Event('toggle'));
  });
}

/** The card of the finding whose quote begins like this. */
export const card = (quote: string) => screen.getByRole('article', { name: new RegExp(quote.replaceAll(/\W/g, '.')) });
export const decisionOn = (of: ClaimFinding, kind: Decision['kind']): Decision => ({
  findingId: of.id,
  kind,
  reason: 'Looked in Stripe: nothing there.',
  reviewer: 'Mia Lund',
  at: '2026-10-01T10:40:00.000Z',
  on: { verdict: of.verdict, reason: of.reason, calls: of.calls },
});
