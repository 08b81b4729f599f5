/** The panel where there is nothing of a ticket to show: what is the matter, what to do, and the button that does it. */

import type { ComponentChildren } from 'preact';
import { Failure } from './Failure.tsx';
import { useLate } from './late.ts';
import { useTask } from './task.ts';
import type { NoTicket, PanelActions, PanelView } from './view.ts';
import { type MessageKey, useWords } from './words.ts';

/** In milliseconds: as long as a store or a slow page may take, and no longer. */
const OPENING_MS = 5_000;
const READING_MS = 8_000;

type Work = () => Promise<void>;

function Plain({ title, hint, children }: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="plain" role="status">
      <h1>{title}</h1>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

function Buttons({ all }: { all: readonly { label: string; work: Work; main?: boolean }[] }) {
  const task = useTask();
  return (
    <>
      <div class="buttons">
        {all.map(({ label, work, main }) => (
          <button key={label} type="button" class={main ? 'main wide' : 'wide'} disabled={task.busy} onClick={() => void task.run(work)}>
            {label}
          </button>
        ))}
      </div>
      <Failure of={task} />
    </>
  );
}

function Waiting({ actions }: { actions: PanelActions }) {
  const { t } = useWords();
  const late = useLate(true, OPENING_MS);
  return (
    <Plain title={t('state_waiting')} {...(late && { hint: t('state_waiting_hint') })}>
      {late && <Buttons all={[{ label: t('restart_panel'), work: actions.restartPanel }]} />}
    </Plain>
  );
}

export function Reading({ actions }: { actions: Pick<PanelActions, 'reloadPage'> }) {
  const { t } = useWords();
  const late = useLate(true, READING_MS);
  return (
    <Plain title={t('state_reading')} {...(late && { hint: t('state_reading_hint') })}>
      {late && <Buttons all={[{ label: t('reload_page'), work: actions.reloadPage }]} />}
    </Plain>
  );
}

const HINTS: Record<Exclude<NoTicket['why'], 'not-read-yet'>, MessageKey> = {
  'nothing-set-up': 'no_ticket_nothing_set_up',
  'not-set-up': 'no_ticket_not_set_up',
  'no-access': 'no_ticket_no_access',
  'no-ticket-page': 'no_ticket_page',
  elsewhere: 'no_ticket_elsewhere',
};

function Without({ view, actions }: { view: NoTicket; actions: PanelActions }) {
  const { t } = useWords();
  if (view.why === 'not-read-yet') return <Reading actions={actions} />;
  const values = view.why === 'not-set-up' ? [view.host, view.product] : view.why === 'no-ticket-page' ? [view.host] : [];
  const hosts = view.why === 'no-access' ? view.hosts : [];
  return (
    <Plain title={t('state_no_ticket')} hint={t(HINTS[view.why], ...values)}>
      <Buttons
        all={[
          ...hosts.map((host) => ({ label: t('give_access', host.host), work: () => actions.grant(host), main: true })),
          ...(view.why === 'no-ticket-page' ? [{ label: t('reload_page'), work: actions.reloadPage }] : []),
          { label: t('open_options'), work: actions.openOptions },
        ]}
      />
    </Plain>
  );
}

export function NoTicketState({ view, actions }: { view: Exclude<PanelView, { kind: 'ticket' }>; actions: PanelActions }) {
  const { t } = useWords();
  if (view.kind === 'waiting') return <Waiting actions={actions} />;
  if (view.kind === 'no-ticket') return <Without view={view} actions={actions} />;
  return (
    <Plain title={t('state_error')} hint={t('state_error_hint')}>
      <p class="words-of-log" role="alert">
        {view.message}
      </p>
      <Buttons
        all={[
          { label: t('restart_panel'), work: actions.restartPanel },
          { label: t('reload_page'), work: actions.reloadPage },
        ]}
      />
    </Plain>
  );
}
