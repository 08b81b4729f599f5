/** Import and export of the settings as one JSON file. What is wrong with a file stands beside the field, sentence by sentence. */
import { useId, useState } from 'preact/hooks';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface SettingsFileProps {
  /** Resolves to the sentences that say what is wrong; none where the settings were taken over. */
  onImport(text: string): Promise<string[]>;
  onExport(): Promise<void>;
}

export function SettingsFile({ onImport, onExport }: SettingsFileProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [outcome, setOutcome] = useState<{ file: string; errors: string[] } | null>(null);
  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    setOutcome(null);
    if (!file) return;
    void task.run(async () => {
      setOutcome({ file: file.name, errors: await onImport(await file.text()) });
      // So that the same file, mended, can be chosen again.
      input.value = '';
    });
  };
  const refused = outcome !== null && outcome.errors.length > 0;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('settings_title')}</h2>
      <p class="meta" id={`${id}-hint`}>
        {t('settings_hint')}
      </p>
      <div class="field">
        <label for={`${id}-file`}>{t('settings_import')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-hint ${id}-outcome`}
          aria-invalid={refused}
          onChange={choose}
        />
      </div>
      <div id={`${id}-outcome`} role="status">
        {outcome && !refused && <p class="went-well">{t('settings_imported', outcome.file)}</p>}
        {refused && (
          <div class="wrong">
            <p>{t('settings_refused', outcome.file)}</p>
            <ul>
              {outcome.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          </div>
        )}
        {task.failure && <p class="wrong">{task.failure}</p>}
      </div>
      <button type="button" disabled={task.busy} onClick={() => void task.run(onExport)}>
        {t('settings_export')}
      </button>
    </section>
  );
}
