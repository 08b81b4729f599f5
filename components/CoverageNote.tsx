/** What the log could have shown and what was not read: said openly, folded only where nothing is amiss. */

import type { AuditRecord, TicketState } from '../lib/model.ts';
import { gapLines } from '../lib/words/gaps.ts';
import { Failure } from './Failure.tsx';
import { Fold } from './Fold.tsx';
import { Trouble } from './Trouble.tsx';
import { useTask } from './task.ts';
import type { PanelActions, Reviewing } from './view.ts';
import { useWords } from './words.ts';

function Gaps({ record, onReload }: { record: AuditRecord; onReload: PanelActions['reloadPage'] }) {
  const words = useWords();
  const task = useTask();
  const { found, missing } = record.page.landmarks;
  // Authors who are not known are asked about, at the top.
  const lines = gapLines(
    record.gaps.filter((gap) => gap.kind !== 'author'),
    words,
  );
  if (missing.length > 0) lines.push(words.t('landmarks', String(found.length), String(found.length + missing.length), missing.join(', ')));
  if (lines.length === 0) return null;
  return (
    <div class="notice amber">
      <h2>{words.t('gaps_title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {/* A page that was slow, or changed under the reader. */}
      {(record.page.messages.length === 0 || missing.length > 0) && (
        <button type="button" disabled={task.busy} onClick={() => void task.run(onReload)}>
          {words.t('reload_page')}
        </button>
      )}
      <Failure of={task} />
    </div>
  );
}

export interface CoverageNoteProps {
  ticket: TicketState;
  record: AuditRecord;
  reviewing: Pick<Reviewing, 'sourceLabels' | 'desk'>;
  actions: Pick<PanelActions, 'audit' | 'grant' | 'openOptions' | 'reloadPage'>;
}

export function CoverageNote({ ticket, record, reviewing, actions }: CoverageNoteProps) {
  const { t, minute } = useWords();
  const { coverage } = record.evidence;
  const rows: { label: string; value: string }[] = [
    { label: t('coverage_log'), value: reviewing.sourceLabels[coverage.source] ?? (coverage.source || t('coverage_no_log')) },
    { label: t('coverage_window'), value: t('coverage_span', minute(coverage.from), minute(coverage.to)) },
    { label: t('coverage_audited'), value: minute(ticket.checkedAt ?? record.at) },
    ...(ticket.nextAudit ? [{ label: t('coverage_next'), value: minute(ticket.nextAudit) }] : []),
    { label: t('coverage_policy'), value: record.policyVersion },
  ];
  return (
    <section class="coverage" aria-label={t('coverage_title')}>
      <Trouble coverage={coverage} log={reviewing.desk?.log ?? null} auditing={ticket.auditing} actions={actions} />
      <Gaps record={record} onReload={actions.reloadPage} />
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
