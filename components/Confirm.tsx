/** A finding is right: why, where that needs words, and how engineers and support call such a failure, for its eval case. */
import { useId, useState } from 'preact/hooks';
import type { FailureType } from '../lib/model.ts';
import { key } from '../lib/words/labels.ts';
import { SignedForm } from './SignedForm.tsx';
import type { Word } from './view.ts';
import { useWords } from './words.ts';

/** The kinds in common use first, then ours. */
export const FAILURE_TYPES: readonly FailureType[] = [
  'wrong-tool-call',
  'wrong-policy',
  'hallucinated-capability',
  'leaked-context',
  'wrong-tone',
  'action-not-taken',
  'phantom-escalation',
  'failure-hidden',
  'undisclosed-action',
  'fabricated-failure',
];

export interface ConfirmProps {
  reviewer: string;
  onDecide(word: Word, reviewer: string): Promise<void>;
  onCancel(): void;
}

export function Confirm({ reviewer, onDecide, onCancel }: ConfirmProps) {
  const { t } = useWords();
  const id = useId();
  const [failure, setFailure] = useState<FailureType | ''>('');
  const [topic, setTopic] = useState('');
  const labels = { ...(failure ? { failure } : {}), ...(topic.trim() ? { topic: topic.trim() } : {}) };
  return (
    <SignedForm
      question={t('reason_confirmed')}
      optional
      submit={t('save_decision')}
      reviewer={reviewer}
      onSubmit={(reason, name) => onDecide({ kind: 'confirmed', reason, ...labels }, name)}
      onCancel={onCancel}
    >
      <details class="labels">
        <summary>{t('labels_title')}</summary>
        <p class="meta">{t('labels_hint')}</p>
        <label for={`${id}-failure`}>{t('labels_failure')}</label>
        <select id={`${id}-failure`} value={failure} onChange={(event) => setFailure(event.currentTarget.value as FailureType | '')}>
          <option value="">{t('labels_by_reason')}</option>
          {FAILURE_TYPES.map((one) => (
            <option key={one} value={one}>
              {t(key('failure', one))}
            </option>
          ))}
        </select>
        <label for={`${id}-topic`}>{t('labels_topic')}</label>
        <input
          id={`${id}-topic`}
          type="text"
          autocomplete="on"
          name="topic"
          maxLength={100}
          value={topic}
          onInput={(event) => setTopic(event.currentTarget.value)}
        />
      </details>
    </SignedForm>
  );
}
