/** The words of findings, coverage and gaps: model ids become keys of the locale. Pure. */
import type { AuditRecord, Claim, Detail, DismissedFor, Finding, Opinion, Reason, TicketClass } from '../model.ts';
import type { MessageKey, Words } from './words.ts';

type Snake<Id extends string> = Id extends `${infer Head}-${infer Rest}` ? `${Head}_${Snake<Rest>}` : Id;

/** `('short', 'no-such-tool')` is `short_no_such_tool`: locale keys allow no hyphen. */
export function key<Family extends string, Id extends string>(family: Family, id: Id): `${Family}_${Snake<Id>}` {
  return `${family}_${id.replaceAll('-', '_')}` as `${Family}_${Snake<Id>}`;
}

/** One to three words for the reason or the class. */
export function short(finding: Finding, { t }: Words): string {
  return t(key('short', finding.about === 'claim' ? finding.reason : finding.class));
}

/** The claim that a finding is about, or rests on; none for a finding that rests on a call. */
export const claimOf = (finding: Finding, { claims }: Pick<AuditRecord, 'claims'>): Claim | undefined =>
  finding.claimId === undefined ? undefined : claims.find((claim) => claim.id === finding.claimId);

/** What the agent itself took back in a later message: it carries no finding. */
export const takenBack = ({ claims }: Pick<AuditRecord, 'claims'>): Claim[] => claims.filter((claim) => claim.status === 'retracted');

/** Why a finding was dismissed. What may have happened outside the log depends on what the finding says of the ticket. */
export const whyNot = (why: DismissedFor, finding: Finding | undefined, { t }: Words): string =>
  t(why === 'outside-log' && finding?.about === 'ticket' ? key('outside', finding.class) : key('why', why));

/** The quote in quotation marks, or the class of a finding about the ticket. */
export function titleOf(finding: Finding, record: AuditRecord, words: Words): string {
  const claim = claimOf(finding, record);
  return claim ? words.t('quoted', claim.quote) : short(finding, words);
}

/** An action of the table in the reader's words, e.g. `refund`. */
export const actionName = (id: string, { t }: Words): string => t(key('doing', id) as MessageKey);

type Told = Pick<Opinion, 'calls'> & { verdict?: Opinion['verdict'] };

/**
 * One plain sentence: what the reason or the class means for the reviewer.
 *
 * @param status of the claim: a promise may be kept by any call, and not only by one before its message.
 */
export function explain(id: Reason | TicketClass, opinion: Told, { t }: Words, status: Claim['status'] | undefined): string {
  if (status === 'promised' && (id === 'no-call' || id === 'call-matches')) return t(key('explain_promised', id));
  const handedOver = id === 'phantom-escalation' && opinion.verdict === 'contradicted' && opinion.calls.length > 0;
  return t(handedOver ? 'explain_phantom_escalation_called' : key('explain', id));
}

/** What was said and what was recorded, a sentence each. */
export const valuesOf = ({ claimed, recorded }: Detail, { t, date }: Words): string[] => [
  ...(claimed ? [t('detail_said', date(claimed))] : []),
  ...(recorded ? [t('detail_recorded', date(recorded))] : []),
];

/** Values that are told of the whole ticket; those of a claim stand in their columns. */
export const valueLines = ({ claimId, detail }: Finding, words: Words): string[] => (claimId === undefined ? valuesOf(detail, words) : []);

/** What is known beyond the reason, one line each: differing values are shown in their columns and not repeated here. */
export function detailLines(detail: Detail, words: Words): string[] {
  const lines: string[] = [];
  const { destination } = detail;
  // A directory that is empty allows every destination: that is nothing to tell.
  if (destination && destination.state !== 'ok') lines.push(destinationLine({ ...destination, state: destination.state }, words));
  if (detail.limit) lines.push(limitLine(detail.limit, words));
  return lines;
}

const limitLine = ({ action, maxAmount, currency, per }: NonNullable<Detail['limit']>, words: Words): string =>
  words.t(`detail_limit_${per}`, actionName(action, words), `${maxAmount} ${currency}`);

type Refused = NonNullable<Detail['destination']> & { state: Exclude<NonNullable<Detail['destination']>['state'], 'ok'> };

function destinationLine({ name, state, validTo }: Refused, { t, day }: Words): string {
  if (state === 'out-of-date' && validTo) return t('detail_destination_out_of_date_since', name, day(validTo));
  return t(key('detail_destination', state), name);
}
