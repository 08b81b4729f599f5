/** What an in-toto statement says of a trail. `docs/predicate.md` describes it. Pure. */
import type { Trail } from '../../model.ts';
import { fromBase64Url } from '../../seal.ts';
import { NOT_PROVEN, PROVEN } from '../../trail/proof.ts';
import { claimOf } from '../../words/labels.ts';
import { decisionOn, tell } from '../read.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PREDICATE_TYPE = 'https://deskcheck.invalid/trail/v1';
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const hexOf = (base64url: string): string => [...fromBase64Url(base64url)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The subject is the trail's head: the hash of its last event, which names all before it. */
export function statementOf(trail: Trail, at: string) {
  const told = tell(trail);
  const { record, policy } = told;
  const { helpdesk, host, id } = trail.ticket;
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: `${helpdesk}/${host}/${id}`, digest: { sha256: hexOf(told.head) } }],
    predicateType: PREDICATE_TYPE,
    predicate: {
      ticket: trail.ticket,
      exportedAt: at,
      events: trail.events.length,
      keys: trail.keys,
      judgement: record && {
        at: record.at,
        engine: record.engine,
        policy: policy && { id: policy.content.id, version: policy.content.version, digest: { sha256: hexOf(policy.digest) } },
        coverage: record.evidence.coverage,
        gaps: record.gaps,
        inventory: { complete: record.evidence.inventory.complete, tools: record.evidence.inventory.tools.map((tool) => tool.name) },
        findings: record.findings.map((finding) => {
          const claim = claimOf(finding, record);
          const decision = decisionOn(finding, told);
          return {
            id: finding.id,
            about: finding.about,
            ...(finding.about === 'claim' ? { verdict: finding.verdict, reason: finding.reason } : { class: finding.class }),
            ...(claim ? { asserted: { quote: claim.quote, status: claim.status, message: claim.messageId } } : {}),
            recorded: record.evidence.calls
              .filter((call) => finding.calls.includes(call.id))
              .map(({ id: call, name, status, startedAt }) => ({ id: call, name, status, startedAt })),
            ...(decision
              ? { decision: { kind: decision.kind, why: decision.why, reason: decision.reason, reviewer: decision.reviewer, at: decision.at } }
              : {}),
          };
        }),
      },
      proven: PROVEN,
      notProven: NOT_PROVEN,
    },
  };
}
