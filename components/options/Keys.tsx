/** One key a log. Keys only go in: the page learns whether one is set, never which. */
import { useId, useState } from 'preact/hooks';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface KeysProps {
  logs: { id: string }[];
  /** ids of the logs that have a key. */
  set: string[];
  /** An empty key removes it. */
  onKey(log: string, key: string): Promise<void>;
}

export function Keys({ logs, set, onKey }: KeysProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('keys_title')}</h2>
      <p class="meta">{t(logs.length === 0 ? 'keys_none' : 'keys_hint')}</p>
      {logs.map((log) => (
        <Key key={log.id} log={log.id} isSet={set.includes(log.id)} onKey={onKey} />
      ))}
    </section>
  );
}

function Key({ log, isSet, onKey }: { log: string; isSet: boolean; onKey: KeysProps['onKey'] }) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [value, setValue] = useState('');
  const send = (key: string) => task.run(() => onKey(log, key)).then((done) => done && setValue(''));
  const save = (event: Event) => {
    event.preventDefault();
    if (value.trim()) void send(value.trim());
  };
  return (
    <form class="field" onSubmit={save}>
      <label for={id}>{t('key_label', log)}</label>
      <span class="row">
        <input
          id={id}
          type="password"
          autocomplete="off"
          value={value}
          aria-describedby={`${id}-state`}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <button type="submit" disabled={task.busy || !value.trim()}>
          {t('key_save')}
        </button>
        {isSet && (
          <button type="button" disabled={task.busy} onClick={() => void send('')}>
            {t('key_remove')}
          </button>
        )}
      </span>
      <span id={`${id}-state`} class={isSet ? 'went-well' : 'meta'} role="status">
        {t(isSet ? 'key_set' : 'key_unset')}
      </span>
      {task.failure && (
        <p class="wrong" role="alert">
          {task.failure}
        </p>
      )}
    </form>
  );
}
