/** What is written of one ticket: one JSON object, the same bytes wherever and beside whatever else it was judged. */
import { colourOf, colourOfTicket, countVerdicts } from '../../lib/colour.ts';
import { digest } from '../../lib/id.ts';
import type { AuditRecord, Claim, Colour, Coverage, Detail, Gap, TicketClass, Verdict } from '../../lib/model.ts';

export interface VerdictLine {
  ticket: string;
  helpdesk: string;
  host: string;
  /** The worst of its findings; grey where no claim was found, which is not the same as clean. */
  colour: Colour;
  claims: Record<Verdict, number> & { found: number };
  findings: (ToldClaim | ToldTicket)[];
  /** What was not read. */
  gaps: Gap[];
  /** What the log could have shown. */
  coverage: Pick<Coverage, 'complete' | 'trouble'> & { note?: string };
  engine: string;
  policy: { id: string; version: string };
  /** The time that it was judged as of. */
  at: string;
}

interface ToldClaim {
  about: 'claim';
  id: string;
  colour: Colour;
  message: string;
  quote: string;
  /** In UTF-16 units of the message's text. */
  start: number;
  end: number;
  status: Claim['status'];
  action: string;
  verdict: Verdict;
  reason: string;
  calls: ToldCall[];
  detail: Detail;
}

interface ToldTicket {
  about: 'ticket';
  id: string;
  colour: Colour;
  class: TicketClass;
  /** Where it rests on words, not on a call. */
  message?: string;
  quote?: string;
  calls: ToldCall[];
  detail: Detail;
}

interface ToldCall {
  id: string;
  name: string;
}

/** @param note the file's own word on the coverage. */
export function verdictLine(record: AuditRecord, policyId: string, note: string | undefined): VerdictLine {
  const { ticket, evidence, engine, policyVersion, gaps, at } = record;
  const { complete, trouble } = evidence.coverage;
  const { claims: found, ...verdicts } = countVerdicts(record);
  return {
    ticket: ticket.id,
    helpdesk: ticket.helpdesk,
    host: ticket.host,
    colour: colourOfTicket(record),
    claims: { found, ...verdicts },
    findings: toldFindings(record),
    gaps,
    coverage: { complete, ...(trouble ? { trouble } : {}), ...(note ? { note } : {}) },
    engine,
    policy: { id: policyId, version: policyVersion },
    at,
  };
}

function toldFindings({ claims, findings, evidence }: AuditRecord): (ToldClaim | ToldTicket)[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const names = new Map(evidence.calls.map((call) => [call.id, call.name]));
  const calls = (ids: readonly string[]): ToldCall[] => ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  return findings.map((finding): ToldClaim | ToldTicket => {
    const { about, id, detail } = finding;
    const told = { id, colour: colourOf(finding), calls: calls(finding.calls), detail };
    if (about === 'ticket') {
      const claim = finding.calls.length === 0 ? claims.find((one) => digest(finding.class, one.id) === id) : undefined;
      return { about, class: finding.class, ...(claim ? { message: claim.messageId, quote: claim.quote } : {}), ...told };
    }
    const { messageId, quote, start, end, status, action } = byId.get(finding.claimId)!;
    const { verdict, reason } = finding;
    return { about, message: messageId, quote, start, end, status, action, verdict, reason, ...told };
  });
}
