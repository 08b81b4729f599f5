/** The ticket's trail as a file: in which format, and what goes out with it, seen before it goes. */

import { useEffect, useId, useState } from 'preact/hooks';
import { type ExportId, exportMetas } from '../lib/exports/meta.ts';
import type { Preview } from '../lib/protocol.ts';
import { key } from '../lib/words/labels.ts';
import { Failure } from './Failure.tsx';
import { useTask } from './task.ts';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

export interface ExportTrailProps {
  actions: Pick<PanelActions, 'exportTrail' | 'previewExport'>;
  onDone(): void;
}

export function ExportTrail({ actions, onDone }: ExportTrailProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [format, setFormat] = useState<ExportId>('html');
  const [redacted, setRedacted] = useState(true);
  return (
    <section class="export" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('export_title')}</h2>
      <label for={`${id}-format`}>{t('export_format')}</label>
      <select
        id={`${id}-format`}
        value={format}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setFormat(event.currentTarget.value as ExportId)}
      >
        {exportMetas.map((one) => (
          <option key={one.id} value={one.id}>
            {t(key('export', one.id))}
          </option>
        ))}
      </select>
      <p class="meta" id={`${id}-hint`}>
        {t(key('export_hint', format))}
      </p>
      <label class="check">
        <input type="checkbox" checked={redacted} onChange={(event) => setRedacted(event.currentTarget.checked)} />
        <span>{t('export_redact')}</span>
      </label>
      {redacted ? <GoesOut actions={actions} /> : <p class="notice amber">{t('export_whole')}</p>}
      <div class="buttons">
        <button
          type="button"
          class="main"
          disabled={task.busy}
          onClick={() => void task.run(() => actions.exportTrail(format, redacted)).then((went) => went && onDone())}
        >
          {t('export_save')}
        </button>
        <button type="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
      <Failure of={task} />
    </section>
  );
}

/** What is taken out, and the thread as it goes out. */
function GoesOut({ actions }: Pick<ExportTrailProps, 'actions'>) {
  const { t, count } = useWords();
  const task = useTask();
  const [preview, setPreview] = useState<Preview | null>(null);
  // Once, when it is opened: the trail is looked through as it is then.
  useEffect(() => void task.run(async () => setPreview(await actions.previewExport())), []);
  if (!preview) return <Failure of={task} />;
  return (
    <div class="preview">
      {preview.taken.length === 0 ? (
        <p>{t('export_nothing_taken')}</p>
      ) : (
        <>
          <p>{t('export_taken')}</p>
          <ul>
            {preview.taken.map((one) => (
              <li key={`${one.kind} ${one.text}`}>
                <span class="meta">{t(key('taken', one.kind))}</span> <span class="taken">{one.text}</span>{' '}
                {one.times > 1 && <span class="meta">× {one.times}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{count('export_messages', preview.messages.length)}</summary>
        {preview.messages.map((message, i) => (
          <div key={i}>
            <strong>{message.author}</strong>
            <blockquote>{message.text}</blockquote>
          </div>
        ))}
      </details>
    </div>
  );
}
