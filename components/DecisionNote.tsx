/** What a person decided: who, when, why, and in whose words. */
import type { AuditRecord, Decision } from '../lib/model.ts';
import { key, whyNot } from '../lib/words/labels.ts';
import { useWords } from './words.ts';

export interface DecisionNoteProps {
  decision: Decision;
  record: AuditRecord | null;
  /** Why it settles nothing any more. */
  lapsed?: 'changed' | 'reopened';
}

export function DecisionNote({ decision, record, lapsed }: DecisionNoteProps) {
  const words = useWords();
  const { t, minute } = words;
  const call = record?.evidence.calls.find((one) => one.id === decision.call);
  return (
    <div class={lapsed ? 'decision lapsed' : 'decision'}>
      <p>
        <strong>{t(key('decided', decision.kind), decision.reviewer, minute(decision.at))}</strong>
        {lapsed && <> · {t(`lapsed_${lapsed}`)}</>}
      </p>
      {decision.why && decision.why !== 'other' && (
        <p>
          {whyNot(
            decision.why,
            record?.findings.find((one) => one.id === decision.findingId),
            words,
          )}
          {call && (
            <>
              : <code>{call.name}</code>
            </>
          )}
        </p>
      )}
      {(decision.failure || decision.topic) && (
        <p class="meta">{[decision.failure ? t(key('failure', decision.failure)) : '', decision.topic ?? ''].filter(Boolean).join(' · ')}</p>
      )}
      {decision.reason && <p class="prose">{decision.reason}</p>}
    </div>
  );
}
