/** Policies: the authority that the agent was given, with a version that changes with its content. */
import type { Policy } from '../../lib/model.ts';
import { versioned } from '../../lib/policy-version.ts';
import { useWords } from '../words.ts';
import { placed } from './check.ts';
import { Destinations } from './Destinations.tsx';
import { TextField } from './fields.tsx';
import { useForm } from './form.ts';
import { Item, Items } from './Item.tsx';
import { Limits } from './Limits.tsx';
import type { Setup } from './setup.ts';
import type { Slot, Slots } from './slots.ts';

/** Under the name that a helpdesk gives already to one that is not written yet. */
function blank({ settings, today }: Setup): Policy {
  const named = settings.helpdesks.map(({ policy }) => policy).find((id) => !settings.policies.some((policy) => policy.id === id));
  const id = named ?? (settings.policies.length === 0 ? 'main' : '');
  return { id, version: today, limits: [], destinations: [], tools: [] };
}

export function Policies({ setup, slots }: { setup: Setup; slots: Slots }) {
  const { t } = useWords();
  return (
    <Items id="policies" title={t('policies_title')} intro={t('policies_intro')} none={t('policies_none')} add={t('policy_add')} slots={slots}>
      {(slot) => <OnePolicy key={slot.key} setup={setup} slot={slot} slots={slots} />}
    </Items>
  );
}

function OnePolicy({ setup, slot, slots }: { setup: Setup; slot: Slot; slots: Slots }) {
  const { t, count } = useWords();
  const { settings, today } = setup;
  const is = (one: Policy) => one.id === slot.id;
  const kept = settings.policies.find(is);
  const stored = kept ?? blank(setup);
  const name = kept ? t('policy_named', kept.id) : t('policy_new');
  const form = useForm<Policy>(setup, {
    name,
    stored,
    put(now, change) {
      // The tools are mapped in a section of their own, and in the panel: they stay as they are stored.
      const { list, index } = placed(now.policies, is, (before) => versioned(before, { ...(before ?? stored), ...change }, today));
      const helpdesks = now.helpdesks.map((one) => (slot.id !== null && one.policy === slot.id ? { ...one, policy: change.id ?? one.policy } : one));
      return { settings: { ...now, policies: list, helpdesks }, at: `policies.${index}` };
    },
    onSaving: ({ id }) => slots.expect(slot, id),
  });
  const { filled, set } = form;
  const users = settings.helpdesks.filter(({ policy }) => policy === slot.id).map(({ url }) => url);
  const removal = {
    label: t('policy_remove'),
    question: t('policy_remove_question', stored.id),
    held: users.length > 0 ? t('policy_remove_held', stored.id, users.join(', ')) : null,
    onRemove: async () => void (await setup.save((now) => ({ ...now, policies: now.policies.filter((one) => !is(one)) }))),
  };
  const next = versioned(kept, filled, today).version;
  const facts = kept
    ? [t('fact_version', kept.version), count('fact_limits', kept.limits.length), count('fact_destinations', kept.destinations.length)]
    : [];
  return (
    <Item
      name={name}
      title={kept?.id ?? t('policy_new')}
      facts={facts}
      slot={slot}
      slots={slots}
      form={form}
      save={t('policy_save')}
      removal={removal}
    >
      <div class="pair">
        <TextField form={form} path="id" label={t('policy_id')} hint={t('policy_id_hint')} value={filled.id} onValue={(id) => set({ id })} />
        <TextField
          form={form}
          path="version"
          label={t('policy_version')}
          hint={next === filled.version ? t('policy_version_hint') : t('policy_version_next', next)}
          value={filled.version}
          onValue={(version) => set({ version })}
        />
      </div>
      <Limits setup={setup} form={form} limits={filled.limits} onLimits={(limits) => set({ limits })} />
      <Destinations form={form} destinations={filled.destinations} onDestinations={(destinations) => set({ destinations })} />
    </Item>
  );
}
