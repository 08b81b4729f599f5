/** The worker did not answer: what the panel shows is from the store, and may be old. */
import { useTask } from './task.ts';
import type { PanelActions, PanelView } from './view.ts';
import { useWords } from './words.ts';

export function WorkerNotice({ view, actions }: { view: PanelView; actions: Pick<PanelActions, 'audit' | 'restartPanel'> }) {
  const { t, minute } = useWords();
  const task = useTask();
  const checkedAt = view.kind === 'ticket' ? view.ticket.checkedAt : null;
  return (
    <section class="notice amber" role="alert">
      <p>{t('worker_silent')}</p>
      {checkedAt && <p>{t('worker_silent_since', minute(checkedAt))}</p>}
      <div class="buttons">
        <button type="button" disabled={task.busy} onClick={() => void task.run(actions.audit)}>
          {t('try_again')}
        </button>
        <button type="button" disabled={task.busy} onClick={() => void task.run(actions.restartPanel)}>
          {t('restart_panel')}
        </button>
      </div>
      {task.failure && <p class="wrong">{task.failure}</p>}
    </section>
  );
}
