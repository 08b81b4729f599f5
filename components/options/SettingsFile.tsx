/** Import and export of all settings as one JSON file, without keys. An import says what it changes before it replaces anything. */
import { useId, useState } from 'preact/hooks';
import { parseSettings, type Settings } from '../../lib/settings-schema.ts';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { ChangeList } from './ChangeList.tsx';
import { type Change, changesBetween, onlyAdds } from './changes.ts';
import { sentenceOf } from './check.ts';
import { Section } from './Item.tsx';
import type { Setup } from './setup.ts';

type Outcome =
  | { is: 'refused'; file: string; errors: string[] }
  | { is: 'asked' | 'taken'; file: string; settings: Settings; changes: Change[] }
  | { is: 'same'; file: string };

export function SettingsFile({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const take = async (file: string, settings: Settings, changes: Change[]) => {
    const problems = await setup.save(() => settings);
    if (problems.length > 0) setOutcome({ is: 'refused', file, errors: problems.map((one) => `${one.field}: ${sentenceOf(one, t)}`) });
    else setOutcome({ is: 'taken', file, settings, changes });
  };

  const read = async (file: string, text: string) => {
    const parsed = parseSettings(text, setup.known);
    if ('problems' in parsed) {
      const errors = parsed.problems.map((one) => (one.field ? `${one.field}: ` : '') + sentenceOf(one, t));
      setOutcome({ is: 'refused', file, errors });
      return;
    }
    // A team's file names no reviewer: the name that was given here stays.
    const settings = { ...parsed.settings, reviewer: parsed.settings.reviewer || setup.settings.reviewer };
    const changes = changesBetween(setup.settings, settings);
    if (changes.length === 0) setOutcome({ is: 'same', file });
    else if (onlyAdds(setup.settings)) await take(file, settings, changes);
    else setOutcome({ is: 'asked', file, settings, changes });
  };

  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    setOutcome(null);
    if (!file) return;
    void task.run(async () => {
      await read(file.name, await file.text());
      // So that the same file, mended, can be chosen again.
      input.value = '';
    });
  };

  return (
    <Section id="file" title={t('settings_title')} intro={t('settings_hint')}>
      <div class="field">
        <label for={`${id}-file`}>{t('settings_import')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-outcome`}
          aria-invalid={outcome?.is === 'refused'}
          onChange={choose}
        />
      </div>
      <div id={`${id}-outcome`} role="status">
        {outcome?.is === 'same' && <p>{t('settings_same', outcome.file)}</p>}
        {outcome?.is === 'refused' && (
          <div class="wrong">
            <p>{t('settings_refused', outcome.file)}</p>
            <ul>
              {outcome.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          </div>
        )}
        {outcome?.is === 'taken' && <p class="went-well">{t('settings_imported', outcome.file)}</p>}
        {outcome?.is === 'asked' && <p>{t('settings_would', outcome.file)}</p>}
        {(outcome?.is === 'taken' || outcome?.is === 'asked') && <ChangeList changes={outcome.changes} />}
        {task.failure && <p class="wrong">{task.failure}</p>}
      </div>
      {outcome?.is === 'asked' && (
        <div class="buttons">
          <button
            type="button"
            class="main"
            disabled={task.busy}
            onClick={() => void task.run(() => take(outcome.file, outcome.settings, outcome.changes))}
          >
            {t('settings_take')}
          </button>
          <button type="button" onClick={() => setOutcome(null)}>
            {t('settings_leave')}
          </button>
        </div>
      )}
      <button type="button" disabled={task.busy} onClick={() => void task.run(setup.exportFile)}>
        {t('settings_export')}
      </button>
    </Section>
  );
}
