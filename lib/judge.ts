/** Opinions -> one finding. The order of reasons is data: the first that was given decides, the others are kept. */
import type { Claim, ClaimFinding, Opinion, Reason } from './model.ts';

export const REASONS: readonly Reason[] = [
  'author-unknown',
  'log-unavailable',
  'log-incomplete',
  'log-unsettled',
  'args-not-captured',
  'phantom-escalation',
  'call-failed',
  'amount-differs',
  'target-differs',
  'match-unsure',
  'no-such-tool',
  'no-call',
  'pending-not-confirmed',
  'call-matches',
];

/** Where no rule speaks, nothing was decided. */
const UNDECIDED: Opinion = { rule: 'none', verdict: 'unverifiable', reason: 'match-unsure', calls: [], detail: {} };

const first = (a: Opinion, b: Opinion): number =>
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

export function judge(claim: Claim, opinions: readonly Opinion[]): ClaimFinding {
  const [decisive = UNDECIDED, ...others] = [...opinions].sort(first);
  return { about: 'claim', id: claim.id, claimId: claim.id, ...decisive, others };
}
