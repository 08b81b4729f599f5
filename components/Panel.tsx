/** The side panel: what was found on the ticket of this tab, and the states in which nothing can be said yet. */

import type { ComponentChildren } from 'preact';
import { colourOf } from '../lib/colour.ts';
import type { TicketState } from '../lib/model.ts';
import { CloseAnyway } from './CloseAnyway.tsx';
import { CoverageNote } from './CoverageNote.tsx';
import { DecisionNote } from './Decide.tsx';
import { FindingList } from './FindingList.tsx';
import { Recording } from './Recording.tsx';
import { Summary } from './Summary.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import { useTask } from './task.ts';
import type { PanelActions, PanelView, Reviewing } from './view.ts';
import { useWords } from './words.ts';

export interface PanelProps {
  view: PanelView;
  reviewing: Reviewing;
  actions: PanelActions;
}

export function Panel({ view, reviewing, actions }: PanelProps) {
  const { t } = useWords();
  return (
    <main class="panel" aria-label={t('panel_label')}>
      {view.kind === 'waiting' && <Plain title={t('state_waiting')} />}
      {view.kind === 'no-ticket' && (
        <Plain title={t('state_no_ticket')} hint={t('state_no_ticket_hint')}>
          <button type="button" onClick={() => void actions.openOptions()}>
            {t('open_options')}
          </button>
        </Plain>
      )}
      {view.kind === 'error' && (
        <Plain title={t('state_error')} hint={t('state_error_hint')}>
          <p class="words-of-log" role="alert">
            {view.message}
          </p>
        </Plain>
      )}
      {view.kind === 'ticket' && <Ticket ticket={view.ticket} reviewing={reviewing} actions={actions} />}
    </main>
  );
}

function Plain({ title, hint, children }: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="plain" role="status">
      <h1>{title}</h1>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

function Ticket({ ticket, reviewing, actions }: { ticket: TicketState; reviewing: Reviewing; actions: PanelActions }) {
  const { t } = useWords();
  const { page, record, decisions, lapsed } = ticket;
  const task = useTask();
  if (!page) return <Plain title={t('state_reading')} />;
  const decided = new Set(decisions.map((decision) => decision.findingId));
  const held = reviewing.gate === 'hold' && record?.findings.some((finding) => colourOf(finding) === 'red' && !decided.has(finding.id));
  const gone = lapsed.filter((decision) => !record?.findings.some((finding) => finding.id === decision.findingId));
  return (
    <>
      <TicketHeader page={page} record={record} />
      <Summary ticket={ticket} />
      <div class="buttons">
        <button type="button" disabled={task.busy || ticket.auditing} onClick={() => void task.run(actions.audit)}>
          {t('audit_again')}
        </button>
        {record && (
          <button type="button" disabled={task.busy} onClick={() => void task.run(actions.exportTrail)}>
            {t('export_json')}
          </button>
        )}
      </div>
      {task.failure && (
        <p class="wrong" role="alert">
          {task.failure}
        </p>
      )}
      {record && (
        <>
          <CoverageNote ticket={ticket} record={record} sourceLabels={reviewing.sourceLabels} onOptions={() => void actions.openOptions()} />
          <FindingList ticket={{ ...ticket, record }} reviewer={reviewing.reviewer} actions={actions} />
          {held && <CloseAnyway freeUntil={ticket.freeUntil} reviewer={reviewing.reviewer} onClose={actions.closeAnyway} />}
          {gone.length > 0 && (
            <section>
              <h2>{t('lapsed_title')}</h2>
              {gone.map((decision) => (
                <DecisionNote key={decision.findingId} decision={decision} lapsed />
              ))}
            </section>
          )}
          <Recording record={record} />
        </>
      )}
    </>
  );
}
