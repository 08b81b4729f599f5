/** What can be done with the whole ticket: audit it again, take its trail along. */

import { useState } from 'preact/hooks';
import type { TicketState } from '../lib/model.ts';
import { ExportTrail } from './ExportTrail.tsx';
import { Failure } from './Failure.tsx';
import { useLate } from './late.ts';
import { useTask } from './task.ts';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

/** In milliseconds: longer than a log that never answers is waited for. */
const AUDIT_MS = 45_000;

export function TicketActions({ ticket, actions }: { ticket: TicketState; actions: Pick<PanelActions, 'audit' | 'exportTrail' | 'previewExport'> }) {
  const { t } = useWords();
  const task = useTask();
  const [exporting, setExporting] = useState(false);
  const late = useLate(ticket.auditing, AUDIT_MS);
  return (
    <>
      {late && <p class="notice amber">{t('state_auditing_late')}</p>}
      <div class="buttons">
        <button type="button" disabled={task.busy || (ticket.auditing && !late)} onClick={() => void task.run(actions.audit)}>
          {t('audit_again')}
        </button>
        {ticket.record && (
          <button type="button" aria-expanded={exporting} onClick={() => setExporting(!exporting)}>
            {t('export_open')}
          </button>
        )}
      </div>
      {exporting && <ExportTrail actions={actions} onDone={() => setExporting(false)} />}
      <Failure of={task} />
    </>
  );
}
