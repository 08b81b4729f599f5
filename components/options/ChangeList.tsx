/** What an import changes, in lines to read. */
import { useWords } from '../words.ts';
import type { Change } from './changes.ts';

/** More values of one item are counted, not listed. */
const MOST = 12;

export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t, count } = useWords();
  const what = {
    helpdesk: t('change_helpdesk'),
    log: t('change_log'),
    policy: t('change_policy'),
    gate: t('gate_title'),
    money: t('money_title'),
    keeping: t('trail_months'),
    redaction: t('trail_patterns'),
    reviewer: t('reviewer_label'),
  };
  const how = { added: t('change_added'), removed: t('change_removed'), changed: t('change_changed') };
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={`${change.what} ${change.name}`}>
          <strong>{how[change.how]}</strong> {what[change.what]} {change.name && <code>{change.name}</code>}
          <ul>
            {change.values.slice(0, MOST).map(({ path, before, after }) => (
              <li key={path}>
                <code>{path}</code> {t('change_value', before || t('change_nothing'), after || t('change_nothing'))}
              </li>
            ))}
            {change.values.length > MOST && <li>{count('change_more', change.values.length - MOST)}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
