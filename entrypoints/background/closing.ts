/** Was a ticket closed past the gate? What could not be held but was seen is flagged. Pure. */
import type { Iso, TicketPage, TicketState } from '../../lib/model.ts';
import { isLogRead } from '../../lib/open.ts';
import type { SeenClose } from '../../lib/store/db.ts';

/** Clocks differ, and a page may be slow to show what was pressed. */
const PRESS_MS = 2 * 60_000;

export type CloseJudgement = 'accounted' | 'not-known-yet' | { findings: string[] };

/**
 * The gate let a press through when the ticket was closed, or when it was seen closed: the helpdesk's clock may be wrong.
 * Where the helpdesk does not tell the time of the close, any press since the ticket was read open may have been it.
 */
function isPressed({ at, openAt }: SeenClose, closedAt: Iso | null, lastLetThrough: Iso | null): boolean {
  if (lastLetThrough === null) return false;
  const press = Date.parse(lastLetThrough);
  const near = (time: Iso) => Math.abs(press - Date.parse(time)) <= PRESS_MS;
  return near(at) || (closedAt === null ? press >= Date.parse(openAt) - PRESS_MS : near(closedAt));
}

/**
 * @param open ids of the findings that hold the gate now.
 * @returns `accounted` where nobody is to blame: a press was let through, or nothing was open; `not-known-yet` while the log cannot be read.
 */
export function judgeClose(
  seen: SeenClose,
  closed: TicketPage['closed'],
  { record, lastLetThrough }: Pick<TicketState, 'record' | 'lastLetThrough'>,
  open: string[],
): CloseJudgement {
  if (isPressed(seen, closed?.at ?? null, lastLetThrough)) return 'accounted';
  if (open.length > 0) return { findings: open };
  return record && isLogRead(record) ? 'accounted' : 'not-known-yet';
}
