/** The inventory, and what each tool does where its name does not tell: kept in the policy. */
import { useId, useMemo, useState } from 'preact/hooks';
import type { Policy } from '../../lib/model.ts';
import { versioned } from '../../lib/policy-version.ts';
import { useWords } from '../words.ts';
import { placed } from './check.ts';
import { FormFoot } from './FormFoot.tsx';
import { CheckField } from './fields.tsx';
import { useForm } from './form.ts';
import { Section } from './Item.tsx';
import { type ByTool, byTool, isAbout, isUntold, toolRows, withChanges } from './mapping.ts';
import type { Setup } from './setup.ts';
import { ToolLine } from './ToolLine.tsx';

/** More are shown when asked for. */
const SHOWN = 40;

export function Tools({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const id = useId();
  const { policies } = setup.settings;
  const [chosen, setChosen] = useState<string | null>(null);
  const current = policies.find((policy) => policy.id === chosen) ?? policies[0];
  return (
    <Section id="tools" title={t('map_title')} intro={t('map_intro')}>
      {!current && <p>{t('map_no_policy')}</p>}
      {policies.length > 1 && (
        <div class="field narrow">
          <label for={id}>{t('map_policy')}</label>
          <select id={id} value={current?.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {policies.map((policy) => (
              <option key={policy.id} value={policy.id}>
                {policy.id}
              </option>
            ))}
          </select>
        </div>
      )}
      {/* All stay, so that what was chosen for one policy is there after a look at another. */}
      {policies.map((policy) => (
        <div key={policy.id} hidden={policy !== current}>
          <ToolMap setup={setup} policy={policy} />
        </div>
      ))}
    </Section>
  );
}

function ToolMap({ setup, policy }: { setup: Setup; policy: Policy }) {
  const { t, count } = useWords();
  const id = useId();
  const [filter, setFilter] = useState('');
  const [untoldOnly, setUntoldOnly] = useState(false);
  const [all, setAll] = useState(false);
  const [added, setAdded] = useState<string[]>([]);
  const [name, setName] = useState('');
  const stored = useMemo(() => byTool(policy.tools), [policy.tools]);
  const form = useForm<ByTool>(setup, {
    name: t('unsaved_tools', policy.id),
    stored,
    put(now, change) {
      const { list, index } = placed(
        now.policies,
        (one) => one.id === policy.id,
        (before = policy) => versioned(before, { ...before, tools: withChanges(before.tools, change as ByTool) }, setup.today),
      );
      return { settings: { ...now, policies: list }, at: `policies.${index}` };
    },
  });
  const rows = toolRows(setup.tools ?? [], form.filled, added);
  const untold = rows.filter(isUntold).length;
  const wanted = rows.filter((row) => isAbout(row, filter) && (!untoldOnly || isUntold(row)));
  const shown = all ? wanted : wanted.slice(0, SHOWN);
  const add = () => {
    if (name.trim() === '') return;
    setAdded([...added, name.trim()]);
    setFilter(name.trim());
    setUntoldOnly(false);
    setName('');
  };
  return (
    <form class="tool-map" noValidate ref={form.element} onSubmit={form.submit} aria-label={t('map_of', policy.id)}>
      {setup.tools?.length === 0 && <p class="meta">{t('map_none_seen')}</p>}
      {rows.length > 0 && (
        <>
          <p role="status">
            {count('map_tools', rows.length)} {untold > 0 ? count('map_untold', untold) : t('map_all_told')}
          </p>
          <div class="filter">
            <div class="field">
              <label for={`${id}-filter`}>{t('map_filter')}</label>
              <input id={`${id}-filter`} type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
            </div>
            <CheckField label={t('map_untold_only')} checked={untoldOnly} onChecked={setUntoldOnly} />
          </div>
          {wanted.length === 0 && <p class="meta">{t('map_none_found')}</p>}
          <ul class="tool-lines">
            {shown.map((row) => (
              <ToolLine key={row.name} row={row} actions={setup.actions} form={form} />
            ))}
          </ul>
          {shown.length < wanted.length && (
            <button type="button" onClick={() => setAll(true)}>
              {t('map_show_all', String(wanted.length))}
            </button>
          )}
        </>
      )}
      <div class="field narrow">
        <label for={`${id}-add`}>{t('map_add')}</label>
        <span class="row">
          <input
            id={`${id}-add`}
            type="text"
            class="code"
            autocomplete="off"
            spellcheck={false}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter would save the whole form.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <button type="button" disabled={name.trim() === ''} onClick={add}>
            {t('map_add_button')}
          </button>
        </span>
      </div>
      <FormFoot form={form} save={t('map_save')} />
    </form>
  );
}
