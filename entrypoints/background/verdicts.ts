/** What a ticket's state means for its page: marks and gate, in the reader's language. */
import { text } from '../../lib/browser.ts';
import { colourOf } from '../../lib/colour.ts';
import type { Finding, TicketState } from '../../lib/model.ts';
import type { Mark, Verdicts } from '../../lib/protocol.ts';
import type { Settings } from '../../lib/settings.ts';

/** Ids of findings that hold the close gate: red, and not decided. */
export function openFindings(state: TicketState): string[] {
  const decided = new Set(state.decisions.map((decision) => decision.findingId));
  return (state.record?.findings ?? []).filter((finding) => colourOf(finding) === 'red' && !decided.has(finding.id)).map((finding) => finding.id);
}

/** A log that could not be read at all is no ground to hold anybody. */
const judged = (state: TicketState): boolean => state.record !== null && (state.record.evidence.coverage.trouble ?? 'truncated') === 'truncated';

export function verdictsOf(state: TicketState, settings: Settings): Verdicts {
  const open = openFindings(state);
  const claims = new Map((state.record?.claims ?? []).map((claim) => [claim.id, claim]));
  const mark = (finding: Finding): Mark[] => {
    const colour = colourOf(finding);
    const claim = finding.about === 'claim' ? claims.get(finding.claimId) : undefined;
    // The page shows no all-clear: ticket text could imitate one.
    if (finding.about !== 'claim' || !claim || colour === 'green') return [];
    const label = text(`short_${finding.reason.replaceAll('-', '_')}`);
    return [{ findingId: finding.id, messageId: claim.messageId, quote: claim.quote, occurrence: claim.occurrence, colour, label }];
  };
  return {
    ticket: state.ticket,
    marks: (state.record?.findings ?? []).flatMap(mark),
    gate: { mode: settings.gate, open, judged: judged(state), freeUntil: state.freeUntil, text: text('gate_held', String(open.length)) },
  };
}
