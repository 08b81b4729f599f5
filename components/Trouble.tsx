/** Why the log could not show everything, what to do about it, and the button that does it. */

import type { Coverage, CoverageTrouble } from '../lib/model.ts';
import { key } from '../lib/words/labels.ts';
import { Failure } from './Failure.tsx';
import { useTask } from './task.ts';
import type { Host, PanelActions } from './view.ts';
import { useWords } from './words.ts';

type Remedy = 'options' | 'ask-again' | 'access';

const REMEDY: Record<CoverageTrouble, Remedy> = {
  'not-configured': 'options',
  'no-id': 'options',
  'no-permission': 'access',
  unreachable: 'ask-again',
  timeout: 'ask-again',
  unauthorized: 'options',
  'rate-limited': 'ask-again',
  'server-error': 'ask-again',
  garbage: 'options',
  truncated: 'ask-again',
  'nothing-recorded': 'options',
};

export interface TroubleProps {
  coverage: Coverage;
  /** The log's host, where one is set up. */
  log: Host | null;
  auditing: boolean;
  actions: Pick<PanelActions, 'audit' | 'grant' | 'openOptions'>;
}

export function Trouble({ coverage: { trouble, detail }, log, auditing, actions }: TroubleProps) {
  const { t } = useWords();
  const task = useTask();
  if (!trouble) return null;
  const remedy = REMEDY[trouble] === 'access' && !log ? 'options' : REMEDY[trouble];
  return (
    <div class="notice amber">
      <p>{t(key('trouble', trouble))}</p>
      {detail && <p>{t(key('answer', detail.id), detail.value ?? '')}</p>}
      <div class="buttons">
        {remedy === 'access' && log && (
          <button type="button" class="main" disabled={task.busy} onClick={() => void task.run(() => actions.grant(log).then(actions.audit))}>
            {t('give_access', log.host)}
          </button>
        )}
        {remedy === 'ask-again' && (
          <button type="button" disabled={task.busy || auditing} onClick={() => void task.run(actions.audit)}>
            {t('ask_again')}
          </button>
        )}
        {(remedy === 'options' || trouble === 'unreachable') && (
          <button type="button" onClick={() => void task.run(actions.openOptions)}>
            {t('open_options')}
          </button>
        )}
      </div>
      <Failure of={task} />
    </div>
  );
}
