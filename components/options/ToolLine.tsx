/** One tool: what Deskcheck takes it for, and what the team says that it does. */
import { useState } from 'preact/hooks';
import { key } from '../../lib/words/labels.ts';
import { type MessageKey, useWords } from '../words.ts';
import type { Choice } from './fields.tsx';
import { SelectField } from './fields.tsx';
import type { Form } from './form.ts';
import { type ByTool, type ToolRow, withAction } from './mapping.ts';
import type { Setup } from './setup.ts';

interface ToolLineProps {
  row: ToolRow;
  actions: Setup['actions'];
  form: Form<ByTool>;
}

export function ToolLine({ row, actions, form }: ToolLineProps) {
  const { t } = useWords();
  const [more, setMore] = useState(false);
  const { name, description, does, mapped } = row;
  const label = (id: string) => t(key('action', id) as MessageKey);
  const taken = does === null ? t('map_unseen') : does.length === 0 ? t('map_unknown') : t('map_taken', does.map(label).join(', '));
  const choices = (none: string, but: string): Choice[] => [
    { value: '', label: none },
    ...[...actions.map(({ id }) => id), 'nothing']
      .filter((id) => id === but || !mapped.some(({ action }) => action === id))
      .map((id) => ({ value: id, label: label(id) })),
    ...(but === 'other' ? [{ value: 'other', label: label('other') }] : []),
  ];
  const choose = (index: number, action: string) => {
    form.set({ [name]: withAction(name, mapped, index, action) });
    setMore(false);
  };
  const several = mapped.length > 0 && !mapped.some(({ action }) => action === 'nothing');
  // In one list, so that a choice that is made keeps its place and the focus.
  const lines = [...mapped, ...(mapped.length === 0 || (several && more) ? [null] : [])];
  return (
    <li class="tool-line">
      <div>
        <code>{name}</code>
        {description && <p class="meta">{description}</p>}
        <p class="meta">{taken}</p>
      </div>
      <div class="mapped">
        {lines.map((line, n) => (
          <SelectField
            key={n}
            form={form}
            path="tools"
            label={n === 0 ? t('map_does', name) : t('map_does_also', name)}
            hint={line?.words?.length ? t('map_words', line.words.join(', ')) : undefined}
            value={line?.action ?? ''}
            choices={choices(n === 0 ? t('map_as_taken') : t('map_not_also'), line?.action ?? '')}
            onValue={(action) => choose(n, action)}
          />
        ))}
        {several && !more && (
          <button type="button" class="quiet" aria-label={t('map_more_of', name)} onClick={() => setMore(true)}>
            {t('map_more')}
          </button>
        )}
      </div>
    </li>
  );
}
