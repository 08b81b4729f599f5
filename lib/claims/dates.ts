/** Calendar days as people write them: `2026-06-30`, "30 June", "June 30th, 2026", `30.06.2026`. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const DAY_MONTH = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.?(?:,? (\d{4}))?/gi;
const MONTH_DAY = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4}))?/gi;

/** "30.09.2026", "24/03/26": only where the day cannot be taken for the month. */
const NUMERIC = /(?<![\d.,/-])(\d{1,2})([./])(\d{1,2})\2(20\d{2}|\d{2})(?![\d/]|\.\d)/g;

function numeric([, a, mark, b, year]: RegExpExecArray): { day: string; month: number; year: string } | undefined {
  const dayFirst = mark === '.' || Number(a) > 12;
  const [day, month] = dayFirst ? [a!, Number(b)] : [b!, Number(a)];
  return month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31 || (!dayFirst && Number(day) <= 12)
    ? undefined
    : { day, month, year: year!.length === 2 ? `20${year}` : year! };
}

/** ISO dates; a date without a year stands as `????-MM-DD` and is compared by month and day. */
export function dates(text: string): string[] {
  const found: string[] = [];
  const put = (year: string | undefined, month: number, day: string): void => {
    found.push(`${year ?? '????'}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  };
  for (const hit of text.matchAll(ISO_DATE)) found.push(hit[0]);
  for (const hit of text.matchAll(DAY_MONTH)) put(hit[3], MONTHS.indexOf(hit[2]!.slice(0, 3).toLowerCase()) + 1, hit[1]!);
  for (const hit of text.matchAll(MONTH_DAY)) put(hit[3], MONTHS.indexOf(hit[1]!.slice(0, 3).toLowerCase()) + 1, hit[2]!);
  for (const hit of text.matchAll(NUMERIC)) {
    const date = numeric(hit);
    if (date) put(date.year, date.month, date.day);
  }
  return [...new Set(found)];
}

/** Every way in which a day is written. */
export const DATES: readonly RegExp[] = [ISO_DATE, NUMERIC, DAY_MONTH, MONTH_DAY];
