/** One finding as plain text, to be pasted where there is no panel: what was said, what was recorded, and how to find both again. Pure. */
import type { AuditRecord, Decision, Finding, ToolCall } from '../lib/model.ts';
import { claimOf, detailLines, explain, key, short, titleOf } from '../lib/words/labels.ts';
import { rows } from '../lib/words/rows.ts';
import type { Words } from './words.ts';

/** A result may be long; what is cut off is said to be. In UTF-16 units. */
const LONGEST = 400;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const line = (call: ToolCall, of: 'arguments' | 'result', { t }: Words): string => {
  const value = call[of];
  const excerpts = of === 'result' ? call.cut?.excerpts : undefined;
  if (value === undefined && !excerpts) return t('not_captured');
  const all = value === undefined ? (excerpts ?? []) : rows(value);
  return cut(all.map(({ path, value: text }) => (path ? `${path}: ${text}` : text)).join(', '));
};

/** Name, id, outcome and time on one line, then what went in and what came out. Times are UTC, as logs are searched by them. */
function callLines(call: ToolCall, words: Words): string[] {
  const { t } = words;
  return [
    `- ${call.name} (${call.id}), ${t(`call_${call.status}`)}, ${call.startedAt ?? t('no_time')}`,
    ...(call.error ? [`  ${call.error}`] : []),
    `  ${t('call_arguments')}: ${line(call, 'arguments', words)}`,
    `  ${t('call_result')}: ${line(call, 'result', words)}`,
  ];
}

/** @param ticketUrl where the ticket stands; null where that is not known. */
export function findingText(finding: Finding, record: AuditRecord, decision: Decision | undefined, ticketUrl: string | null, words: Words): string {
  const { t, date } = words;
  const claim = claimOf(finding, record);
  const message = record.page.messages.find((one) => one.id === claim?.messageId);
  const reason = finding.about === 'claim' ? finding.reason : finding.class;
  const verdict = finding.about === 'claim' ? t(`verdict_${finding.verdict}`) : t('about_ticket');
  const { claimed, recorded, error } = finding.detail;
  const calls = record.evidence.calls.filter((call) => finding.calls.includes(call.id));
  const { ticket } = record;
  return [
    titleOf(finding, record, words),
    `${verdict}: ${short(finding, words)}. ${explain(reason, finding, words, claim?.status)}`,
    ...detailLines(finding.detail, words),
    ...(message ? [[message.author.name, t(`message_${message.visibility}`), message.at ?? t('no_time')].join(', ')] : []),
    ...(claimed ? [`${t(key('claim', claim?.status ?? 'done'))}: ${date(claimed)}`] : []),
    ...(recorded ? [`${t('recorded')}: ${date(recorded)}`] : []),
    ...(error && !calls.some((call) => call.error === error) ? [error] : []),
    ...calls.flatMap((call) => callLines(call, words)),
    ...(decision ? [t(key('decided', decision.kind), decision.reviewer, decision.at), ...(decision.reason ? [decision.reason] : [])] : []),
    '',
    `${t('ticket_number', ticket.id)}, ${ticketUrl ?? ticket.host}`,
    t('copied_audit', record.at, record.engine, record.policyVersion),
  ].join('\n');
}
