/** Every visible string and how times are written: passed in, so that whoever shows them runs without a browser. */

import type messages from '../../public/_locales/en/messages.json';
import type { Iso } from '../model.ts';

export type MessageKey = keyof typeof messages;

/** As `browser.i18n.getMessage`: the text of a key, with its placeholders filled in their order. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

/** Keys that come in two: `calls_one` for exactly one, `calls_other` for all else. */
type Counted<Key = MessageKey> = Key extends `${infer Stem}_one` ? Stem : never;

export interface Words {
  t: Translate;
  /** The count is the first placeholder. */
  count(stem: Counted, count: number, ...substitutions: string[]): string;
  /** Grouped as the reader writes it: `120,000`. */
  number(value: number): string;
  /** The day in the reader's zone: `30 June 2026`. */
  day(iso: Iso): string;
  /** A calendar day of no zone, as claims name one: `2026-06-30`, or `????-06-30` where no year was written. Any other text stays as it is. */
  date(text: string): string;
  /** To the minute, in the reader's zone: `23 Nov 2026, 12:04`. */
  minute(iso: Iso): string;
  /** To the second, for what a log recorded. */
  second(iso: Iso): string;
}

const CALENDAR_DAY = /^(\d{4}|\?{4})-(\d\d-\d\d)$/;

function calendar(locale: string): Words['date'] {
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const yearless = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (text) => {
    const [, year, day] = CALENDAR_DAY.exec(text) ?? [];
    // In a leap year every day exists that may be meant.
    const at = new Date(`${year === '????' ? '2000' : year}-${day}`);
    if (day === undefined || Number.isNaN(at.getTime())) return text;
    return (year === '????' ? yearless : whole).format(at);
  };
}

/** `timeZone` is an IANA name; undefined is the machine's own. */
export function words(t: Translate, locale: string, timeZone?: string): Words {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const second = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const number = new Intl.NumberFormat(locale);
  return {
    t,
    number: (value) => number.format(value),
    count: (stem, count, ...substitutions) => t(count === 1 ? `${stem}_one` : `${stem}_other`, String(count), ...substitutions),
    date: calendar(locale),
    day: (iso) => day.format(new Date(iso)),
    minute: (iso) => minute.format(new Date(iso)),
    second: (iso) => second.format(new Date(iso)),
  };
}

/** For files, which must come out the same everywhere: times in UTC, as logs are searched by them, and no locale's signs. */
export function wordsOfFiles(t: Translate): Words {
  const time = (iso: Iso, length: number) => `${new Date(iso).toISOString().slice(0, length).replace('T', ' ')} UTC`;
  return {
    t,
    number: String,
    count: (stem, count, ...substitutions) => t(count === 1 ? `${stem}_one` : `${stem}_other`, String(count), ...substitutions),
    date: (text) => text,
    day: (iso) => new Date(iso).toISOString().slice(0, 10),
    minute: (iso) => time(iso, 16),
    second: (iso) => time(iso, 19),
  };
}
