/** The team's helpdesks: where tickets are read, which log and policy hold there, and who the AI is. */
import type { DeskConfig } from '../../lib/settings-schema.ts';
import { useWords } from '../words.ts';
import { AccessTo } from './Access.tsx';
import { placed } from './check.ts';
import { SelectField, TextField } from './fields.tsx';
import { type Form, useForm } from './form.ts';
import { Item, Items } from './Item.tsx';
import { Names } from './Rows.tsx';
import type { Setup } from './setup.ts';
import type { Slot, Slots } from './slots.ts';

export const idOfDesk = ({ helpdesk, url }: DeskConfig): string => `${helpdesk} ${url}`;

const blank = ({ settings, helpdesks }: Setup): DeskConfig => ({
  helpdesk: helpdesks[0]?.id ?? '',
  url: '',
  log: settings.logs[0]?.id ?? '',
  policy: settings.policies[0]?.id ?? 'main',
  agents: [],
  people: [],
  others: 'ask',
});

export function Helpdesks({ setup, slots }: { setup: Setup; slots: Slots }) {
  const { t } = useWords();
  return (
    <Items id="helpdesks" title={t('desks_title')} intro={t('desks_intro')} none={t('desks_none')} add={t('desk_add')} slots={slots}>
      {(slot) => <Helpdesk key={slot.key} setup={setup} slot={slot} slots={slots} />}
    </Items>
  );
}

function Helpdesk({ setup, slot, slots }: { setup: Setup; slot: Slot; slots: Slots }) {
  const { t } = useWords();
  const is = (one: DeskConfig) => idOfDesk(one) === slot.id;
  const kept = setup.settings.helpdesks.find(is);
  const stored = kept ?? blank(setup);
  const name = kept ? t('desk_named', kept.url) : t('desk_new');
  const form = useForm<DeskConfig>(setup, {
    name,
    stored,
    put(now, change) {
      const { list, index } = placed(now.helpdesks, is, (before) => ({ ...(before ?? stored), ...change }));
      return { settings: { ...now, helpdesks: list }, at: `helpdesks.${index}` };
    },
    onSaving: (filled) => slots.expect(slot, idOfDesk(filled)),
  });
  const label = setup.helpdesks.find((one) => one.id === stored.helpdesk)?.label ?? stored.helpdesk;
  const facts = kept ? [label, t('fact_log', kept.log), t('fact_policy', kept.policy), ...kept.agents.map((name) => t('fact_agent', name))] : [];
  const removal = {
    label: t('desk_remove'),
    question: t('desk_remove_question', stored.url),
    held: null,
    onRemove: async () => void (await setup.save((now) => ({ ...now, helpdesks: now.helpdesks.filter((one) => !is(one)) }))),
  };
  return (
    <Item
      name={name}
      title={kept?.url ?? t('desk_new')}
      facts={facts}
      slot={slot}
      slots={slots}
      form={form}
      save={t('desk_save')}
      removal={removal}
      head={kept && <AccessTo url={kept.url} hosts={setup.hosts} grant={setup.grant} />}
    >
      <DeskFields setup={setup} form={form} />
    </Item>
  );
}

function DeskFields({ setup, form }: { setup: Setup; form: Form<DeskConfig> }) {
  const { t } = useWords();
  const { filled, set } = form;
  const { logs, policies } = setup.settings;
  const meta = setup.helpdesks.find((one) => one.id === filled.helpdesk);
  const written = policies.some((one) => one.id === filled.policy);
  const policyChoices = [
    ...(written ? [] : [{ value: filled.policy, label: t('desk_policy_unwritten', filled.policy) }]),
    ...policies.map(({ id }) => ({ value: id, label: id })),
  ];
  return (
    <>
      <div class="pair">
        <SelectField
          form={form}
          path="helpdesk"
          label={t('desk_product')}
          value={filled.helpdesk}
          choices={setup.helpdesks.map(({ id, label }) => ({ value: id, label }))}
          onValue={(helpdesk) => set({ helpdesk })}
        />
        <TextField
          form={form}
          path="url"
          label={t('desk_url')}
          hint={meta && t('desk_url_hint', meta.example)}
          code
          value={filled.url}
          onValue={(url) => set({ url })}
        />
        <SelectField
          form={form}
          path="log"
          label={t('desk_log')}
          hint={logs.length === 0 ? t('desk_log_none') : t('desk_log_hint')}
          value={filled.log}
          choices={logs.map(({ id }) => ({ value: id, label: id }))}
          onValue={(log) => set({ log })}
        />
        <SelectField
          form={form}
          path="policy"
          label={t('desk_policy')}
          hint={t('desk_policy_hint')}
          value={filled.policy}
          choices={policyChoices}
          onValue={(policy) => set({ policy })}
        />
      </div>
      <Names
        form={form}
        path="agents"
        label={t('desk_agents')}
        hint={t('desk_agents_hint')}
        items={filled.agents}
        add={t('desk_agent_add')}
        rowLabel={(number) => t('desk_agent', number)}
        removeLabel={(number) => t('desk_agent_remove', number)}
        onItems={(agents) => set({ agents })}
      />
      <Names
        form={form}
        path="people"
        label={t('desk_people')}
        hint={t('desk_people_hint')}
        items={filled.people}
        add={t('desk_person_add')}
        rowLabel={(number) => t('desk_person', number)}
        removeLabel={(number) => t('desk_person_remove', number)}
        onItems={(people) => set({ people })}
      />
      <SelectField
        form={form}
        path="others"
        label={t('desk_others')}
        hint={t('desk_others_hint')}
        value={filled.others}
        choices={[
          { value: 'ask', label: t('desk_others_ask') },
          { value: 'people', label: t('desk_others_people') },
        ]}
        onValue={(others) => set({ others: others as DeskConfig['others'] })}
      />
    </>
  );
}
