/** One recorded tool call: name, outcome, time, arguments, result. */
import type { ToolCall } from '../lib/model.ts';
import { Data } from './Data.tsx';
import { useWords } from './words.ts';

export function Call({ call }: { call: ToolCall }) {
  const { t, second } = useWords();
  return (
    <div class="call">
      <p class="call-name">
        <code>{call.name}</code>
      </p>
      <p class="meta">
        <span class={`outcome ${call.status}`}>{t(`call_${call.status}`)}</span> · {call.startedAt ? second(call.startedAt) : t('no_time')}
      </p>
      {call.error && <p class="words-of-log">{call.error}</p>}
      <Data label={t('call_arguments')} value={call.arguments} />
      <Data label={t('call_result')} value={call.result} />
    </div>
  );
}
