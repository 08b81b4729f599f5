/** Whole threads in a few lines: who said what when, and what was called when. */
import { audit } from '../../../lib/audit.ts';
import type { AuditRecord, Json, Message, TicketPage, ToolCall } from '../../../lib/model.ts';
import { inputOf, NOW } from './cases.ts';

const AUTHORS = {
  agent: { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' },
  note: { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' },
  customer: { kind: 'customer', name: 'Kim' },
  person: { kind: 'person', name: 'Robin' },
  somebody: { kind: 'unknown', name: 'helper' },
} as const satisfies Record<string, Message['author']>;

export interface Thread {
  /** In the order of time. A `note` is the agent's, and internal; a clock is `10:00` or `10:00:05`, null where the page does not tell. */
  said: readonly (readonly [clock: string | null, who: keyof typeof AUTHORS, text: string])[];
  calls?: readonly (readonly [clock: string | null, name: string, given?: Json, more?: Partial<ToolCall>])[];
  /** Of the agent, besides those that were called. The list is complete. */
  tools?: readonly string[];
}

const at = (clock: string): string => `2026-03-02T${clock}${clock.length === 5 ? ':00' : ''}.000Z`;

/** The messages are `m1`, `m2`, …, the calls `c1`, `c2`, … */
export function recordOf({ said, calls = [], tools = [] }: Thread): AuditRecord {
  const [page, evidence, policy] = inputOf({
    text: '',
    tools: [...new Set([...calls.map(([, name]) => name), ...tools])].map((name) => ({ name })),
    calls: calls.map(([clock, name, given, more], index) => ({
      id: `c${index + 1}`,
      name,
      arguments: given ?? {},
      startedAt: clock === null ? null : at(clock),
      ...more,
    })),
  });
  const messages: TicketPage['messages'] = said.map(([clock, who, text], index) => ({
    id: `m${index + 1}`,
    author: AUTHORS[who],
    visibility: who === 'note' ? 'internal' : 'public',
    at: clock === null ? null : at(clock),
    text,
  }));
  return audit({ ...page, messages }, evidence, policy, NOW);
}

/** `m1 “Refunded $5”: supported, call-matches, c1` of each claim that was judged, in order; then findings about the ticket. */
export function judged(thread: Thread): string[] {
  const record = recordOf(thread);
  return record.findings.map((finding) => {
    if (finding.about === 'ticket') return [finding.class, ...finding.calls].join(', ');
    const claim = record.claims.find(({ id }) => id === finding.claimId)!;
    return `${claim.messageId} “${claim.quote}”: ${[finding.verdict, finding.reason, ...finding.calls].join(', ')}`;
  });
}

/** `supported call-matches` of each claim that was judged, in order. */
export const verdicts = (thread: Thread): string[] =>
  recordOf(thread).findings.flatMap((finding) => (finding.about === 'claim' ? [`${finding.verdict} ${finding.reason}`] : []));
