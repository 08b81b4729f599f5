/** The side panel: what was found on the ticket of this tab, and the states in which nothing can be said yet. */
import { useRef } from 'preact/hooks';
import type { TicketState } from '../lib/model.ts';
import { openFindings } from '../lib/open.ts';
import { AuthorQuestion } from './AuthorQuestion.tsx';
import { unknownAuthors } from './authors.ts';
import { CloseAnyway } from './CloseAnyway.tsx';
import { CoverageNote } from './CoverageNote.tsx';
import { DecisionNote } from './DecisionNote.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { bringToReader, FindingList } from './FindingList.tsx';
import { usePanelKeys } from './keys.ts';
import { OpenPoints } from './OpenPoints.tsx';
import { Recording } from './Recording.tsx';
import { NoTicketState, Reading } from './States.tsx';
import { Summary } from './Summary.tsx';
import { TicketActions } from './TicketActions.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import type { PanelActions, PanelView, Reviewing } from './view.ts';
import { WorkerNotice } from './WorkerNotice.tsx';
import { useWords } from './words.ts';

export interface PanelProps {
  view: PanelView;
  reviewing: Reviewing;
  actions: PanelActions;
}

export function Panel({ view, reviewing, actions }: PanelProps) {
  const { t } = useWords();
  const panel = useRef<HTMLElement>(null);
  usePanelKeys(panel);
  return (
    <main ref={panel} class="panel" aria-label={t('panel_label')}>
      {reviewing.workerSilent && <WorkerNotice view={view} actions={actions} />}
      {view.kind === 'ticket' ? (
        <Ticket ticket={view.ticket} reviewing={reviewing} actions={actions} />
      ) : (
        <NoTicketState view={view} actions={actions} />
      )}
      {view.kind !== 'waiting' && <Diagnostics view={view} reviewing={reviewing} onCopy={actions.copy} />}
    </main>
  );
}

function Ticket({ ticket, reviewing, actions }: { ticket: TicketState; reviewing: Reviewing; actions: PanelActions }) {
  const { page, record } = ticket;
  const options = () => void actions.openOptions();
  if (!page) return <Reading actions={actions} />;
  // Answered or asked anew: the card begins again with every judgement and every other list of authors.
  const asked = record && `${record.at} ${JSON.stringify(unknownAuthors(record.page).map(({ author }) => [author.name, author.id]))}`;
  return (
    <>
      <TicketHeader ticket={ticket} page={page} onOptions={options} />
      <Summary ticket={ticket} />
      {record && (
        <OpenPoints
          ticket={ticket}
          record={record}
          ticketUrl={reviewing.desk?.ticketUrl ?? null}
          onFinding={(findingId) => bringToReader(document, findingId)}
        />
      )}
      {record && reviewing.desk && <AuthorQuestion key={asked} page={record.page} desk={reviewing.desk} onTell={actions.author} />}
      <TicketActions ticket={ticket} actions={actions} />
      {record && <Judged ticket={ticket} record={record} reviewing={reviewing} actions={actions} />}
    </>
  );
}

type JudgedProps = { ticket: TicketState; record: NonNullable<TicketState['record']> } & Pick<PanelProps, 'reviewing' | 'actions'>;

function Judged({ ticket, record, reviewing, actions }: JudgedProps) {
  const { t } = useWords();
  const held = reviewing.gate === 'hold' && openFindings(ticket, reviewing).length > 0;
  const gone = ticket.lapsed.filter((decision) => !record.findings.some((finding) => finding.id === decision.findingId));
  return (
    <>
      <CoverageNote ticket={ticket} record={record} reviewing={reviewing} actions={actions} />
      <FindingList ticket={ticket} record={record} reviewing={reviewing} actions={actions} />
      {held && <CloseAnyway freeUntil={ticket.freeUntil} reviewer={reviewing.reviewer} onClose={actions.closeAnyway} />}
      {gone.length > 0 && (
        <section>
          <h2>{t('lapsed_title')}</h2>
          {gone.map((decision) => (
            <DecisionNote key={decision.findingId} decision={decision} record={record} lapsed="changed" />
          ))}
        </section>
      )}
      <Recording record={record} />
    </>
  );
}
