/** Amounts of money in a record: minor and major units, text and numbers, and what can be made from them. */

import { parseNumber } from '../claims/money.ts';
import type { Claim, Money, ToolCall } from '../model.ts';
import { callsAbout, placeOf } from './calls.ts';
import { type Leaf, leaves, recordOf } from './leaves.ts';
import { once } from './once.ts';

export interface Amount {
  /** What it may be, in major units: an unmarked whole number may be minor units as well. */
  values: number[];
  key: string;
  /** The key with the one above it: `refund.amount`. */
  place: string;
  /** `strong`: the key says that this is what was moved. `weak`: a price, a total, a balance. */
  strength: 'strong' | 'weak';
  from: 'arguments' | 'result';
  /** Signed, as recorded. */
  raw: number;
  currency?: string;
}

const MINOR = /(?:^|_)(?:minor|cents|pence)(?:$|_)|(?:Minor|Cents|Pence)$|in_cents/;
const STRONG =
  /amount|refund|credit|charge|waive|discount|compensation|payout|granted|paid_out|difference|credited|refunded|billed|invoiced|debited|^added$|^amt|_amt$|(?:^|_)(?:pence|cents|minor)$|^value$|^(?:usd|eur|gbp|chf|cad|aud|nok|sek|dkk|inr|zar|brl|pln|czk|kr)$/i;
const WEAK = /price|total|cost|fee|paid|balance|remaining|sum|due|limit|rate|tax|deposit|max|original/i;
const NOT_MONEY = /(?:^|_)(?:id|ids|number|no|count|date|at|zip|phone|qty|quantity|year|month|day|hour|attempts?)$|Id$|_id$/i;

/** `38.00`, `"38.00"`, `"$38"`, `"38 USD"` -> 38. */
function asNumber(value: Leaf['value']): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 24) return undefined;
  const hit = /^-?\s?(?:[A-Z]{3}\s?)?[$€£¥]?\s?(-?\d[\d.,]*)\s?(?:[A-Z]{3}|[€£$])?$/i.exec(value.trim());
  return hit ? parseNumber(hit[1]!) : undefined;
}

const round = (n: number): number => Math.round(n * 100) / 100;

export const amountsOf = once((call: ToolCall): readonly Amount[] => {
  const found: Amount[] = [];
  for (const from of ['arguments', 'result'] as const) {
    const all = leaves(call[from]);
    const currency = all.find((leaf) => /^(?:currency|currency_code|currencyCode)$/i.test(leaf.key));
    for (const leaf of all) {
      const number = asNumber(leaf.value);
      if (number === undefined || number === 0 || NOT_MONEY.test(leaf.key)) continue;
      const strong = STRONG.test(leaf.key) && !/remaining|balance|limit|max|original|date|_at$/i.test(leaf.key);
      if (!strong && !WEAK.test(leaf.key)) continue;
      const abs = Math.abs(number);
      const marked = MINOR.test(leaf.key);
      const values = marked
        ? [round(abs / 100)]
        : Number.isInteger(number) && typeof leaf.value === 'number' && abs >= 100
          ? [abs, round(abs / 100)]
          : [round(abs)];
      const amount: Amount = {
        values,
        key: leaf.key,
        place: leaf.path.split('.').slice(-2).join('.'),
        strength: strong ? 'strong' : 'weak',
        from,
        raw: number,
      };
      if (typeof currency?.value === 'string') amount.currency = currency.value.toUpperCase();
      found.push(amount);
    }
  }
  return found;
});

/**
 * What a call itself moved: the strong amounts of its arguments, and those of its result that no earlier call had shown of the same record.
 * A record read before and given back after the write holds its whole history: `[{amount: 490}]`, then `[{amount: 490}, {amount: 112}]`.
 */
export function moved(call: ToolCall, calls: readonly ToolCall[]): readonly Amount[] {
  return movedIn(calls)(call);
}

const movedIn = once((calls: readonly ToolCall[]) => once((call: ToolCall) => movedAfter(call, calls)));

