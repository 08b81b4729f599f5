/** Tickets as the panel gets them, made by hand: one a state that it must be able to show. */

import type { AuditRecord, Claim, ClaimFinding, Coverage, Message, TicketState, ToolCall } from '../../../lib/model.ts';

const ticket = { helpdesk: 'zendesk', host: 'harborworks.zendesk.com', id: '4127' };

export const tools = ['search_kb', 'get_ticket', 'add_internal_note', 'issue_refund'].map((name) => ({ name }));

export const coverage: Coverage = {
  source: 'jaeger',
  from: '2026-10-01T08:00:00.000Z',
  to: '2026-10-01T10:29:00.000Z',
  complete: true,
  askedAt: '2026-10-01T10:30:00.000Z',
};

export const message = (id: string, text: string, over: Partial<Message> = {}): Message => ({
  id,
  author: { kind: 'ai-agent', name: 'Harbor Assist', knownBy: 'vendor' },
  visibility: 'public',
  at: '2026-10-01T09:06:00.000Z',
  text,
  ...over,
});

export const customer: Message = message('m1', 'Our card was charged twice. Can you sort out the extra $48?', {
  author: { kind: 'customer', name: 'Dana Whitfield' },
  at: '2026-10-01T08:52:00.000Z',
});

const SLOTS: Claim['slots'] = { money: [], ids: [], cards: [], emails: [], dates: [], counts: [], texts: [], about: [] };

export function claim(quote: string, of: Message, kind: Claim['kind'], slots: Partial<Claim['slots']> = {}): Claim {
  const start = of.text.indexOf(quote);
  if (start < 0) throw new Error(`The message does not say "${quote}".`);
  const id = `c-${quote.replaceAll(/\W+/g, '-')}`;
  const place = { messageId: of.id, start, end: start + quote.length, quote, occurrence: 0 };
  return { id, ...place, status: 'done', action: 'other', kind, verb: '', words: [], slots: { ...SLOTS, ...slots } };
}

export const finding = (of: Claim, over: Partial<ClaimFinding> & Pick<ClaimFinding, 'verdict' | 'reason'>): ClaimFinding => ({
  about: 'claim',
  id: `f-${of.id}`,
  claimId: of.id,
  rule: over.reason,
  calls: [],
  detail: {},
  others: [],
  ...over,
});

export const call = (id: string, name: string, args: ToolCall['arguments'], result: ToolCall['result']): ToolCall => ({
  id,
  name,
  arguments: args,
  result,
  status: 'ok',
  startedAt: '2026-10-01T08:58:31.000Z',
  endedAt: '2026-10-01T08:58:32.000Z',
  source: 'jaeger',
});

export interface Parts extends Partial<Pick<AuditRecord, 'claims' | 'findings'>> {
  subject?: string;
  messages?: Message[];
  gaps?: AuditRecord['gaps'];
  status?: AuditRecord['page']['status'];
  closed?: AuditRecord['page']['closed'];
  calls?: ToolCall[];
  coverage?: Partial<Coverage>;
}

export function record(parts: Parts): AuditRecord {
  const page: AuditRecord['page'] = {
    ticket,
    subject: parts.subject ?? 'Charged twice for the March invoice',
    status: parts.status ?? 'solved',
    ...(parts.closed ? { closed: parts.closed } : {}),
    messages: [customer, ...(parts.messages ?? [])],
    gaps: parts.gaps ?? [],
    landmarks: { found: ['thread', 'messages', 'status'], missing: [] },
  };
  return {
    ticket,
    at: '2026-10-01T10:30:00.000Z',
    engine: '1',
    policyVersion: '2026-10-01',
    page,
    gaps: page.gaps,
    evidence: { calls: parts.calls ?? [], inventory: { tools, complete: true }, coverage: { ...coverage, ...parts.coverage } },
    claims: parts.claims ?? [],
    findings: parts.findings ?? [],
  };
}

export const view = (of: AuditRecord | null, over: Partial<TicketState> = {}): TicketState => ({
  ticket,
  page: of?.page ?? null,
  record: of,
  checkedAt: of?.at ?? null,
  auditing: false,
  nextAudit: null,
  decisions: [],
  lapsed: [],
  closedWithoutReview: null,
  lastLetThrough: null,
  freeUntil: null,
  shown: null,
  ...over,
});
