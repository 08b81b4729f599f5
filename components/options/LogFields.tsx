/** A log's form, drawn from the fields that its source names: a further source needs no form of its own. */
import type { Field, LogConfig } from '../../lib/sources/source.ts';
import { type MessageKey, useWords } from '../words.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import type { Form } from './form.ts';
import { Names } from './Rows.tsx';
import type { Setup } from './setup.ts';

export function LogFields({ setup, form, isNew }: { setup: Setup; form: Form<LogConfig>; isNew: boolean }) {
  const { t } = useWords();
  const { filled, set } = form;
  const meta = setup.sources.find(({ id }) => id === filled.source);
  return (
    <>
      <div class="pair">
        <TextField
          form={form}
          path="id"
          label={t('log_id')}
          hint={t(isNew ? 'log_id_hint' : 'log_id_rename')}
          value={filled.id}
          onValue={(id) => set({ id })}
        />
        <SelectField
          form={form}
          path="source"
          label={t('log_source')}
          value={filled.source}
          choices={setup.sources.map(({ id, label }) => ({ value: id, label }))}
          onValue={(source) => set({ source })}
        />
        {meta?.fields.map((field) => field.kind !== 'headers' && <OneField key={field.id} field={field} form={form} />)}
      </div>
      {meta?.fields.map((field) => field.kind === 'headers' && <OneField key={field.id} field={field} form={form} />)}
    </>
  );
}

function OneField({ field, form }: { field: Field; form: Form<LogConfig> }) {
  const { t } = useWords();
  const { filled, set } = form;
  const { id, kind, required, suggestions } = field;
  const words = { form, path: id, label: t(`log_${id}` satisfies MessageKey), hint: t(`log_${id}_hint` satisfies MessageKey) };
  const value = filled[id];
  if (kind === 'headers') {
    return (
      <Names
        {...words}
        items={filled.headers}
        add={t('log_header_add')}
        rowLabel={(number) => t('log_header', number)}
        removeLabel={(number) => t('log_header_remove', number)}
        onItems={(headers) => set({ headers })}
      />
    );
  }
  if (kind === 'seconds')
    return <NumberField {...words} value={typeof value === 'number' ? value : undefined} onValue={(next) => set({ [id]: next })} />;
  return (
    <TextField
      {...words}
      code
      value={typeof value === 'string' ? value : ''}
      suggestions={suggestions}
      onValue={(next) => set({ [id]: next === '' && !required ? undefined : next })}
    />
  );
}
