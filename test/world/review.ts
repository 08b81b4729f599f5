/** What was found on a ticket, for a person who checks the marks against the text. Pure. */
import type { AuditRecord, ClaimFinding, Finding, Json, Message, ToolCall } from '../../lib/model.ts';

/** One line of `findings.jsonl`. A finding about the ticket has no quote, and its class stands for the reason. */
export interface FoundLine {
  ticket: string;
  name: string;
  /** How many messages stand before the claim's. */
  message: number | null;
  author: string | null;
  quote: string | null;
  verdict: string;
  reason: string;
  detail: object;
  calls: { name: string; arguments: Json; result: Json; status: ToolCall['status'] }[];
}

/** Results are often a whole record. */
const LONGEST = 600;

export function findingsOf(record: AuditRecord, name: string): FoundLine[] {
  const { messages } = record.page;
  return record.findings.map((finding) => {
    const claim = finding.about === 'claim' ? record.claims.find((one) => one.id === finding.claimId) : undefined;
    const at = messages.findIndex((message) => message.id === claim?.messageId);
    return {
      ticket: record.ticket.id,
      name,
      message: at < 0 ? null : at,
      author: messages[at]?.author.name ?? null,
      quote: claim?.quote ?? null,
      ...said(finding),
      detail: finding.detail,
      calls: callsOf(finding, record).map((call) => ({
        name: call.name,
        arguments: call.arguments ?? null,
        result: JSON.stringify(call.result ?? null).length > LONGEST ? cut(call.result) : (call.result ?? null),
        status: call.status,
      })),
    };
  });
}

const said = (finding: Finding): { verdict: string; reason: string } =>
  finding.about === 'claim' ? { verdict: finding.verdict, reason: finding.reason } : { verdict: 'ticket', reason: finding.class };

const callsOf = (finding: Finding, { evidence }: AuditRecord): ToolCall[] =>
  finding.calls.flatMap((id) => evidence.calls.find((call) => call.id === id) ?? []);

const cut = (json: Json | undefined): string => {
  const text = typeof json === 'string' ? json : JSON.stringify(json ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text;
};

/** The ticket as a transcript: messages and recorded calls in the order of time, and under each message what was said of its claims. */
export function transcriptOf(record: AuditRecord): string {
  const calls = new Map(record.evidence.calls.map((call, i) => [call, `#${i + 1}`]));
  const numbers = (finding: Finding) =>
    callsOf(finding, record)
      .map((call) => calls.get(call))
      .join(' ');
  const detail = (finding: Finding) => (Object.keys(finding.detail).length > 0 ? ` ${JSON.stringify(finding.detail)}` : '');
  const line = (finding: Finding, quote: string) =>
    `  >> ${said(finding).verdict}: ${said(finding).reason}${quote}${detail(finding)} ${numbers(finding)}`.trimEnd();
  const under = ({ id }: Message) =>
    record.claims
      .filter((claim) => claim.messageId === id)
      .map((claim) => {
        const finding = record.findings.find((one): one is ClaimFinding => one.about === 'claim' && one.claimId === claim.id);
        const quote = ` "${claim.quote}" [${claim.action}]`;
        return finding ? line(finding, quote) : `  >> ${claim.status}${quote}`;
      });
  const told = record.page.messages.map((message) => ({
    at: message.at,
    lines: [`${message.author.kind.toUpperCase()} ${message.author.name} (${message.visibility})`, ...indented(message.text), ...under(message)],
  }));
  const recorded = [...calls].map(([call, number]) => ({
    at: call.startedAt,
    lines: [`CALL ${number} ${call.name} ${cut(call.arguments)}`, ...indented(`${call.error ?? call.status}: ${cut(call.result)}`)],
  }));
  const events = [...told, ...recorded].sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
  const about = record.findings.flatMap((finding) => (finding.about === 'ticket' ? [line(finding, '')] : []));
  const head = [`${record.ticket.id} ${record.page.subject}`, `tools: ${record.evidence.inventory.tools.map((tool) => tool.name).join(', ')}`];
  const gaps = record.page.gaps.map((gap) => `gap: ${JSON.stringify(gap)}`);
  return `${[...head, ...gaps, ...about, '', ...events.flatMap(({ lines }) => [...lines, ''])].join('\n')}\n`;
}

const indented = (text: string): string[] => text.split('\n').map((line) => `  ${line}`);
