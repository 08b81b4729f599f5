/** Calendar days in the zone of whoever reads them, and the instants at which they begin and end. Pure but for the machine's zone. */
import type { Iso } from './model.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-06-30`. Empty where the time is none. */
export function dayOf(time: Date): string {
  if (Number.isNaN(time.getTime())) return '';
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

const parts = (day: string): [number, number, number] => {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  return [year, month - 1, date];
};

/** Midnight at which the day begins. */
export const startOfDay = (day: string): Iso => new Date(...parts(day)).toISOString();

/** Its last millisecond. */
export function endOfDay(day: string): Iso {
  const [year, month, date] = parts(day);
  return new Date(new Date(year, month, date + 1).getTime() - 1).toISOString();
}
