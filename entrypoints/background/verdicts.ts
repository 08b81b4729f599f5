/** What a ticket's state means for its page: marks and gate, in the reader's language. */
import { text } from '../../lib/browser.ts';
import { colourOf } from '../../lib/colour.ts';
import type { Finding, TicketRef, TicketState } from '../../lib/model.ts';
import { awaitsAuthor, isLogRead, openFindings } from '../../lib/open.ts';
import type { Mark, Verdicts } from '../../lib/protocol.ts';
import type { Settings } from '../../lib/settings.ts';

/** A log that could not be read at all is no ground to hold anybody, but for money that the team holds. */
function unjudgedFor(state: TicketState, open: readonly string[], trailWritable: boolean): Verdicts['gate']['unjudged'] {
  if (!trailWritable) return 'trail-unwritable';
  if (!state.record) return 'no-verdict';
  return isLogRead(state.record) || open.length > 0 ? null : 'log-unreadable';
}

/** @param trailWritable false while the trail cannot be written: then nobody is held, since no decision could be kept. */
export function verdictsOf(state: TicketState, settings: Settings, trailWritable: boolean): Verdicts {
  const open = openFindings(state, settings);
  const claims = new Map((state.record?.claims ?? []).map((claim) => [claim.id, claim]));
  const mark = (finding: Finding): Mark[] => {
    const colour = colourOf(finding);
    const claim = finding.about === 'claim' ? claims.get(finding.claimId) : undefined;
    // The page shows no all-clear: ticket text could imitate one. Words of an author who is not known yet are asked about in the panel, not marked.
    if (finding.about !== 'claim' || !claim || colour === 'green' || awaitsAuthor(finding)) return [];
    const label = text(`short_${finding.reason.replaceAll('-', '_')}`);
    return [{ findingId: finding.id, messageId: claim.messageId, quote: claim.quote, occurrence: claim.occurrence, colour, label }];
  };
  return {
    ticket: state.ticket,
    auditing: state.auditing,
    marks: (state.record?.findings ?? []).flatMap(mark),
    gate: {
      mode: settings.gate,
      open,
      unjudged: unjudgedFor(state, open, trailWritable),
      freeUntil: state.freeUntil,
      text: text('gate_held', String(open.length)),
    },
  };
}

/** What a page is told of a ticket while the store can neither be read nor written: nothing is known, and nobody is held. */
export const withoutStore = (ticket: TicketRef, { gate: mode }: Pick<Settings, 'gate'>): Verdicts => ({
  ticket,
  auditing: false,
  marks: [],
  gate: { mode, open: [], unjudged: 'trail-unwritable', freeUntil: null, text: '' },
});
