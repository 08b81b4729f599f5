/** The tool-call logs: where they answer, how a ticket is found in them, their keys, and a try. */
import type { LogConfig } from '../../lib/sources/source.ts';
import { useWords } from '../words.ts';
import { AccessTo } from './Access.tsx';
import { placed } from './check.ts';
import { useForm } from './form.ts';
import { Item, Items } from './Item.tsx';
import { LogFields } from './LogFields.tsx';
import { Secret } from './Secret.tsx';
import type { Setup } from './setup.ts';
import type { Slot, Slots } from './slots.ts';
import { TryLog } from './TryLog.tsx';

/** A new log, with what its source's fields begin with. */
function blank({ sources, settings }: Setup): LogConfig {
  const [meta] = sources;
  const initial = (field: keyof LogConfig) => meta?.fields.find(({ id }) => id === field)?.initial ?? '';
  return {
    id: settings.logs.length === 0 ? 'main' : '',
    source: meta?.id ?? '',
    url: initial('url'),
    attribute: initial('attribute'),
    conversation: initial('conversation'),
    headers: [],
    settlingSeconds: Number(initial('settlingSeconds')),
  };
}

export function Logs({ setup, slots }: { setup: Setup; slots: Slots }) {
  const { t } = useWords();
  return (
    <Items id="logs" title={t('logs_title')} intro={t('logs_intro')} none={t('logs_none')} add={t('log_add')} slots={slots}>
      {(slot) => <Log key={slot.key} setup={setup} slot={slot} slots={slots} />}
    </Items>
  );
}

function Log({ setup, slot, slots }: { setup: Setup; slot: Slot; slots: Slots }) {
  const { t } = useWords();
  const { settings, sources } = setup;
  const is = (one: LogConfig) => one.id === slot.id;
  const kept = settings.logs.find(is);
  const stored = kept ?? blank(setup);
  const name = kept ? t('log_named', kept.id) : t('log_new');
  const form = useForm<LogConfig>(setup, {
    name,
    stored,
    put(now, change) {
      const { list, index } = placed(now.logs, is, (before) => ({ ...(before ?? stored), ...change }));
      // Helpdesks name their log by its id: they follow when it is given another one.
      const helpdesks = now.helpdesks.map((one) => (slot.id !== null && one.log === slot.id ? { ...one, log: change.id ?? one.log } : one));
      return { settings: { ...now, logs: list, helpdesks }, at: `logs.${index}` };
    },
    onSaving: ({ id }) => slots.expect(slot, id),
  });
  const users = settings.helpdesks.filter(({ log }) => log === slot.id).map(({ url }) => url);
  const removal = {
    label: t('log_remove'),
    question: t('log_remove_question', stored.id),
    held: users.length > 0 ? t('log_remove_held', stored.id, users.join(', ')) : null,
    onRemove: async () => void (await setup.save((now) => ({ ...now, logs: now.logs.filter((one) => !is(one)) }))),
  };
  const isSet = (header: string | null) => setup.keys.some((key) => key.log === slot.id && key.header === header);
  return (
    <Item
      name={name}
      title={kept?.id ?? t('log_new')}
      facts={kept ? [sources.find(({ id }) => id === kept.source)?.label ?? kept.source, kept.url] : []}
      slot={slot}
      slots={slots}
      form={form}
      save={t('log_save')}
      removal={removal}
      head={
        kept ? (
          <>
            <AccessTo url={kept.url} hosts={setup.hosts} grant={setup.grant} />
            <Secret kind="key" label={t('key_label', kept.id)} isSet={isSet(null)} onSet={(key) => setup.setKey(kept.id, null, key)} />
            {kept.headers.map((name) => (
              <Secret
                key={name}
                kind="header"
                label={t('header_label', name, kept.id)}
                isSet={isSet(name)}
                onSet={(value) => setup.setKey(kept.id, name, value)}
              />
            ))}
          </>
        ) : (
          <p class="meta">{t('log_later')}</p>
        )
      }
      tail={<TryLog setup={setup} filled={form.filled} take={form.take} />}
    >
      <LogFields setup={setup} form={form} isNew={slot.id === null} />
    </Item>
  );
}
