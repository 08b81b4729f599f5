/** The trails of this installation: whose key signs them, how long they are kept, what exports leave out, and how one is erased. */
import { useId, useState } from 'preact/hooks';
import { CopyButton } from '../CopyButton.tsx';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { FormFoot, Removal } from './FormFoot.tsx';
import { NumberField } from './fields.tsx';
import { useForm } from './form.ts';
import { Section } from './Item.tsx';
import { Names } from './Rows.tsx';
import type { ReadTicket, Setup } from './setup.ts';

const MB = 1_000_000;

export function Trail({ setup }: { setup: Setup }) {
  const { t } = useWords();
  return (
    <Section id="trail" title={t('trail_title')} intro={t('trail_intro')}>
      <Facts setup={setup} />
      <Keeping setup={setup} />
      <Erasing setup={setup} />
    </Section>
  );
}

function Facts({ setup: { trail, persist, copy } }: { setup: Setup }) {
  const { t, number, count } = useWords();
  const task = useTask();
  if (!trail) return null;
  const { storage } = trail;
  return (
    <>
      <dl class="pairs">
        <dt>{t('trail_key')}</dt>
        <dd>
          <code>{trail.fingerprint}</code> <CopyButton label={t('trail_key_copy')} text={() => trail.fingerprint} onCopy={copy} />
          <p class="meta">{t('trail_key_hint')}</p>
        </dd>
        <dt>{t('trail_kept')}</dt>
        <dd>
          {count('trail_tickets', trail.tickets)}, {count('trail_events', trail.events)}
        </dd>
        {storage && (
          <>
            <dt>{t('trail_storage')}</dt>
            <dd>{t('trail_storage_used', number(Math.ceil(storage.used / MB)), number(Math.round(storage.quota / MB)))}</dd>
          </>
        )}
      </dl>
      <p>
        <a href="workbench.html">{t('trail_workbench')}</a>
      </p>
      {trail.persisted === false && (
        <div class="notice amber">
          <p>{t('trail_not_persisted')}</p>
          <button type="button" disabled={task.busy} onClick={() => void task.run(persist)}>
            {t('trail_persist')}
          </button>
          <Failure of={task} />
        </div>
      )}
    </>
  );
}

interface Kept {
  /** Undefined: for ever. */
  keepMonths: number | undefined;
  patterns: string[];
}

function Keeping({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const { keepMonths, redaction } = setup.settings;
  const form = useForm<Kept>(setup, {
    name: t('unsaved_trail'),
    stored: { keepMonths: keepMonths ?? undefined, patterns: redaction.patterns },
    put(now, change) {
      const filled = { keepMonths: now.keepMonths ?? undefined, patterns: now.redaction.patterns, ...change };
      return { settings: { ...now, keepMonths: filled.keepMonths ?? null, redaction: { patterns: filled.patterns } }, at: '' };
    },
  });
  return (
    <form noValidate ref={form.element} onSubmit={form.submit} aria-label={t('trail_keeping')}>
      <h3>{t('trail_keeping')}</h3>
      <div class="narrow">
        <NumberField
          form={form}
          path="keepMonths"
          label={t('trail_months')}
          hint={t('trail_months_hint')}
          optional
          value={form.filled.keepMonths}
          onValue={(months) => form.set({ keepMonths: months })}
        />
      </div>
      <Names
        form={form}
        path="redaction.patterns"
        label={t('trail_patterns')}
        hint={t('trail_patterns_hint')}
        items={form.filled.patterns}
        add={t('trail_pattern_add')}
        rowLabel={(row) => t('trail_pattern_row', row)}
        removeLabel={(row) => t('trail_pattern_remove', row)}
        onItems={(patterns) => form.set({ patterns })}
      />
      <FormFoot form={form} save={t('trail_save')} />
    </form>
  );
}

function Erasing({ setup: { findKept, erase } }: { setup: Setup }) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<readonly ReadTicket[] | null>(null);
  const [erased, setErased] = useState<string | null>(null);
  const find = (event: Event) => {
    event.preventDefault();
    setErased(null);
    void task.run(async () => setFound(await findKept(wanted.trim())));
  };
  return (
    <form noValidate onSubmit={find} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('erase_title')}</h3>
      <p class="meta">{t('erase_hint')}</p>
      <div class="field narrow">
        <label for={`${id}-ticket`}>{t('erase_number')}</label>
        <input id={`${id}-ticket`} type="text" autocomplete="off" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </div>
      <button type="submit" disabled={task.busy || wanted.trim() === ''}>
        {t('erase_find')}
      </button>
      <div role="status">
        {erased && <p class="went-well">{t('erase_done', erased)}</p>}
        {found?.length === 0 && !erased && <p>{t('erase_none')}</p>}
      </div>
      {found?.map(({ ticket, subject }) => (
        <article class="item" key={`${ticket.helpdesk} ${ticket.host}`} aria-label={t('erase_item', ticket.id, ticket.host)}>
          <header>
            <h3>{t('erase_item', ticket.id, ticket.host)}</h3> <span class="meta">{subject}</span>
          </header>
          <Removal
            label={t('erase_button')}
            question={t('erase_question', ticket.id)}
            held={null}
            onRemove={async () => {
              await erase(ticket);
              setFound([]);
              setErased(ticket.id);
            }}
          />
        </article>
      ))}
      <Failure of={task} />
    </form>
  );
}
