/** Findings for a spreadsheet (RFC 4180), a line each. Cells that a spreadsheet would run as formulas are defused. */
import { colourOf } from '../colour.ts';
import { claimOf } from '../words/labels.ts';
import type { Export } from './export.ts';
import { decisionOn, tell } from './read.ts';

/** What makes a spreadsheet take a cell for a formula, also behind spaces or in full width. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/u;

/** Quoted always: then a line break or a comma is nothing to think of. */
export function cell(value: string | number | boolean | null | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const COLUMNS = [
  'helpdesk',
  'host',
  'ticket',
  'subject',
  'finding',
  'about',
  'colour',
  'verdict',
  'reason',
  'claim',
  'claim_status',
  'claimed',
  'recorded',
  'calls',
  'author',
  'author_kind',
  'message_at',
  'decision',
  'decided_by',
  'decided_at',
  'decided_because',
  'failure',
  'topic',
  'policy',
  'engine',
  'judged_at',
  'log',
  'log_complete',
  'trail_head',
  'signed_by',
] as const;

export const csv: Export = {
  id: 'csv',
  type: 'text/csv',
  extension: 'csv',
  async render(trail) {
    const told = tell(trail);
    const { record } = told;
    const { helpdesk, host, id } = trail.ticket;
    const lines = (record?.findings ?? []).map((finding): Record<(typeof COLUMNS)[number], Parameters<typeof cell>[0]> => {
      const claim = record && claimOf(finding, record);
      const message = record?.page.messages.find((one) => one.id === claim?.messageId);
      const calls = record?.evidence.calls.filter((call) => finding.calls.includes(call.id)) ?? [];
      const decision = decisionOn(finding, told);
      return {
        helpdesk,
        host,
        ticket: id,
        subject: record?.page.subject,
        finding: finding.id,
        about: finding.about,
        colour: colourOf(finding),
        verdict: finding.about === 'claim' ? finding.verdict : finding.class,
        reason: finding.about === 'claim' ? finding.reason : finding.class,
        claim: claim?.quote,
        claim_status: claim?.status,
        claimed: finding.detail.claimed,
        recorded: finding.detail.recorded,
        calls: calls.map((call) => `${call.name} (${call.id})`).join('; '),
        author: message?.author.name,
        author_kind: message?.author.kind,
        message_at: message?.at,
        decision: decision?.kind,
        decided_by: decision?.reviewer,
        decided_at: decision?.at,
        decided_because: [decision?.why, decision?.reason].filter(Boolean).join(': '),
        failure: decision?.failure,
        topic: decision?.topic,
        policy: told.policy && `${told.policy.content.id} ${told.policy.content.version}`,
        engine: record?.engine,
        judged_at: record?.at,
        log: record?.evidence.coverage.source,
        log_complete: record?.evidence.coverage.complete,
        trail_head: told.head,
        signed_by: told.keys.join(' '),
      };
    });
    const all = [COLUMNS.map(cell), ...lines.map((line) => COLUMNS.map((column) => cell(line[column])))];
    // The mark at the start tells spreadsheets that it is UTF-8.
    return `\uFEFF${all.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
  },
};
