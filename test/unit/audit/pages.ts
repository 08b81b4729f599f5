/** A ticket of the try-out world as the page and the evidence that the engine is given. */
import type { AuditRecord, Author, ClaimFinding, Evidence, Iso, TicketPage, ToolCall } from '../../../lib/model.ts';
import type { WorldMessage, WorldTicket } from '../../world/ticket.ts';

export const NOW: Iso = '2026-11-20T12:00:00.000Z';
const before = (minutes: number): Iso => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

const KINDS: Readonly<Record<WorldMessage['role'], Author['kind']>> = { bot: 'ai-agent', agent: 'person', 'end-user': 'customer' };

export const pageOf = (ticket: WorldTicket): TicketPage => ({
  ticket: { helpdesk: 'zendesk', host: 'harborworks.zendesk.com', id: ticket.id },
  subject: ticket.subject,
  status: ticket.status,
  messages: ticket.messages.map((message, index) => ({
    id: `${ticket.id}-${index}`,
    author: { kind: KINDS[message.role], name: message.name, ...(message.role === 'bot' ? { knownBy: 'vendor' as const } : {}) },
    visibility: message.visibility,
    at: before(message.minutesAgo),
    text: message.text,
  })),
  gaps: [],
  landmarks: { found: ['thread'], missing: [] },
});

/** The world's second account has a log that does not run. */
const isDown = (ticket: WorldTicket): boolean => ticket.subdomain !== undefined;

/** One run from the first call or reply to the last, as it is recorded. */
const runOf = ({ id, messages, run }: WorldTicket): NonNullable<ToolCall['turn']> => {
  const moments = [...run.calls, ...messages.filter(({ role }) => role === 'bot')].map(({ minutesAgo }) => minutesAgo);
  return { id: `run-${id}`, from: before(Math.max(...moments)), to: before(Math.min(...moments)) };
};

export const evidenceOf = (ticket: WorldTicket): Evidence => ({
  calls: isDown(ticket)
    ? []
    : ticket.run.calls.map((call, index) => ({
        id: `call-${index}`,
        name: call.name,
        arguments: call.arguments,
        result: call.result,
        status: call.error === undefined ? 'ok' : 'error',
        ...(call.error === undefined ? {} : { error: call.error }),
        startedAt: before(call.minutesAgo),
        endedAt: before(call.minutesAgo),
        turn: runOf(ticket),
        source: 'jaeger',
      })),
  inventory: isDown(ticket) ? { tools: [], complete: false } : { tools: ticket.run.tools, complete: true },
  coverage: {
    source: 'jaeger',
    from: before(3 * 1440),
    to: NOW,
    complete: !isDown(ticket),
    ...(isDown(ticket) ? { trouble: 'unreachable' as const, detail: { id: 'code' as const, value: 'ECONNREFUSED' } } : {}),
    askedAt: NOW,
  },
});

/** What was said of each claim, in the order of the messages. */
export const verdictsOf = (record: AuditRecord): { quote: string; verdict: string; reason: string }[] =>
  record.findings
    .filter((finding): finding is ClaimFinding => finding.about === 'claim')
    .map((finding) => ({
      quote: record.claims.find((claim) => claim.id === finding.claimId)!.quote,
      verdict: finding.verdict,
      reason: finding.reason,
    }));

export const ticketClasses = (record: AuditRecord): string[] =>
  record.findings.flatMap((finding) => (finding.about === 'ticket' ? [finding.class] : []));
