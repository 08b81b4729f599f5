/** The way from nothing to a first verdict, in four steps; gone once all is set up. */
import { useId } from 'preact/hooks';
import type { Settings } from '../../lib/settings-schema.ts';
import { useWords } from '../words.ts';
import type { Slots } from './slots.ts';

interface GuideProps {
  settings: Settings;
  logs: Slots;
  helpdesks: Slots;
  policies: Slots;
}

export function Guide({ settings, logs, helpdesks, policies }: GuideProps) {
  const { t } = useWords();
  const id = useId();
  const [first] = helpdesks.list.filter((slot) => slot.id !== null);
  const steps = [
    { name: t('guide_log'), why: t('guide_log_why'), done: settings.logs.length > 0, button: t('log_add'), go: logs.add },
    { name: t('guide_desk'), why: t('guide_desk_why'), done: settings.helpdesks.length > 0, button: t('desk_add'), go: helpdesks.add },
    {
      name: t('guide_agent'),
      why: t('guide_agent_why'),
      done: settings.helpdesks.some(({ agents }) => agents.length > 0),
      button: t('guide_agent_button'),
      go: first && (() => helpdesks.open(first)),
    },
    { name: t('guide_policy'), why: t('guide_policy_why'), done: settings.policies.length > 0, button: t('policy_add'), go: policies.add },
  ];
  // The third can be answered in the panel as well, or by the helpdesk itself.
  if (steps.every(({ done }, index) => done || index === 2)) return null;
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section class="guide" aria-labelledby={id}>
      <h2 id={id}>{t('guide_title')}</h2>
      <ol>
        {steps.map(({ name, why, done, button, go }, index) => (
          <li key={name} class={done ? 'done' : ''} {...(index === next ? { 'aria-current': 'step' } : {})}>
            <div>
              <h3>{name}</h3>
              <p class="meta">{why}</p>
            </div>
            {done && <span class="went-well">{t('guide_done')}</span>}
            {!done && go && (
              <button type="button" class={index === next ? 'main' : ''} onClick={go}>
                {button}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="meta">
        {t('guide_file')} <a href="#file">{t('settings_title')}</a>
      </p>
    </section>
  );
}
