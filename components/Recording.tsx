/** Everything that the log holds of this run, whether or not a finding rests on it: the tools and the calls. */
import type { AuditRecord } from '../lib/model.ts';
import { Call } from './Call.tsx';
import { Fold } from './Fold.tsx';
import { useWords } from './words.ts';

export function Recording({ record }: { record: AuditRecord }) {
  const { t, count } = useWords();
  const { calls, inventory, coverage } = record.evidence;
  return (
    <Fold title={t('recorded_title')} note={coverage.complete || calls.length > 0 ? count('calls', calls.length) : t('recorded_unknown')}>
      <h3>{t('tools_title')}</h3>
      {inventory.tools.length === 0 ? (
        <p>{t('tools_none')}</p>
      ) : (
        <>
          <ul class="tools">
            {inventory.tools.map((tool) => (
              <li key={tool.name} title={tool.description}>
                <code>{tool.name}</code>
              </li>
            ))}
          </ul>
          <p class="meta">{t(inventory.complete ? 'tools_complete' : 'tools_incomplete')}</p>
        </>
      )}
      <h3>{t('calls_title')}</h3>
      {calls.length === 0 && <p>{t(coverage.complete ? 'calls_none' : 'calls_unread')}</p>}
      <ol class="calls">
        {calls.map((call) => (
          <li key={call.id}>
            <Call call={call} />
          </li>
        ))}
      </ol>
    </Fold>
  );
}
