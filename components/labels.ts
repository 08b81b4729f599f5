/** The words of findings, coverage and gaps: model ids become keys of the locale. Pure. */
import type { Detail, Finding, Gap, Opinion, Reason, TicketClass } from '../lib/model.ts';
import type { Words } from './words.ts';

type Snake<Id extends string> = Id extends `${infer Head}-${infer Rest}` ? `${Head}_${Snake<Rest>}` : Id;

/** `('short', 'no-such-tool')` is `short_no_such_tool`: locale keys allow no hyphen. */
export function key<Family extends string, Id extends string>(family: Family, id: Id): `${Family}_${Snake<Id>}` {
  return `${family}_${id.replaceAll('-', '_')}` as `${Family}_${Snake<Id>}`;
}

/** One to three words for the reason or the class. */
export function short(finding: Finding, { t }: Words): string {
  return t(key('short', finding.about === 'claim' ? finding.reason : finding.class));
}

/** One plain sentence: what the reason or the class means for the reviewer. */
export function explain(id: Reason | TicketClass, opinion: Pick<Opinion, 'calls'> & { verdict?: Opinion['verdict'] }, { t }: Words): string {
  const handedOver = id === 'phantom-escalation' && opinion.verdict === 'contradicted' && opinion.calls.length > 0;
  return t(handedOver ? 'explain_phantom_escalation_called' : key('explain', id));
}

/** What is known beyond the reason, one line each: differing values are shown in their columns and not repeated here. */
export function detailLines(detail: Detail, words: Words): string[] {
  const lines: string[] = [];
  if (detail.destination) lines.push(destination(detail.destination, words));
  if (detail.limit) lines.push(words.t('detail_limit', detail.limit.action, `${detail.limit.maxAmount} ${detail.limit.currency}`));
  return lines;
}

function destination({ name, state, validTo }: NonNullable<Detail['destination']>, { t, day }: Words): string {
  if (state === 'out-of-date' && validTo) return t('detail_destination_out_of_date_since', name, day(validTo));
  return t(key('detail_destination', state), name);
}

/** One line of what the page did not show, with the number of messages where it is known. */
export function gapLine(gap: Gap, { t }: Words): string {
  const text = t(key('gap', gap.kind));
  return gap.count === undefined ? text : t('gap_counted', text, String(gap.count));
}
