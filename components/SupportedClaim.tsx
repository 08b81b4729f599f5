/** A supported claim in one line, with the call that bears it out beside it; the whole finding when it is opened. */
import type { ComponentChildren } from 'preact';
import type { AuditRecord, Finding } from '../lib/model.ts';
import { Icon } from './Icon.tsx';

export function SupportedClaim({ finding, record, children }: { finding: Finding; record: AuditRecord; children: ComponentChildren }) {
  const claim = finding.about === 'claim' && record.claims.find((one) => one.id === finding.claimId);
  const calls = record.evidence.calls.filter((call) => finding.calls.includes(call.id));
  return (
    <details>
      <summary>
        <Icon sign="supported" /> {claim && <q>{claim.quote}</q>}{' '}
        {calls.map((call) => (
          <code key={call.id}>{call.name} </code>
        ))}
      </summary>
      {children}
    </details>
  );
}
