/** One recorded tool call: name, outcome, time, arguments, result. */
import type { CutResult, ToolCall } from '../lib/model.ts';
import { Data } from './Data.tsx';
import { useWords } from './words.ts';

/** A result that was too long to be kept: how long it was, its digest, and what of it the evidence points at. */
function Cut({ cut }: { cut: CutResult }) {
  const { t, number } = useWords();
  return (
    <>
      <p class="data-label">
        {t('call_result')}: <em>{t('result_cut', number(cut.length))}</em>
      </p>
      <p class="data-label">
        {t('result_digest')}: <code title={cut.digest}>{cut.digest.slice(0, 12)}…</code>
      </p>
      {cut.excerpts.length > 0 && (
        <Data label={t('result_excerpts')} value={Object.fromEntries(cut.excerpts.map(({ path, value }) => [path, value]))} />
      )}
    </>
  );
}

/** @param failed its answer tells of a failure, though the execution itself went well. */
export function Call({ call, failed = false }: { call: ToolCall; failed?: boolean }) {
  const { t, second } = useWords();
  const outcome = failed && call.status === 'ok' ? t('call_answered_failure') : t(`call_${call.status}`);
  return (
    <div class="call">
      <p class="call-name">
        <code>{call.name}</code>
      </p>
      <p class="meta">
        <span class={failed ? 'outcome error' : `outcome ${call.status}`}>{outcome}</span> · {call.startedAt ? second(call.startedAt) : t('no_time')}
      </p>
      {call.error && <p class="words-of-log">{call.error}</p>}
      <Data label={t('call_arguments')} value={call.arguments} />
      {call.result === undefined && call.cut ? <Cut cut={call.cut} /> : <Data label={t('call_result')} value={call.result} />}
    </div>
  );
}
