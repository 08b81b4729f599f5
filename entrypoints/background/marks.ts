/** What is marked on the page: each quote that a finding rests on and that is not supported, and what was taken back. Pure. */
import { colourOf, worse } from '../../lib/colour.ts';
import type { AuditRecord, Claim, Finding } from '../../lib/model.ts';
import { awaitsAuthor } from '../../lib/open.ts';
import type { Mark, Place } from '../../lib/protocol.ts';

const placeOf = ({ messageId, quote, occurrence }: Claim): Place => ({ messageId, quote, occurrence });

/** @param text a string of the locale by its key. */
export function marksOf({ claims, findings }: Pick<AuditRecord, 'claims' | 'findings'>, text: (key: string) => string): Mark[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const mark = (finding: Finding): Mark[] => {
    const colour = colourOf(finding);
    const claim = finding.claimId === undefined ? undefined : byId.get(finding.claimId);
    // The page shows no all-clear: ticket text could imitate one. Words of an author who is not known yet are asked about in the panel, not marked.
    if (!claim || colour === 'green' || awaitsAuthor(finding)) return [];
    const label = text(`short_${(finding.about === 'claim' ? finding.reason : finding.class).replaceAll('-', '_')}`);
    return [{ findingId: finding.id, ...placeOf(claim), colour, about: finding.about, label }];
  };
  // Two findings may rest on the same words: one mark says the worse, and the panel has both.
  const marked = new Map<string, Mark>();
  for (const one of findings.flatMap(mark)) {
    const at = `${one.messageId} ${one.occurrence} ${one.quote}`;
    const there = marked.get(at);
    if (!there || worse(one.colour, there.colour) < 0) marked.set(at, one);
  }
  const back = claims.filter((claim) => claim.status === 'retracted');
  return [
    ...marked.values(),
    ...back.map((claim): Mark => ({ findingId: claim.id, ...placeOf(claim), colour: 'grey', about: 'claim', label: text('claim_retracted') })),
  ];
}
