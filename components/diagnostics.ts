/**
 * What helps whoever is asked for help: counts, ids of our own, versions and times. Never a name, a text, a host, a ticket's id,
 * a tool's name or what a log said: it is shown before it is copied, and may be posted anywhere. Pure.
 */
import type { TicketState } from '../lib/model.ts';
import type { About, PanelView, Reviewing } from './view.ts';

/** `{ "unsupported no-call": 2 }`. */
function tally(of: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of [...of].sort()) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

function aboutTicket(state: TicketState) {
  const { page, record } = state;
  const judged = record?.page ?? page;
  const coverage = record?.evidence.coverage;
  return {
    helpdesk: state.ticket.helpdesk,
    status: page?.status ?? null,
    landmarks: page?.landmarks ?? null,
    messages: tally(
      (judged?.messages ?? []).map(({ author, visibility }) => `${author.kind}${author.knownBy ? ` by ${author.knownBy}` : ''}, ${visibility}`),
    ),
    gaps: tally((record?.gaps ?? page?.gaps ?? []).map((gap) => gap.kind)),
    auditing: state.auditing,
    checkedAt: state.checkedAt,
    nextAudit: state.nextAudit,
    engine: record?.engine ?? null,
    policy: record?.policyVersion ?? null,
    coverage: coverage && {
      source: coverage.source,
      complete: coverage.complete,
      trouble: coverage.trouble ?? null,
      detail: coverage.detail?.id ?? null,
      from: coverage.from,
      to: coverage.to,
      askedAt: coverage.askedAt,
    },
    calls: tally((record?.evidence.calls ?? []).map((call) => call.status)),
    tools: record && { count: record.evidence.inventory.tools.length, complete: record.evidence.inventory.complete },
    claims: record?.claims.length ?? null,
    findings: tally((record?.findings ?? []).map((finding) => (finding.about === 'claim' ? `${finding.verdict} ${finding.reason}` : finding.class))),
    decisions: tally(state.decisions.map((decision) => (decision.why ? `${decision.kind} ${decision.why}` : decision.kind))),
    lapsed: state.lapsed.length,
    closedWithoutReview: state.closedWithoutReview?.at ?? null,
  };
}

/** JSON, two spaces deep. */
export function diagnostics(view: PanelView, reviewing: Pick<Reviewing, 'gate' | 'workerSilent'>, about: About): string {
  const shown = view.kind === 'no-ticket' ? `${view.kind}: ${view.why}` : view.kind;
  const ticket = view.kind === 'ticket' ? { ticket: aboutTicket(view.ticket) } : {};
  return JSON.stringify(
    {
      deskcheck: about.version,
      browser: about.browser,
      storage: about.storage,
      gate: reviewing.gate,
      workerSilent: reviewing.workerSilent,
      shown,
      ...ticket,
    },
    null,
    2,
  );
}
