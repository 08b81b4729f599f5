/** Small cases in one line each: what the agent said, what was recorded. */
import { audit } from '../../../lib/audit.ts';
import type { AuditRecord, ClaimFinding, Coverage, Evidence, Json, Message, Policy, TicketPage, ToolCall } from '../../../lib/model.ts';

export const AT = '2026-03-02T10:00:00.000Z';
export const NOW = '2026-03-02T12:00:00.000Z';

export interface Said {
  text: string;
  tools?: { name: string; description?: string }[];
  inventoryComplete?: boolean;
  calls?: (Partial<ToolCall> & { name: string; arguments?: Json; result?: Json })[];
  coverage?: Partial<Coverage>;
  policy?: Partial<Policy>;
  author?: Message['author'];
  at?: string | null;
}

export function inputOf(said: Said): [TicketPage, Evidence, Policy] {
  const calls = (said.calls ?? []).map(
    (call, index): ToolCall => ({
      id: `c${index}`,
      status: 'ok',
      startedAt: `2026-03-02T09:${30 + index}:00.000Z`,
      endedAt: null,
      source: 'test',
      ...call,
    }),
  );
  const page: TicketPage = {
    ticket: { helpdesk: 'zendesk', host: 'a.example', id: '1' },
    subject: '',
    status: 'solved',
    messages: [
      {
        id: 'm1',
        author: said.author ?? { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' },
        visibility: 'internal',
        at: said.at === undefined ? AT : said.at,
        text: said.text,
      },
    ],
    gaps: [],
    landmarks: { found: [], missing: [] },
  };
  const evidence: Evidence = {
    calls,
    inventory: { tools: said.tools ?? calls.map((call) => ({ name: call.name })), complete: said.inventoryComplete ?? true },
    coverage: { source: 'test', from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T11:59:00.000Z', complete: true, askedAt: NOW, ...said.coverage },
  };
  return [page, evidence, { id: 'main', version: '1', limits: [], destinations: [], tools: [], ...said.policy }];
}

export const recordOf = (said: Said): AuditRecord => audit(...inputOf(said), NOW);

export const findingsOf = (said: Said): ClaimFinding[] => recordOf(said).findings.filter((one): one is ClaimFinding => one.about === 'claim');

/** `verdict reason` of each claim, in order. */
export const said = (one: Said): string[] => findingsOf(one).map((finding) => `${finding.verdict} ${finding.reason}`);

export const classes = (one: Said): string[] =>
  recordOf(one).findings.flatMap((finding) => (finding.about === 'ticket' ? [`${finding.class} ${finding.calls[0] ?? '-'}`] : []));
