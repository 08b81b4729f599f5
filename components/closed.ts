/** What is said of a ticket that is closed already: by whom, when, and whether anybody looked at its findings. Pure. */
import { colourOf } from '../lib/colour.ts';
import type { TicketPage, TicketState } from '../lib/model.ts';
import { awaitsAuthor, undecided } from '../lib/open.ts';
import type { Words } from './words.ts';

export const isClosed = (page: Pick<TicketPage, 'status'>): boolean => page.status === 'solved' || page.status === 'closed';

/** `Solved by Sam Rivera, 1 Oct 2026, 12:04`. */
export function closedBy({ status, closed }: TicketPage, { t, minute }: Words): string {
  const word = t(`status_${status}`);
  const { by = null, at = null } = closed ?? {};
  if (by) return at ? t('closed_by_at', word, by, minute(at)) : t('closed_by', word, by);
  return at ? t('closed_at', word, minute(at)) : t('closed_unsaid', word);
}

/** Reviewed is a ticket with no red finding left open by those who looked at it; null where there is nothing to look at. */
export function reviewState(state: TicketState): 'reviewed' | 'not_reviewed' | null {
  const { record, decisions } = state;
  if (!record) return 'not_reviewed';
  const open = undecided(state).filter((finding) => colourOf(finding) !== 'green' && !awaitsAuthor(finding));
  if (open.some((finding) => colourOf(finding) === 'red')) return 'not_reviewed';
  if (decisions.length > 0) return 'reviewed';
  return open.length > 0 ? 'not_reviewed' : null;
}
