/** Arguments or a result as compact rows of name and value; long ones are cut, with a button to see all. */
import { useState } from 'preact/hooks';
import type { Json } from '../lib/model.ts';
import { rows } from '../lib/words/rows.ts';
import { useWords } from './words.ts';

const ROWS = 6;
const CHARACTERS = 120;

const cut = (value: string) => (value.length > CHARACTERS ? `${value.slice(0, CHARACTERS)}…` : value);

export function Data({ label, value }: { label: string; value: Json | undefined }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (value === undefined) {
    return (
      <p class="data-label">
        {label}: <em>{t('not_captured')}</em>
      </p>
    );
  }
  const everything = rows(value);
  const shown = all ? everything : everything.slice(0, ROWS).map((row) => ({ ...row, value: cut(row.value) }));
  const long = everything.length > ROWS || everything.some((row) => row.value.length > CHARACTERS);
  return (
    <div class="data">
      <p class="data-label">{label}</p>
      <dl>
        {shown.map((row) => (
          <div key={row.path}>
            {row.path && <dt>{row.path}</dt>}
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {long && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('show_less') : t('show_all')}
        </button>
      )}
    </div>
  );
}
