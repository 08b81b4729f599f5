/** Values as they are compared between prose and record: one spelling for each, whatever the way in which either writes it. */
import { stem } from '../../actions/stem.ts';
import { dates } from '../../claims/dates.ts';
import { money, parseNumber } from '../../claims/money.ts';
import { amountsOf } from '../../match/amounts.ts';
import type { Leaf } from '../../match/leaves.ts';
import type { ToolCall } from '../../model.ts';

/** `id:rp1108`, `at:14:00`, `on:03-27`, `is:45.35`, `to:kim@example.org`: a kind and a value. */
export type Token = string;

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const number = (value: number): Token => `is:${Math.round(Math.abs(value) * 100) / 100}`;
/** A small number is of too many things to tell of one. */
const TELLING = 10;

const MAIL = /[\w.+-]{1,64}@[\w.-]{3,80}\w/g;
const CLOCK = /(?<![\d.,:])(\d{1,2})(?:[:.](\d{2}))?\s?([ap]\.?m)\b|(?<![\d.,:€£$-])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d.,]*\d)/gi;

function clocks(text: string): Token[] {
  return [...text.matchAll(CLOCK)].map(([, hour, minute, half, plain, past]) => {
    const twelve = Number(hour ?? 0) % 12;
    const of = half === undefined ? Number(plain) : /p/i.test(half) ? twelve + 12 : twelve;
    return `at:${String(of).padStart(2, '0')}:${minute ?? past ?? '00'}`;
  });
}

/** Groups of digits that may be one number, an id with a word before it: `+44 7700 900133`, `RP 1108`, `A-330 118 72`. */
const RUN = /(?<![\p{L}\p{N}])(?:\p{Lu}{1,4} )?#?[\p{L}\p{N}_-]{0,40}\d[\p{L}\p{N}_-]{0,40}(?: [\d-]{2,8}){0,5}/gu;
const ONE = /[\p{L}\p{N}_-]{0,40}\d[\p{L}\p{N}_-]{0,40}/gu;

function ids(text: string): Token[] {
  const all = [...(text.match(RUN) ?? []), ...(text.match(ONE) ?? [])].map(compact);
  return all.filter((id) => id.length > 2).map((id) => `id:${id}`);
}

/** A small number with the word beside it: `4 bottl` of "4 bottles", `3 exit` of "exit 3". */
const smalls = (text: string): Token[] => [
  ...[...text.matchAll(/(?<![\d.,])(\d) (\p{L}{1,30})/gu)].map((hit) => `${hit[1]} ${stem(hit[2]!)}`),
  ...[...text.matchAll(/(\p{L}{1,30}):? (\d)(?![\d.,])/gu)].map((hit) => `${hit[2]} ${stem(hit[1]!)}`),
];

/** `13/3`, `30.09.2026`, `10/1`: read both ways where both are days of the year. */
const numericDays = (text: string): Token[] =>
  [...text.matchAll(/(?<![\d./])(\d{1,2})[./](\d{1,2})(?:[./](?:20)?\d{2})?(?![\d/])/g)].flatMap(([, a, b]) =>
    [
      [a!, b!],
      [b!, a!],
    ].flatMap(([month, day]) => (Number(month) < 13 && Number(day) < 32 ? [`on:${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`] : [])),
  );

/** The values that a sentence names. */
export function tokensOfText(text: string): Token[] {
  const bare = (text.match(/\d[\d.,']{0,20}\d|\d/g) ?? []).map(parseNumber).filter((value) => value >= TELLING);
  return [
    ...money(text).map(({ amount }) => number(amount)),
    ...bare.map(number),
    ...smalls(text),
    ...clocks(text),
    ...dates(text).map((date) => `on:${date.slice(5)}`),
    ...numericDays(text),
    ...ids(text),
    ...(text.match(MAIL) ?? []).map((mail) => `to:${mail.toLowerCase()}`),
  ];
}

/** The values that a record's leaf holds. Instants to the second are the machine's own. */
export function tokensOfLeaf({ value }: Pick<Leaf, 'value'>): Token[] {
  if (typeof value === 'boolean') return [];
  if (typeof value === 'number') return Math.abs(value) >= TELLING ? [number(value), `id:${compact(String(value))}`] : [];
  if (value.length > 300) return [];
  const date = /\d{4}-(\d{2}-\d{2})/.exec(value)?.[1];
  const clock = /(?:T|^)(\d{2}:\d{2})(?=$|:00|[+Z-])/.exec(value)?.[1];
  const plain = /^-?\d[\d.,']{0,20}$/.test(value) ? parseNumber(value.replace(/^-/, '')) : 0;
  return [
    ...(date === undefined ? [] : [`on:${date}`]),
    ...(clock === undefined ? [] : [`at:${clock}`]),
    ...(plain >= TELLING ? [number(plain)] : []),
    ...(date === undefined && /\d/.test(value) && compact(value).length > 2 && value.length < 60 ? [`id:${compact(value)}`] : []),
    ...(value.match(MAIL) ?? []).map((mail) => `to:${mail.toLowerCase()}`),
  ];
}

/** Its amounts of money, in major units where they are recorded in minor ones. */
export const amountTokens = (call: ToolCall): Token[] => amountsOf(call).flatMap((amount) => amount.values.map(number));
