/** The calls that a finding rests on: the best ones open, the others folded. */
import type { AuditRecord, ToolCall } from '../lib/model.ts';
import { Call } from './Call.tsx';
import { useWords } from './words.ts';

interface CallsProps {
  /** Best first. */
  ids: string[];
  record: AuditRecord;
  /** How many are open from the start. */
  open?: number;
  /** The best one failed, whatever its record says of the execution. */
  failed?: boolean;
}

export function Calls({ ids, record, open = 1, failed = false }: CallsProps) {
  const { count } = useWords();
  const byId = new Map(record.evidence.calls.map((call) => [call.id, call]));
  const calls = ids.map((id): ToolCall => {
    const call = byId.get(id);
    if (!call) throw new Error(`A finding names call ${id}, which its record does not hold.`);
    return call;
  });
  const rest = calls.slice(open);
  return (
    <>
      {calls.slice(0, open).map((call, i) => (
        <Call key={call.id} call={call} failed={failed && i === 0} />
      ))}
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
