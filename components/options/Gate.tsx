/** What happens when somebody closes a ticket that has undecided red findings. */
import { useId } from 'preact/hooks';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

const MODES = ['hold', 'watch', 'off'] as const;

export interface GateProps {
  mode: (typeof MODES)[number];
  onMode(mode: (typeof MODES)[number]): Promise<void>;
}

export function Gate({ mode, onMode }: GateProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('gate_title')}</h2>
      <fieldset class="choices" aria-labelledby={id}>
        {MODES.map((one) => (
          <label key={one}>
            <input type="radio" name={id} value={one} checked={mode === one} disabled={task.busy} onChange={() => void task.run(() => onMode(one))} />
            <span>
              <strong>{t(`gate_${one}`)}</strong> <span class="meta">{t(`gate_${one}_hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {task.failure && (
        <p class="wrong" role="alert">
          {task.failure}
        </p>
      )}
    </section>
  );
}
