/** "Mailed 12 Jan": a deed that the claim itself dates to before the conversation, of which alone the log tells. */
import { dates } from '../claims/dates.ts';
import type { ClaimCase } from './rule.ts';

/** The day right after the verb, with nothing that it could belong to: "cancelled 12 Jan booking" tells of a booking. */
const ON_DAY =
  /^\p{L}+ (?:on )?((?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4})(?:,? 20\d{2})?)(?=$|[\s]?[(,;.:]|\sat\s|\sby\s)/iu;
/** A day without a year is the last one before the message. */
const HALF_YEAR = 183 * 86_400_000;
const DAY = 86_400_000;

export function isLongAgo({ claim, message, page }: ClaimCase): boolean {
  const written = ON_DAY.exec(claim.quote)?.[1];
  const day = written === undefined ? undefined : dates(written)[0];
  if (day === undefined) return false;
  const from = Math.min(...page.messages.flatMap(({ at }) => (at === null || Number.isNaN(Date.parse(at)) ? [] : [Date.parse(at)])));
  const at = message.at === null ? from : Date.parse(message.at);
  if (claim.status !== 'done' || !Number.isFinite(at)) return false;
  const year = new Date(at).getUTCFullYear();
  const time = Date.parse(day.replace('????', String(year)));
  return (time > at + HALF_YEAR ? time - 2 * HALF_YEAR : time) < from - 2 * DAY;
}
