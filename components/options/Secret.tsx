/** A log's key, or the value of one of its headers. It only goes in: the page learns whether one is set, never which. */

import { useId, useState } from 'preact/hooks';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { useUnsaved } from './unsaved.ts';

interface SecretProps {
  kind: 'key' | 'header';
  label: string;
  isSet: boolean;
  /** An empty one removes it. */
  onSet(value: string): Promise<void>;
}

export function Secret({ kind, label, isSet, onSet }: SecretProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [value, setValue] = useState('');
  useUnsaved(label, value !== '');
  const send = (text: string) => task.run(() => onSet(text)).then((done) => done && setValue(''));
  const save = (event: Event) => {
    event.preventDefault();
    if (value.trim()) void send(value.trim());
  };
  return (
    <form class="field secret" onSubmit={save}>
      <label for={id}>{label}</label>
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
          {t(kind === 'key' ? 'key_save' : 'header_save')}
        </button>
        {isSet && (
          <button type="button" disabled={task.busy} onClick={() => void send('')}>
            {t(kind === 'key' ? 'key_remove' : 'header_remove')}
          </button>
        )}
      </span>
      <span id={`${id}-state`} class={isSet ? 'went-well' : 'meta'} role="status">
        {kind === 'key' ? t(isSet ? 'key_set' : 'key_unset') : t(isSet ? 'header_set' : 'header_unset')}
      </span>
      <Failure of={task} />
    </form>
  );
}