function movedAfter(call: ToolCall, calls: readonly ToolCall[]): readonly Amount[] {
  const own = strong(call);
  const results = own.filter((amount) => amount.from === 'result');
  if (results.length === 0) return own;
  const record = recordOf(call);
  const shown = record === undefined ? shownByAny(calls) : shownOf(calls)(record);
  const place = placeOf(call, calls);
  const count = new Map<AmountKey, number>();
  const fresh = results.filter((amount) => {
    const key = keyOf(amount);
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return nth > (shown.get(key)?.findLast((one) => one.place < place)?.times ?? 0);
  });
  return [...own.filter((amount) => amount.from === 'arguments'), ...fresh];
}

/** What makes two amounts of a record's history the same one. */
type AmountKey = string;
const keyOf = ({ raw, place }: Amount): AmountKey => `${raw} ${place}`;

/** How often a result bore an amount at once: the calls, by their places, that bore it more often than any before. */
type Shown = ReadonlyMap<AmountKey, readonly { place: number; times: number }[]>;

function shownBy(about: readonly ToolCall[], calls: readonly ToolCall[]): Shown {
  const shown = new Map<AmountKey, { place: number; times: number }[]>();
  for (const call of about) {
    const results = strong(call).filter(({ from }) => from === 'result');
    for (const [key, { length: times }] of Map.groupBy(results, keyOf)) {
      const known = shown.get(key) ?? [];
      if (times > (known.at(-1)?.times ?? 0)) known.push({ place: placeOf(call, calls), times });
      shown.set(key, known);
    }
  }
  return shown;
}

const shownByAny = once((calls: readonly ToolCall[]) => shownBy(calls, calls));
const shownOf = once((calls: readonly ToolCall[]) => {
  const known = new Map<string, Shown>();
  return (record: string): Shown => {
    const shown = known.get(record) ?? shownBy(callsAbout(record, calls), calls);
    known.set(record, shown);
    return shown;
  };
});

/** The amounts that a call names as moved, whether or not they were known before. */
export const strong = once((call: ToolCall): readonly Amount[] => amountsOf(call).filter((amount) => amount.strength === 'strong'));

/** Tells that money was taken: "charged $5", and not "the payment was adjusted". */
export const isCharge = (claim: Pick<Claim, 'action' | 'words'>): boolean =>
  claim.action === 'charge' && claim.words.some((word) => /^(?:charg|bill|debit|deduct|collect)$/.test(word));

/** Taken from the customer, as far as the record tells: neither negative nor called a refund. */
export const isTaken = (amount: Amount): boolean => amount.raw > 0 && !/refund/i.test(amount.key);

/** Every number of a call that may be money, for what can be computed from reads. */
export const anyNumbers = once((call: ToolCall): readonly number[] =>
  [...leaves(call.arguments), ...leaves(call.result)].flatMap((leaf) => {
    const number = NOT_MONEY.test(leaf.key) ? undefined : asNumber(leaf.value);
    return number === undefined || number === 0
      ? []
      : Number.isInteger(number) && Math.abs(number) >= 1000
        ? [Math.abs(number), round(Math.abs(number) / 100)]
        : [round(Math.abs(number))];
  }),
);

export const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/** Is the amount one of the values, a sum of up to four of them, a difference of two, or a small multiple of one? */
export function derivable(amount: number, values: readonly number[], multiples: boolean): boolean {
  const all = [...new Set(values.map(round))].slice(0, 60);
  if (all.some((v) => same(v, amount))) return true;
  if (multiples && all.some((v) => [2, 3, 4, 5, 6].some((k) => same(v * k, amount)))) return true;
  for (let i = 0; i < all.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (same(all[i]! + all[j]!, amount) || same(Math.abs(all[i]! - all[j]!), amount)) return true;
    }
  }
  return false;
}

/** One value from each of the calls adds up to the amount; up to `2^12` ways are tried. */
export function sumsTo(amount: number, perCall: readonly (readonly number[])[]): boolean {
  let sums = [0];
  for (const values of perCall.slice(0, 12)) {
    const next = new Set(sums);
    for (const sum of sums) for (const value of values) next.add(round(sum + value));
    sums = [...next].filter((sum) => sum <= amount + 0.005).slice(0, 4096);
  }
  return sums.some((sum) => sum > 0 && same(sum, amount));
}

const SIGN: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** `$38.00`, written as the claim writes its own. */
export function written(value: number, like: Money): string {
  const sign = like.currency ? SIGN[like.currency] : undefined;
  const number = value.toFixed(2);
  return sign ? `${sign}${number}` : `${number}${like.currency ? ` ${like.currency}` : ''}`;
}
