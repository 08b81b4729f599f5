/** A person's word on one finding: what was decided, or the buttons to decide. */
import { useState } from 'preact/hooks';
import type { Decision } from '../lib/model.ts';
import { key } from './labels.ts';
import { SignedForm } from './SignedForm.tsx';
import { useWords } from './words.ts';

export function DecisionNote({ decision, lapsed = false }: { decision: Decision; lapsed?: boolean }) {
  const { t, minute } = useWords();
  return (
    <div class={lapsed ? 'decision lapsed' : 'decision'}>
      <p>
        <strong>{t(key('decided', decision.kind), decision.reviewer, minute(decision.at))}</strong>
        {lapsed && <> · {t('lapsed')}</>}
      </p>
      <p class="prose">{decision.reason}</p>
    </div>
  );
}

const CHOICES: readonly { kind: Decision['kind']; label: 'decide_confirm' | 'decide_dismiss' | 'decide_mend' }[] = [
  { kind: 'confirmed', label: 'decide_confirm' },
  { kind: 'dismissed', label: 'decide_dismiss' },
  { kind: 'mended', label: 'decide_mend' },
];

export interface DecideProps {
  decision: Decision | undefined;
  lapsed: Decision | undefined;
  reviewer: string;
  onDecide(kind: Decision['kind'], reason: string, reviewer: string): Promise<void>;
  /** The form is gone: focus must go somewhere near. */
  onClosed(): void;
}

export function Decide({ decision, lapsed, reviewer, onDecide, onClosed }: DecideProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<Decision['kind'] | null>(null);
  const [again, setAgain] = useState(false);
  const close = () => {
    setKind(null);
    setAgain(false);
    onClosed();
  };
  if (decision && !again) {
    return (
      <>
        <DecisionNote decision={decision} />
        <button type="button" class="quiet" onClick={() => setAgain(true)}>
          {t('decide_again')}
        </button>
      </>
    );
  }
  return (
    <>
      {lapsed && <DecisionNote decision={lapsed} lapsed />}
      <fieldset class="buttons" aria-label={t('decide_label')}>
        {CHOICES.map((choice) => (
          <button key={choice.kind} type="button" aria-pressed={kind === choice.kind} onClick={() => setKind(choice.kind)}>
            {t(choice.label)}
          </button>
        ))}
      </fieldset>
      {kind && (
        <SignedForm
          key={kind}
          question={t(key('reason', kind))}
          submit={t('save_decision')}
          reviewer={reviewer}
          onSubmit={(reason, name) => onDecide(kind, reason, name).then(close)}
          onCancel={close}
        />
      )}
    </>
  );
}
