/** Which findings still wait for a person. Gate, toolbar and panel agree because all of them ask here. Pure. */
import { colourOf } from './colour.ts';
import type { AuditRecord, Finding, TicketState } from './model.ts';

/** Closes are held for claims of more money than this that cannot be verified; null: never. */
type HeldMoney = { amount: number; currency: string } | null;

type State = Pick<TicketState, 'record' | 'decisions' | 'page'>;

/** Findings without a decision that settles them. "Reopen needed" settles nothing once the ticket is open again: then there is something to do. */
export function undecided({ record, decisions, page }: State): Finding[] {
  const settling = decisions.filter(({ kind }) => kind !== 'reopen-needed' || page?.status !== 'open');
  const decided = new Set(settling.map((decision) => decision.findingId));
  return (record?.findings ?? []).filter((finding) => !decided.has(finding.id));
}

/** A claim of words whose author is not known yet is nobody's claim: one question is open about all of them, and none by itself. */
export const awaitsAuthor = (finding: Finding): boolean => finding.about === 'claim' && finding.reason === 'author-unknown';

/** A claim of more money than the team lets pass unverified. */
function isHeldMoney(finding: Finding, { record }: State, above: HeldMoney): boolean {
  if (!above || finding.about !== 'claim' || finding.verdict !== 'unverifiable' || awaitsAuthor(finding)) return false;
  const claim = record?.claims.find((one) => one.id === finding.claimId);
  return (
    claim?.kind === 'credit' &&
    claim.slots.money.some(({ amount, currency }) => (currency ?? above.currency) === above.currency && amount > above.amount)
  );
}

/** The log was read, though perhaps not to its end: what it did not tell holds nobody, and accuses nobody. */
export const isLogRead = ({ evidence }: Pick<AuditRecord, 'evidence'>): boolean => (evidence.coverage.trouble ?? 'truncated') === 'truncated';

/** Ids of undecided findings that hold the close gate: red ones, and money that cannot be verified where the team holds it. */
export const openFindings = (state: State, { holdMoneyAbove }: { holdMoneyAbove: HeldMoney }): string[] =>
  undecided(state)
    .filter((finding) => colourOf(finding) === 'red' || isHeldMoney(finding, state, holdMoneyAbove))
    .map((finding) => finding.id);
