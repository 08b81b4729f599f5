/** What a ticket's state means for its page: marks and gate, in the reader's language. */
import { text } from '../../lib/browser.ts';
import type { TicketRef, TicketState } from '../../lib/model.ts';
import { isLogRead, openFindings } from '../../lib/open.ts';
import type { Verdicts } from '../../lib/protocol.ts';
import type { Settings } from '../../lib/settings.ts';
import { marksOf } from './marks.ts';

/** A log that could not be read at all is no ground to hold anybody, but for money that the team holds. */
function unjudgedFor(state: TicketState, open: readonly string[], trailWritable: boolean): Verdicts['gate']['unjudged'] {
  if (!trailWritable) return 'trail-unwritable';
  if (!state.record) return 'no-verdict';
  return isLogRead(state.record) || open.length > 0 ? null : 'log-unreadable';
}

/** @param trailWritable false while the trail cannot be written: then nobody is held, since no decision could be kept. */
export function verdictsOf(state: TicketState, settings: Settings, trailWritable: boolean): Verdicts {
  const open = openFindings(state, settings);
  return {
    ticket: state.ticket,
    auditing: state.auditing,
    marks: state.record ? marksOf(state.record, text) : [],
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
