/** The badge on the toolbar button, one a tab. What it means is decided in `badge.ts`. */
import { browser, text } from '../../lib/browser.ts';
import type { TicketState } from '../../lib/model.ts';
import { badgeOf } from './badge.ts';

const COLOURS = { red: '#b42318', amber: '#b54708', grey: '#667085', green: '#667085', waiting: '#667085' };

/** Null: the tab shows no ticket. */
export async function showOnToolbar(tabId: number, state: TicketState | null): Promise<void> {
  const badge = state && badgeOf(state);
  try {
    await browser.action.setBadgeText({ tabId, text: badge?.sign ?? '' });
    await browser.action.setTitle({ tabId, title: badge ? text(badge.title, String(badge.count)) : text('name') });
    if (badge) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[badge.colour] });
  } catch {
    // The tab was closed meanwhile; there is no badge to show.
  }
}
