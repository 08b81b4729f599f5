/** What the toolbar badge says of a ticket. One sign, the most pressing one; the README has the table. Pure. */
import { colourOf } from '../../lib/colour.ts';
import type { Colour, TicketState } from '../../lib/model.ts';
import { awaitsAuthor, undecided } from '../../lib/open.ts';

export interface Badge {
  /** A number, `!`, `?`, `…`, or nothing. */
  sign: string;
  colour: Colour | 'waiting';
  /** Locale key of the sentence that the button shows under the pointer; it gets the count. */
  title: `toolbar_${'red' | 'unread' | 'unreviewed' | 'reopen' | 'author' | 'amber' | 'ticket' | 'decided' | 'taken_back' | 'grey' | 'green' | 'waiting'}`;
  count: number;
}

/** The thread was not found on a page that is a ticket's. */
function isUnread({ page }: TicketState): boolean {
  return page !== null && (page.messages.length === 0 || page.gaps.some((gap) => gap.kind === 'no-messages'));
}

export function badgeOf(state: TicketState): Badge {
  const { record, page, decisions, closedWithoutReview } = state;
  const open = undecided(state);
  const red = open.filter((finding) => colourOf(finding) === 'red').length;
  const badge = (sign: string, colour: Badge['colour'], title: Badge['title'], count = 0): Badge => ({ sign, colour, title, count });

  if (isUnread(state)) return badge('!', 'amber', 'toolbar_unread');
  if (!record) return badge('…', 'waiting', 'toolbar_waiting');
  if (closedWithoutReview) return badge('!', 'red', 'toolbar_unreviewed', closedWithoutReview.findings.length);
  if (red > 0) return badge(String(red), 'red', 'toolbar_red', red);
  const reopen = decisions.filter(({ kind }) => kind === 'reopen-needed').length;
  if (reopen > 0) return badge('!', 'red', 'toolbar_reopen', reopen);
  if (open.some(awaitsAuthor) || record.page.messages.some(({ author }) => author.kind === 'unknown')) return badge('?', 'amber', 'toolbar_author');
  // Without a claim there is still what the log may hold: money beyond the policy, a change that nobody told of.
  const blind = record.findings.length === 0 && record.evidence.coverage.trouble !== undefined;
  const amber = open.filter((finding) => colourOf(finding) === 'amber');
  if (blind || amber.some((finding) => finding.about === 'claim')) return badge('?', 'amber', 'toolbar_amber');
  if (amber.length > 0) return badge('?', 'amber', 'toolbar_ticket', amber.length);
  if (open.length < record.findings.length) return badge('', 'grey', 'toolbar_decided', decisions.length);
  if (record.findings.length === 0 && record.claims.some((claim) => claim.status === 'retracted')) return badge('', 'grey', 'toolbar_taken_back');
  return record.findings.length > 0 && page ? badge('', 'green', 'toolbar_green') : badge('', 'grey', 'toolbar_grey');
}
