/** Numbers that stand with a name of their own in claim and call alike: "desk 20" and `{"desk": 30}`, "9.5 h" and `{"hours": 6}`, "20 %" and `{"percent": 15}`. */
import { splitName, stem } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';

interface Told {
  slot: 'target' | 'amount';
  value: number;
  /** As written. */
  text: string;
  isKey: (key: string) => boolean;
}

export interface Given {
  slot: Told['slot'];
  claimed: string;
  /** `true`: the call was given the very number; a text: this one instead. */
  found: true | string;
}

const NUMERALS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
/** What is numbered: places and ranks. */
const NUMBERED =
  /\b(desk|table|gate|room|lane|bay|floor|tier|level|zone|slot|track|seat|locker|shelf|platform|dock|berth|pitch|plot|channel|group|priority) (?:no\.? ?|number |#)?(\d{1,4})\b/gi;
const UNITS: readonly (readonly [said: string, key: RegExp])[] = [
  ['h|hrs?|hours?', /^(?:hours?|hrs?)$/],
  ['min|mins|minutes?', /^(?:minutes?|mins?)$/],
  ['d|days?', /^days?$/],
  ['wks?|weeks?', /^(?:weeks?|wks?)$/],
  ['mo|months?', /^(?:months?|mos?)$/],
  ['yrs?|years?', /^(?:years?|yrs?)$/],
];
const DURATIONS = UNITS.map(
  ([said, key]) =>
    [
      new RegExp(String.raw`(?<![\w.,:-])(\d{1,4}(?:[.,]\d{1,2})?|${Object.keys(NUMERALS).join('|')})[ -]?(?:${said})\b(?![\w-])`, 'gi'),
      key,
    ] as const,
);
const PERCENT = /(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|per ?cent\b)/gi;

const numberOf = (text: string): number => NUMERALS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
const lastOf = (key: string): string => splitName(key).at(-1)?.toLowerCase() ?? '';

const toldIn = once((claim: Claim): readonly Told[] => {
  if (claim.kind === 'read') return [];
  const { quote } = claim;
  if (!/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i.test(quote)) return [];
  const numbered = [...quote.matchAll(NUMBERED)].map(
    (hit): Told => ({ slot: 'target', value: Number(hit[2]), text: hit[0], isKey: (key) => lastOf(key) === hit[1]!.toLowerCase() }),
  );
  const lengths = DURATIONS.flatMap(([pattern, unit]) =>
    [...quote.matchAll(pattern)].map(
      (hit): Told => ({ slot: 'amount', value: numberOf(hit[1]!), text: hit[0], isKey: (key) => unit.test(lastOf(key)) }),
    ),
  );
  const shares = [...quote.matchAll(PERCENT)].map(
    (hit): Told => ({
      slot: 'amount',
      value: numberOf(hit[1]!),
      text: hit[0],
      isKey: (key) => splitName(key).some((part) => /^(?:percent|pct)/.test(stem(part))),
    }),
  );
  return [...numbered, ...lengths, ...shares];
});

/** What the call was given under the names of the claim's numbers; of several told under one name, one suffices. */
export function given(claim: Claim, call: ToolCall): readonly Given[] {
  const told = toldIn(claim);
  if (told.length === 0) return [];
  const args = leaves(call.arguments).filter(isNumber);
  return told.flatMap(({ slot, value, text, isKey }): Given[] => {
    const own = args.filter((leaf) => isKey(leaf.key));
    if (own.length === 0) return [];
    const wanted = told.filter((one) => own.some((leaf) => one.isKey(leaf.key))).map((one) => one.value);
    return own.some((leaf) => wanted.includes(Number(leaf.value)))
      ? own.some((leaf) => Number(leaf.value) === value)
        ? [{ slot, claimed: text, found: true }]
        : []
      : [{ slot, claimed: text, found: own.map((leaf) => String(leaf.value)).join(', ') }];
  });
}

const isNumber = ({ value }: Leaf): boolean => typeof value !== 'boolean' && value !== '' && Number.isFinite(Number(value));
