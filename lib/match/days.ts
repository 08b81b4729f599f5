/** Days told from where the message stands, against the one day that a call was given. */
import type { Claim, Slots } from '../model.ts';
import type { Leaf } from './leaves.ts';

type Day = NonNullable<Slots['days']>[number];

/** A day alone, or with its time and, where it is told, its zone. */
const WHEN = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(Z)?)?/;
/** What is recorded beside the day that was agreed. */
const OTHER_KEY = /birth|dob|created|requested|issued|purchase|order_?date|from_?date|old|previous|expir/i;

/** `true`: that day; a text: the day that the call was given instead; `undefined`: it was given none, or several. */
export function dayIn(claim: Claim, args: readonly Leaf[]): true | string | undefined {
  const { days, dates } = claim.slots;
  const told = days?.length === 1 && dates.length === 0 ? days[0] : undefined;
  if (told === undefined || !/^(?:update|create)$/.test(claim.action)) return undefined;
  const given = args.flatMap((leaf) => {
    const hit = OTHER_KEY.test(leaf.key) ? null : WHEN.exec(String(leaf.value));
    return hit ? [{ day: hit[1]!, utc: hit[2] !== undefined }] : [];
  });
  const distinct = new Set(given.map((one) => one.day));
  const only = distinct.size === 1 ? given[0]! : undefined;
  return only === undefined ? undefined : isOn(told, only.day, only.utc) ? true : only.day;
}

function isOn(told: Day, day: string, utc: boolean): boolean {
  if (told.weekday === undefined) return told.from !== undefined && told.to !== undefined && told.from <= day && day <= told.to;
  const is = new Date(`${day}T00:00:00Z`).getUTCDay();
  // Late in the evening of one zone it is the next day in another.
  return is === told.weekday || (utc && (is + 1) % 7 === told.weekday) || (utc && (is + 6) % 7 === told.weekday);
}
