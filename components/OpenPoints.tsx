/** What a closed ticket left open: it was closed past the gate, or somebody said that it must be opened again. Stays until it is dealt with. */
import type { AuditRecord, Decision, TicketState } from '../lib/model.ts';
import { titleOf } from '../lib/words/labels.ts';
import { isClosed } from './closed.ts';
import { byStake } from './order.ts';
import { useWords } from './words.ts';

export interface OpenPointsProps {
  ticket: TicketState;
  record: AuditRecord;
  /** Null where the helpdesk's address is not known. */
  ticketUrl: string | null;
  /** Brings a finding's card to the reader. */
  onFinding(findingId: string): void;
}

function Titles({ ids, record, onFinding }: { ids: string[] } & Pick<OpenPointsProps, 'record' | 'onFinding'>) {
  const words = useWords();
  const there = byStake(record).filter((finding) => ids.includes(finding.id));
  return (
    <ul>
      {there.map((finding) => (
        <li key={finding.id}>
          <button type="button" class="quiet" onClick={() => onFinding(finding.id)}>
            {titleOf(finding, record, words)}
          </button>
        </li>
      ))}
      {there.length < ids.length && <li>{words.count('findings_changed', ids.length - there.length)}</li>}
    </ul>
  );
}

function Reopen({ decisions, open, ...rest }: { decisions: Decision[]; open: boolean } & Omit<OpenPointsProps, 'ticket'>) {
  const { t } = useWords();
  return (
    <section class="notice red" aria-label={t('reopen_title')}>
      <h2>{t(open ? 'reopened_title' : 'reopen_title')}</h2>
      <p>{t(open ? 'reopened_hint' : 'reopen_hint')}</p>
      <Titles ids={decisions.map((decision) => decision.findingId)} {...rest} />
      {rest.ticketUrl && !open && (
        <a href={rest.ticketUrl} target="_blank" rel="noreferrer">
          {t('reopen_link')}
        </a>
      )}
    </section>
  );
}

export function OpenPoints({ ticket, ...rest }: OpenPointsProps) {
  const { t, minute } = useWords();
  const { closedWithoutReview, decisions, page } = ticket;
  const reopen = decisions.filter((decision) => decision.kind === 'reopen-needed');
  return (
    <>
      {closedWithoutReview && (
        <section class="notice red" aria-label={t('unreviewed_title')}>
          <h2>{t('unreviewed_title')}</h2>
          <p>{t('unreviewed_seen', minute(closedWithoutReview.at))}</p>
          <Titles ids={closedWithoutReview.findings} record={rest.record} onFinding={rest.onFinding} />
          <p>{t('unreviewed_hint')}</p>
        </section>
      )}
      {reopen.length > 0 && page && <Reopen decisions={reopen} open={!isClosed(page)} {...rest} />}
    </>
  );
}
