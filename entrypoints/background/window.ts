/** From when to when the log is asked. Pure. */
import type { Gap, Query, TicketPage } from '../../lib/model.ts';

/** A run may begin before its first message is posted. */
const LEAD_MS = 60 * 60_000;
/** Where the ticket's first message is not known: threads are seldom longer, and an agent's work that was not asked for would look like none. */
const UNKNOWN_LEAD_MS = 90 * 24 * 60 * 60_000;

/** What hides that there was an earlier message. */
const HIDES_BEGINNING: readonly Gap['kind'][] = ['no-messages', 'not-loaded', 'merged'];

export function windowOf({ messages, gaps }: Pick<TicketPage, 'messages' | 'gaps'>, now: Date): Pick<Query, 'from' | 'to'> {
  const times = messages.flatMap((message) => (message.at === null ? [] : [Date.parse(message.at)]));
  const first = Math.min(...times, now.getTime());
  const isBeginning = times.length > 0 && messages[0]?.at !== null && !gaps.some((gap) => HIDES_BEGINNING.includes(gap.kind));
  return { from: new Date(first - (isBeginning ? LEAD_MS : UNKNOWN_LEAD_MS)).toISOString(), to: now.toISOString() };
}
