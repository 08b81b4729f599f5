/** Settings of another version, or mangled ones: nothing of them is in use, and they are not replaced without a word. */

import { useId } from 'preact/hooks';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { sentenceOf } from './check.ts';
import type { Setup } from './setup.ts';

export function Unread({ unread, exportUnread }: Pick<Setup, 'unread' | 'exportUnread'>) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  if (unread.length === 0) return null;
  return (
    <section class="notice amber" aria-labelledby={id}>
      <h2 id={id}>{t('unread_title')}</h2>
      <p>{t('unread_hint')}</p>
      <ul>
        {unread.map((one) => (
          <li key={one.field}>
            <code>{one.field}</code> {sentenceOf(one, t)}
          </li>
        ))}
      </ul>
      <button type="button" disabled={task.busy} onClick={() => void task.run(exportUnread)}>
        {t('unread_export')}
      </button>
      <Failure of={task} />
    </section>
  );
}
