/** What the log could have shown and what the page did not show: said openly, folded only where nothing is amiss. */
import type { AuditRecord, CoverageTrouble, TicketState } from '../lib/model.ts';
import { Fold } from './Fold.tsx';
import { gapLine, key } from './labels.ts';
import { useWords } from './words.ts';

/** Troubles that the options page can mend. */
const IN_OPTIONS: readonly CoverageTrouble[] = ['not-configured', 'no-permission', 'unreachable', 'unauthorized', 'garbage', 'nothing-recorded'];

function Gaps({ page }: Pick<AuditRecord, 'page'>) {
  const words = useWords();
  const { found, missing } = page.landmarks;
  if (page.gaps.length === 0 && missing.length === 0) return null;
  return (
    <div class="notice amber">
      <h2>{words.t('gaps_title')}</h2>
      <ul>
        {page.gaps.map((gap) => (
          <li key={`${gap.kind} ${gap.messageId}`}>{gapLine(gap, words)}</li>
        ))}
        {missing.length > 0 && <li>{words.t('landmarks', String(found.length), String(found.length + missing.length), missing.join(', '))}</li>}
      </ul>
    </div>
  );
}

export interface CoverageNoteProps {
  ticket: TicketState;
  record: AuditRecord;
  /** Product names by source id. */
  sourceLabels: Record<string, string>;
  onOptions(): void;
}

export function CoverageNote({ ticket, record, sourceLabels, onOptions }: CoverageNoteProps) {
  const { t, minute } = useWords();
  const { coverage } = record.evidence;
  const rows: { label: string; value: string }[] = [
    { label: t('coverage_log'), value: sourceLabels[coverage.source] ?? coverage.source },
    { label: t('coverage_window'), value: t('coverage_span', minute(coverage.from), minute(coverage.to)) },
    { label: t('coverage_audited'), value: minute(ticket.checkedAt ?? record.at) },
    ...(ticket.nextAudit ? [{ label: t('coverage_next'), value: minute(ticket.nextAudit) }] : []),
    { label: t('coverage_policy'), value: record.policyVersion },
  ];
  return (
    <section class="coverage" aria-label={t('coverage_title')}>
      {coverage.trouble && (
        <div class="notice amber">
          <p>{t(key('trouble', coverage.trouble))}</p>
          {coverage.detail && <p>{t(key('answer', coverage.detail.id), coverage.detail.value ?? '')}</p>}
          {IN_OPTIONS.includes(coverage.trouble) && (
            <button type="button" onClick={onOptions}>
              {t('open_options')}
            </button>
          )}
        </div>
      )}
      <Gaps page={record.page} />
      <Fold title={t('coverage_title')} note={t(coverage.complete ? 'coverage_complete' : 'coverage_incomplete')}>
        <dl class="facts">
          {rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </section>
  );
}
