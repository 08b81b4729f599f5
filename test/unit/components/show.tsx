/** Renders the panel around a record or a state, with spies for what the reviewer does. */
import { render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { Panel } from '../../../components/Panel.tsx';
import type { PanelActions, PanelView, Reviewing } from '../../../components/view.ts';
import { WordsContext } from '../../../components/words.ts';
import type { AuditRecord, ClaimFinding, Decision, TicketState } from '../../../lib/model.ts';
import { view } from './records.ts';
import { english } from './words.ts';

const reviewing: Reviewing = { reviewer: 'Mia Lund', gate: 'hold', sourceLabels: { jaeger: 'OpenTelemetry / Jaeger' } };

export function show(of: AuditRecord | PanelView, over: Partial<TicketState> = {}, by: Partial<Reviewing> = {}) {
  const done = () => vi.fn(async () => {});
  const actions = {
    audit: done(),
    show: done(),
    decide: done(),
    closeAnyway: done(),
    exportTrail: done(),
    openOptions: done(),
  } satisfies PanelActions;
  const shown: PanelView = 'kind' in of ? of : { kind: 'ticket', ticket: view(of, over) };
  const { container } = render(
    <WordsContext.Provider value={english}>
      <Panel view={shown} reviewing={{ ...reviewing, ...by }} actions={actions} />
    </WordsContext.Provider>,
  );
  return { container, actions, text: container.textContent };
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
