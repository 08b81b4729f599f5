/** Days told from where the message stands: "tomorrow", "next Tuesday", "in two weeks". Calendar days in UTC, as ISO dates. */
import type { Iso, Slots } from '../model.ts';
import { spokenNumber } from './money.ts';

type Day = NonNullable<Slots['days']>[number];

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const AHEAD = '(?:to|for|on|until|till|by) (?:the )?';
const NEAR = new RegExp(`\\b${AHEAD}(today|tonight|tomorrow|the day after tomorrow|yesterday)\\b`, 'gi');
const NAMED = new RegExp(
  `\\b${AHEAD}(?:this |next |coming )?((sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?)\\b(?! (?:to|and|or|through|until|–|-) ?\\p{L})`,
  'giu',
);
const AFTER = /\bin (an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week)s?\b(?! of)/gi;

const DAYS: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
};

/** A machine's zone is not the writer's: one day more on either side. */
const SLACK = 1;

/** @param at when the message was written. Without it, only the days of the week can be told. */
export function relativeDays(text: string, at: Iso | null | undefined): Day[] {
  const base = at ? Date.parse(at) : Number.NaN;
  const found: Day[] = [];
  const put = (said: string, from: number, to: number): void => {
    if (!Number.isNaN(base)) found.push({ text: said, from: isoDay(base, from - SLACK), to: isoDay(base, to + SLACK) });
  };
  for (const [, said] of text.matchAll(NEAR)) {
    const days = DAYS[said!.toLowerCase()]!;
    put(said!, days, days);
  }
  for (const [said, many, unit] of text.matchAll(AFTER)) {
    const number = /^an?$/i.test(many!) ? 1 : (spokenNumber(many!) ?? Number.NaN);
    if (unit!.toLowerCase() === 'day') put(said, number, number);
    // "In two weeks" is seldom meant to the day.
    else put(said, number * 7 - 3, number * 7 + 3);
  }
  for (const [, said, short] of text.matchAll(NAMED)) found.push({ text: said!, weekday: WEEKDAYS.indexOf(short!.toLowerCase()) });
  return found;
}

const DAY = 86_400_000;
const isoDay = (base: number, days: number): string => new Date(base + days * DAY).toISOString().slice(0, 10);
