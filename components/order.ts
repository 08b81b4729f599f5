/** Worst first, by what is at stake: money, then where the customer was sent, then the rest. Pure. */
import { colourOf, worse } from '../lib/colour.ts';
import type { AuditRecord, Claim, Finding, TicketClass } from '../lib/model.ts';

const KINDS: readonly Claim['kind'][] = ['credit', 'escalation', 'write', 'communication', 'read'];

const CLASS_KIND: Record<TicketClass, Claim['kind']> = {
  'unauthorized-credit': 'credit',
  'duplicate-action': 'credit',
  'silent-escalation': 'escalation',
  'undisclosed-action': 'write',
  'fabricated-failure': 'communication',
};

/** Colour, then kind, then the larger sum, then the order of the page; findings about the ticket before claims of the same kind. */
export function byStake(record: AuditRecord): Finding[] {
  const claims = new Map(record.claims.map((claim, index) => [claim.id, { claim, index }]));
  const rank = (finding: Finding) => {
    if (finding.about === 'ticket') return { kind: KINDS.indexOf(CLASS_KIND[finding.class]), sum: Number.POSITIVE_INFINITY, place: -1 };
    const found = claims.get(finding.claimId);
    if (!found) throw new Error(`Finding ${finding.id} is about claim ${finding.claimId}, which its record does not hold.`);
    const sum = Math.max(0, ...found.claim.slots.money.map((money) => money.amount));
    return { kind: KINDS.indexOf(found.claim.kind), sum, place: found.index };
  };
  return record.findings
    .map((finding) => ({ finding, colour: colourOf(finding), ...rank(finding) }))
    .sort((a, b) => worse(a.colour, b.colour) || a.kind - b.kind || (a.sum === b.sum ? 0 : b.sum - a.sum) || a.place - b.place)
    .map(({ finding }) => finding);
}
