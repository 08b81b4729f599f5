/** Verifies exports of any installation: they are read here, and nothing of them is kept or sent. */
import { useId, useState } from 'preact/hooks';
import type { Report } from '../../lib/verify/report.ts';
import { type Told, tellKeys, tellReport } from '../../lib/words/verification.ts';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface VerifyProps {
  /** Of this installation's own key; null until it is known. */
  fingerprint: string | null;
  verify(files: readonly File[], expected: readonly string[]): Promise<Report[]>;
}

const FINGERPRINT = /^[\w-]{43}$/;

export function Verify({ fingerprint, verify }: VerifyProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [expected, setExpected] = useState('');
  const [found, setFound] = useState<{ reports: Report[]; expected: string[] } | null>(null);
  const [over, setOver] = useState(false);
  const keys = expected.split(/[\s,]+/).filter(Boolean);
  const wrong = keys.find((key) => !FINGERPRINT.test(key));

  const check = (files: readonly File[]) => {
    if (files.length === 0 || wrong !== undefined) return;
    setFound(null);
    void task.run(async () => setFound({ reports: await verify(files, keys), expected: keys }));
  };
  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    check([...(input.files ?? [])]);
    // So that the same file, mended, can be chosen again.
    input.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    check([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <section
      id="verify"
      class={over ? 'over' : ''}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={`${id}-title`}>{t('workbench_verify')}</h2>
      <p class="meta">{t('workbench_verify_hint')}</p>
      <div class="field">
        <label for={`${id}-key`}>{t('workbench_key')}</label>
        <input
          id={`${id}-key`}
          type="text"
          class="code"
          autocomplete="off"
          spellcheck={false}
          value={expected}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setExpected(event.currentTarget.value)}
        />
        <p class="meta" id={`${id}-hint`}>
          {wrong === undefined ? t('workbench_key_hint') : <span class="wrong">{t('workbench_key_wrong', wrong)}</span>}
        </p>
        {fingerprint && !keys.includes(fingerprint) && (
          <button type="button" class="quiet" onClick={() => setExpected([...keys, fingerprint].join(' '))}>
            {t('workbench_own_key')}
          </button>
        )}
      </div>
      <div class="field">
        <label for={`${id}-files`}>{t('workbench_files')}</label>
        <input id={`${id}-files`} type="file" multiple disabled={task.busy || wrong !== undefined} onChange={choose} />
      </div>
      <div role="status">{found && <Outcome reports={found.reports} expected={found.expected} />}</div>
      <Failure of={task} />
    </section>
  );
}

function Outcome({ reports, expected }: { reports: readonly Report[]; expected: readonly string[] }) {
  const { t } = useWords();
  const keys = tellKeys(reports, expected, t);
  return (
    <>
      {reports.map((report, i) => (
        <Found key={`${i} ${report.name}`} told={tellReport(report, t)} />
      ))}
      {keys && <p class={expected.length > 0 ? 'notice green' : 'notice amber'}>{keys}</p>}
    </>
  );
}

function Found({ told }: { told: Told }) {
  const [first, ...rest] = told.lines;
  return (
    <div class={told.holds ? 'notice green' : 'notice red'}>
      <p>
        <strong>{first}</strong>
      </p>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {told.files.map((file) => (
        <Found key={file.lines[0]} told={file} />
      ))}
    </div>
  );
}
