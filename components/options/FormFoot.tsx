/** The end of every form: save, discard, remove, and what became of it. */

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import type { Form } from './form.ts';

interface FormFootProps {
  form: Pick<Form<object>, 'dirty' | 'busy' | 'saved' | 'rest' | 'discard'>;
  save: string;
  /** Not given for what is always there. */
  removal?: RemovalProps;
  /** Takes a new item back that was never saved. */
  onCancel?(): void;
}

export function FormFoot({ form, save, removal, onCancel }: FormFootProps) {
  const { t } = useWords();
  return (
    <div class="foot">
      <div class="buttons">
        <button type="submit" class="main" disabled={form.busy}>
          {save}
        </button>
        {onCancel ? (
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        ) : (
          form.dirty && (
            <button type="button" onClick={form.discard}>
              {t('discard')}
            </button>
          )
        )}
      </div>
      <div role="status">
        {form.saved && <span class="went-well">{t('saved')}</span>}
        {form.dirty && <span class="unsaved">{t('unsaved')}</span>}
        {form.rest.map((sentence) => (
          <p class="wrong" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {removal && <Removal {...removal} />}
    </div>
  );
}

export interface RemovalProps {
  label: string;
  question: string;
  /** Why it cannot be removed now. */
  held: string | null;
  onRemove(): Promise<void>;
}

/** Asks once. What others rest on is not removed: it is said what to change first. */
export function Removal({ label, ...asked }: RemovalProps) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsking(false);
    // It stands there again with the next frame.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (asking) return <Question {...asked} onKeep={keep} />;
  return (
    <button type="button" class="removal" ref={button} onClick={() => setAsking(true)}>
      {label}
    </button>
  );
}

function Question({ question, held, onRemove, onKeep }: Omit<RemovalProps, 'label'> & { onKeep(): void }) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const harmless = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => harmless.current?.focus(), []);
  return (
    <fieldset class="notice amber removal" aria-labelledby={id}>
      <p id={id}>{held ?? question}</p>
      <div class="buttons">
        {!held && (
          <button type="button" disabled={task.busy} onClick={() => void task.run(onRemove)}>
            {t('remove_yes')}
          </button>
        )}
        <button type="button" ref={harmless} onClick={onKeep}>
          {t(held ? 'understood' : 'keep')}
        </button>
      </div>
      <Failure of={task} />
    </fieldset>
  );
}
