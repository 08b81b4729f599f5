/** The badge on the toolbar button, one a tab: how many red findings are open. */

import { browser, text } from '../../lib/browser.ts';
import { colourOf, colourOfTicket } from '../../lib/colour.ts';
import type { TicketState } from '../../lib/model.ts';

const COLOURS = { red: '#b42318', amber: '#b54708', grey: '#667085', green: '#667085', waiting: '#667085' };

function undecidedRed({ record, decisions }: TicketState): number {
  const decided = new Set(decisions.map((decision) => decision.findingId));
  return (record?.findings ?? []).filter((finding) => colourOf(finding) === 'red' && !decided.has(finding.id)).length;
}

/** The count of open red findings; `?` where something cannot be told; `…` while waiting; nothing where nothing needs a person. */
export async function showOnToolbar(tabId: number, state: TicketState | null): Promise<void> {
  const colour = state ? (state.record ? colourOfTicket(state.record) : 'waiting') : null;
  const open = state ? undecidedRed(state) : 0;
  const badge = colour === 'red' ? (open > 0 ? String(open) : '') : colour === 'amber' ? '?' : colour === 'waiting' ? '…' : '';
  try {
    await browser.action.setBadgeText({ tabId, text: badge });
    await browser.action.setTitle({ tabId, title: colour ? text(`toolbar_${colour}`, String(open)) : text('name') });
    if (colour) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[colour] });
  } catch {
    // The tab was closed meanwhile; there is no badge to show.
  }
}
