/** Brings a quote into view on the ticket's page. Why that failed is said by whoever holds the task. */
import type { Claim } from '../lib/model.ts';
import type { Task } from './task.ts';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

export function ShowOnPage({ claim, task, onShow }: { claim: Claim; task: Task; onShow: PanelActions['show'] }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      class="quiet"
      aria-label={t('show_on_page')}
      aria-keyshortcuts="s Enter"
      disabled={task.busy}
      onClick={() => void task.run(() => onShow(claim))}
    >
      {t('show')}
    </button>
  );
}
