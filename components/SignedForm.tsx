/** A reason under a name: the form of a decision and of "close anyway". The name is asked for only while none is known. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTask } from './task.ts';
import { useWords } from './words.ts';

export interface SignedFormProps {
  /** What is asked for in words; none where only the name is missing. */
  question?: string;
  /** Words may be left out. */
  optional?: boolean;
  submit: string;
  reviewer: string;
  onSubmit(reason: string, reviewer: string): Promise<void>;
  onCancel(): void;
  /** What may be filled in besides, between the reason and the buttons. */
  children?: ComponentChildren;
}

export function SignedForm({ question, optional = false, submit, reviewer, onSubmit, onCancel, children }: SignedFormProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // Before the next key: what is typed at once must not be lost.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);

  const send = (event: Event) => {
    event.preventDefault();
    const signed = reviewer.trim() || name.trim();
    const lack = question && !optional && !reason.trim() ? t('needed_reason') : !signed ? t('needed_name') : null;
    setMissing(lack);
    if (!lack) void task.run(() => onSubmit(reason.trim(), signed));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    // Enter alone is a new line in the reason.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const wrong = missing ?? task.failure;
  return (
    <form ref={form} class="signed" noValidate onSubmit={send} onKeyDown={press}>
      {question && (
        <>
          <label for={`${id}-reason`}>{question}</label>
          <textarea id={`${id}-reason`} rows={2} value={reason} required={!optional} onInput={(event) => setReason(event.currentTarget.value)} />
        </>
      )}
      {!reviewer.trim() && (
        <>
          <label for={`${id}-name`}>{t('reviewer_name')}</label>
          <input id={`${id}-name`} type="text" autocomplete="name" value={name} required onInput={(event) => setName(event.currentTarget.value)} />
        </>
      )}
      {children}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="main" disabled={task.busy}>
          {submit}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
