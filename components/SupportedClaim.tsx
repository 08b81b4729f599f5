/** A supported claim in one line, with the call that bears it out beside it; the whole finding when it is opened. */
import type { ComponentChildren } from 'preact';
import type { AuditRecord, Finding } from '../lib/model.ts';
import { Icon } from './Icon.tsx';

export function SupportedClaim({ finding, record, children }: { finding: Finding; record: AuditRecord; children: ComponentChildren }) {
  const claim = finding.about === 'claim' && record.claims.find((one) => one.id === finding.claimId);
  // Each tool once, the best call's first: how often it was called is told inside.
  const names = new Set(finding.calls.flatMap((id) => record.evidence.calls.find((call) => call.id === id)?.name ?? []));
  return (
    <details>
      <summary>
        <Icon sign="supported" /> {claim && <q>{claim.quote}</q>}{' '}
        {[...names].map((name) => (
          <code key={name}>{name} </code>
        ))}
      </summary>
      {children}
    </details>
  );
}
