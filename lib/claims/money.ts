/** Amounts of money as people write them: `$48`, `EUR 12,50`, `NOK 4 910`, `£1’200`, `50p`, "twelve dollars and fifty cents". */
import type { Money } from '../model.ts';

const SYMBOL: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  us$: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  rs: 'INR',
  r: 'ZAR',
};
const CODES = 'USD|EUR|GBP|CAD|AUD|NZD|CHF|JPY|INR|SEK|NOK|DKK|PLN|BRL|MXN|SGD|HKD|ZAR|CZK|HUF|TRY|AED|ILS|THB|KRW|RON|BGN|ISK';
const WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  buck: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  quid: 'GBP',
  franc: 'CHF',
  rand: 'ZAR',
  rupee: 'INR',
};
const NUMBER = "\\d{1,3}(?:[ ']\\d{3}){1,4}(?:[.,]\\d{1,2})?(?![\\d'])|\\d[\\d.,]{0,14}\\d|\\d";
const COIN = '(?:cents?|pence|¢)';
const UNITS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SPOKEN = `(?:(?:a|${UNITS}|${TENS}) (?:hundred|thousand)(?: and)? ?)?(?:(?:${TENS})(?:[- ](?:${UNITS}))?|${UNITS})?`;
const BEFORE = '(?:US|CA|AU|NZ|HK|C|A|S|R)?\\$|[€£¥₹₩₺₽]|\\bRs\\.?|\\bR(?= ?\\d{1,3}(?: \\d{3}){0,3}[.,]\\d{2}(?!\\d))';
const BEHIND = `${CODES}|€|£|zł|Kč|Ft|kr|(?:dollar|buck|euro|pound|franc|rand|rupee)s?|quid`;
const MONEY = new RegExp(
  `(${BEFORE})\\s?(${NUMBER})` +
    `|\\b(${CODES})\\s?(${NUMBER})` +
    `|(?<![\\w.,])(${NUMBER})\\s?(${BEHIND})(?![\\p{L}])` +
    `|(?<![\\w.,$€£])(\\d{1,4})(?:\\s?(${COIN})|p)(?![\\p{L}\\d])` +
    `|\\b((?:a|${UNITS}|${TENS})\\b[a-z -]{0,40}?) ((?:dollar|buck|euro|pound)s?|quid)\\b(?: and ((?:${UNITS}|${TENS}|\\d{1,2})[a-z-]{0,12}) ${COIN})?`,
  'giu',
);

/** Does a text name an amount of money in figures that is not nought? */
export const SUM = new RegExp(
  `(?:${BEFORE}|\\b(?:${CODES}))\\s?(?!0(?:[.,]0+)?(?![\\d.,]))\\d|(?<![\\w.,])\\d[\\d.,']{0,20}\\s?(?:${BEHIND})(?![\\p{L}])`,
  'iu',
);

/** `1,250.50`, `1.250,50`, `64,90`, `3,930`, `4 910` -> a number. A single mark with three digits after it parts thousands. */
export function parseNumber(text: string): number {
  const written = text.replace(/[ ']/g, '');
  const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  if (last < 0) return Number(written);
  const mark = written[last]!;
  const decimals = written.length - last - 1;
  const single = written.indexOf(mark) === last;
  const other = written.includes(mark === '.' ? ',' : '.');
  const decimal = other ? single : single && (decimals !== 3 || (mark === '.' && written.startsWith('0')));
  if (!decimal) return Number(written.replace(/[.,]/g, ''));
  return Number(`${written.slice(0, last).replace(/[.,]/g, '')}.${written.slice(last + 1)}`);
}

const VALUE: Readonly<Record<string, number>> = Object.fromEntries([
  ...UNITS.split('|').map((word, index) => [word, index + 1] as const),
  ...TENS.split('|').map((word, index) => [word, (index + 2) * 10] as const),
]);
const IS_SPOKEN = new RegExp(`^${SPOKEN}$`, 'i');

/** "a hundred and twenty-five" -> 125; undefined where it is no number. */
export function spokenNumber(text: string): number | undefined {
  const words = text.toLowerCase().trim();
  if (/^\d+$/.test(words)) return Number(words);
  if (words === 'a') return 1;
  if (words === '' || !IS_SPOKEN.test(words)) return undefined;
  let total = 0;
  for (const word of words.split(/[ -]+/)) {
    if (word === 'hundred' || word === 'thousand') total = Math.max(total, 1) * (word === 'hundred' ? 100 : 1000);
    else total += VALUE[word] ?? 0;
  }
  return total === 0 ? undefined : total;
}

/** "(remaining balance: $54)", "to your $500 certificate": what is left, or what a card was worth, is not what was moved. */
const HELD_BEFORE = /\b(?:remaining|left over|balance)\b[^$€£¥\d]{0,15}$/i;
const HELD_AFTER = /^\s(?:gift card|certificate|voucher|card|balance|limit)\b/i;
const isHeld = (before: string, after: string): boolean =>
  HELD_BEFORE.test(before) || (HELD_AFTER.test(after) && /\b(?:to|from|using|with|on|against) (?:your|the)\s$/i.test(before));

/** Only what stands near tells what an amount is; to look at the whole text for each of many is a square. */
const NEAR = 40;

export interface Amount extends Money {
  index: number;
  length: number;
}

/** In the order of the text; of the amounts that moved, not of those that a card held before. */
export const moved = (text: string): Amount[] =>
  [...text.matchAll(MONEY)].flatMap((hit) => {
    const { index } = hit;
    const end = index + hit[0].length;
    const amount = amountOf(hit);
    if (amount === undefined || isHeld(text.slice(Math.max(0, index - NEAR), index), text.slice(end, end + NEAR))) return [];
    return [{ ...amount, index, length: hit[0].length }];
  });

function amountOf(hit: RegExpExecArray): Money | undefined {
  const text = hit[0].trim();
  if (hit[7] !== undefined) return { amount: Number(hit[7]) / 100, currency: hit[8]?.startsWith('c') || hit[8] === '¢' ? 'USD' : 'GBP', text };
  if (hit[9] !== undefined) {
    const whole = spokenNumber(hit[9]);
    const coins = hit[11] === undefined ? 0 : (spokenNumber(hit[11]) ?? 0);
    return whole === undefined ? undefined : { amount: whole + coins / 100, currency: currencyOf(hit[10]!), text };
  }
  return { amount: parseNumber(hit[2] ?? hit[4] ?? hit[5] ?? '0'), currency: currencyOf(hit[1] ?? hit[3] ?? hit[6] ?? ''), text };
}

function currencyOf(written: string): string {
  const unit = written.toLowerCase().replace(/\.$/, '');
  return SYMBOL[unit] ?? WORDS[unit.replace(/s$/, '')] ?? unit.toUpperCase();
}

export const money = (text: string): Money[] =>
  moved(text).map(({ amount, currency, text: written }) => ({ amount, currency, text: written }) as Money);
