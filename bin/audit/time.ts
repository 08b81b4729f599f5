/** Times of a file: without a zone they would mean another moment on each machine, so they are refused. */
import type { Iso } from '../../lib/model.ts';

const TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/i;

/** What some exports write for "no time": 0001-01-01. No ticket is that old. */
const FIRST_YEAR = 1970;

/** `2026-03-02T11:00:00+02:00` is `2026-03-02T09:00:00.000Z`. Null where the text is no such time: no zone, no such day, before 1970. */
export function utc(text: string): Iso | null {
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, zoneHours = '0', zoneMinutes = '0'] = TIME.exec(text) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || Number(zoneHours) > 15 || Number(zoneMinutes) > 59) return null;
  const local = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
  if (local.getUTCMonth() !== Number(month) - 1 || local.getUTCDate() !== Number(day)) return null;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const time = new Date(local.getTime() - zone + Number(fraction.padEnd(3, '0').slice(0, 3)));
  return time.getTime() >= 0 && time.getUTCFullYear() <= 9999 ? time.toISOString() : null;
}

/** The later of two times; null counts as the earliest. */
export const later = (a: Iso | null, b: Iso | null): Iso | null => (a === null || (b !== null && b > a) ? b : a);
