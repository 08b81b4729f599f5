/** One row -> one prediction, with the same core as the extension's worker. */
import { audit } from '../../lib/audit.ts';
import type { ClaimFinding, TicketFinding } from '../../lib/model.ts';
import { caseOf, type Row } from './row.ts';

export interface Prediction {
  label_id: string | null;
  claims: { start: number; end: number; verdict: string; reason: string; calls: number[] }[];
  findings: { class: string; call?: number }[];
}

const underscored = (id: string): string => id.replace(/-/g, '_');
const indexOf = (callId: string): number[] => (callId.startsWith('before-') ? [Number(callId.slice('before-'.length))] : []);

export function predict(row: Row): Prediction {
  const { page, evidence, policy, now } = caseOf(row);
  const record = audit(page, evidence, policy, now);
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return {
    label_id: row.label_id,
    claims: record.findings
      .filter((finding): finding is ClaimFinding => finding.about === 'claim')
      .map((finding) => {
        const claim = claims.get(finding.claimId)!;
        const reason = finding.reason === 'call-matches' ? 'ok' : underscored(finding.reason);
        return { start: claim.start, end: claim.end, verdict: finding.verdict, reason, calls: finding.calls.flatMap(indexOf) };
      }),
    findings:
      row.message_kind === undefined
        ? []
        : record.findings
            .filter((finding): finding is TicketFinding => finding.about === 'ticket' && finding.class !== 'fabricated-failure')
            .map((finding) => {
              const [call] = finding.calls.flatMap(indexOf);
              return { class: underscored(finding.class), ...(call === undefined ? {} : { call }) };
            }),
  };
}
