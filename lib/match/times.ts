/** Whether a call had been made when a message was written. */
import type { Message, ToolCall } from '../model.ts';
import { once } from './once.ts';

/** How far the clocks of page and log may be apart, in milliseconds. */
const TOLERANCE = 5_000;

/** Was the call made before the message, or in the turn that wrote it? Times that are not known, or cannot be read, count as before. */
export function counts(call: ToolCall, message: Pick<Message, 'at'>): boolean {
  const { at } = timeOf(message);
  if (at === null) return true;
  const { from, to, began } = timesOf(call);
  return (from <= at && at <= to) || began === null || began <= at + TOLERANCE;
}

/** A time was recorded, and cannot be read: whether it was before the message is not known. */
export const isUnreadable = ({ startedAt, endedAt, turn }: ToolCall): boolean => {
  const time = startedAt ?? endedAt;
  return time !== null && parsed(time) === null && turn === undefined;
};

const timeOf = once(({ at }: Pick<Message, 'at'>) => ({ at: parsed(at) }));
const timesOf = once(({ turn, startedAt, endedAt }: ToolCall) => ({
  from: turn ? Date.parse(turn.from) : Number.NaN,
  to: turn ? Date.parse(turn.to) : Number.NaN,
  began: parsed(startedAt ?? endedAt),
}));
const parsed = (time: string | null): number | null => (time === null || Number.isNaN(Date.parse(time)) ? null : Date.parse(time));
