/** The calls that a finding rests on: the best one open, the others folded. */
import type { AuditRecord, ToolCall } from '../lib/model.ts';
import { Call } from './Call.tsx';
import { useWords } from './words.ts';

export function Calls({ ids, record }: { ids: string[]; record: AuditRecord }) {
  const { count } = useWords();
  const byId = new Map(record.evidence.calls.map((call) => [call.id, call]));
  const [best, ...rest] = ids.map((id): ToolCall => {
    const call = byId.get(id);
    if (!call) throw new Error(`A finding names call ${id}, which its record does not hold.`);
    return call;
  });
  if (!best) return null;
  return (
    <>
      <Call call={best} />
      {rest.length > 0 && (
        <details>
          <summary>{count('more_calls', rest.length)}</summary>
          {rest.map((call) => (
            <Call key={call.id} call={call} />
          ))}
        </details>
      )}
    </>
  );
}
