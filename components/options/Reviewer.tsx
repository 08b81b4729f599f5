/** The name that stands beside decisions. */
import { useEffect, useId, useState } from 'preact/hooks';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface ReviewerProps {
  name: string;
  onName(name: string): Promise<void>;
}

export function Reviewer({ name, onName }: ReviewerProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [value, setValue] = useState(name);
  const [saved, setSaved] = useState(false);
  // Settings may be imported, or the name given in the panel, while this page is open.
  useEffect(() => setValue(name), [name]);
  const save = (event: Event) => {
    event.preventDefault();
    void task.run(() => onName(value.trim())).then(setSaved);
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('reviewer_title')}</h2>
      <form class="field" onSubmit={save}>
        <label for={`${id}-name`}>{t('reviewer_label')}</label>
        <span class="row">
          <input
            id={`${id}-name`}
            type="text"
            autocomplete="name"
            value={value}
            aria-describedby={`${id}-hint`}
            onInput={(event) => {
              setValue(event.currentTarget.value);
              setSaved(false);
            }}
          />
          <button type="submit" disabled={task.busy}>
            {t('save_name')}
          </button>
        </span>
        <span id={`${id}-hint`} class="meta">
          {t('reviewer_hint')}
        </span>
        <span role="status">
          {saved && <span class="went-well">{t('saved')}</span>}
          {task.failure && <span class="wrong">{task.failure}</span>}
        </span>
      </form>
    </section>
  );
}
