/** Everything that the log holds of this run, whether or not a finding rests on it: the tools and the calls. */
import { useState } from 'preact/hooks';
import type { AuditRecord, ToolCall } from '../lib/model.ts';
import { Call } from './Call.tsx';
import { Fold } from './Fold.tsx';
import { useWords } from './words.ts';

/** As many calls are drawn at once. */
const PAGE = 50;

function CallsInOrder({ calls }: { calls: readonly ToolCall[] }) {
  const { count } = useWords();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ol class="calls">
        {calls.slice(0, shown).map((call) => (
          <li key={call.id}>
            <Call call={call} />
          </li>
        ))}
      </ol>
      {calls.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          {count('more_calls', calls.length - shown)}
        </button>
      )}
    </>
  );
}

export function Recording({ record }: { record: AuditRecord }) {
  const { t, count } = useWords();
  const { calls, inventory, coverage } = record.evidence;
  return (
    <Fold title={t('recorded_title')} note={coverage.complete || calls.length > 0 ? count('calls', calls.length) : t('recorded_unknown')}>
      {() => (
        <>
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
          <CallsInOrder calls={calls} />
        </>
      )}
    </Fold>
  );
}
