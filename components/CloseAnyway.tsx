/** The forced close: one reason for all open findings frees the next press. Shown only while the gate holds. */
import { useState } from 'preact/hooks';
import { SignedForm } from './SignedForm.tsx';
import { useWords } from './words.ts';

export interface CloseAnywayProps {
  freeUntil: string | null;
  reviewer: string;
  onClose(reason: string, reviewer: string): Promise<void>;
}

export function CloseAnyway({ freeUntil, reviewer, onClose }: CloseAnywayProps) {
  const { t, second } = useWords();
  const [asking, setAsking] = useState(false);
  if (freeUntil) {
    return (
      <p class="notice" role="status">
        {t('close_free', second(freeUntil))}
      </p>
    );
  }
  return (
    <section class="close" aria-label={t('close_title')}>
      <p class="meta">{t('close_hint')}</p>
      {asking ? (
        <SignedForm
          question={t('close_reason')}
          submit={t('close_title')}
          reviewer={reviewer}
          onSubmit={(reason, name) => onClose(reason, name).then(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {t('close_title')}
        </button>
      )}
    </section>
  );
}
