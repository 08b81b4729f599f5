/** Whether the values that a claim names stand in a call, or whether the call names others of the same kind. */

import { stem } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { amountsOf, same } from './amounts.ts';
import { callsAbout } from './calls.ts';
import { counted } from './counted.ts';
import { dayIn } from './days.ts';
import { given } from './given.ts';
import { isCode, plain, shape } from './ids.ts';
import { once } from './once.ts';
import { hasPhrase } from './phrases.ts';
import { dayOfYear, type Recorded, recordedOf } from './recorded.ts';
import { switched } from './switched.ts';
import { told } from './texts.ts';

export interface Difference {
  slot: 'target' | 'amount';
  claimed: string;
  recorded: string;
}

export interface Values {
  /** How many of the claim's values stand in the call. */
  agree: number;
  /** Values of the same kind that the call names instead. */
  differ: Difference[];
}

/** Two figures apart at most, and no neighbour in a count: `CL-69902` for `CL-69920`. Another thing of the ticket has another number. */
const isSlip = (a: string, b: string): boolean =>
  a.length === b.length &&
  [...plain(a)].filter((char, index) => char !== plain(b)[index]).length <= 2 &&
  Math.abs(Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''))) > 2;
/** Another call of the ticket names it, too. */
const isKnown = (id: string, { call }: Recorded, calls: readonly ToolCall[]): boolean => callsAbout(id, calls).some((other) => other !== call);

const plainOf = once((ids: readonly string[]): ReadonlySet<string> => new Set(ids.map(plain)));

/** What a call was given that is a slip of one of the message's ids, where it was given none of them. */
const slips = once((about: readonly string[]) => {
  const named = about.filter((id) => /^[A-Za-z]{1,6}[-_]?\d{4,}$/.test(id));
  return once((recorded: Recorded): readonly { id: string; other: string }[] => {
    if (named.length === 0 || recorded.args.some((leaf) => plainOf(about).has(plain(String(leaf.value))))) return [];
    return named.flatMap((id) => {
      const other = otherId(id, about, recorded);
      return typeof other === 'string' && isSlip(id, other) ? [{ id, other }] : [];
    });
  });
});

/** `true`: the value stands in the call; a text: the call names this one of the same kind instead; `undefined`: it names none. */
type Compared = true | string | undefined;

const NOTHING: Values = { agree: 0, differ: [] };

/** No value at all. */
export const namesNothing = ({ ids, about, cards, emails, dates, counts, texts, money }: Claim['slots']): boolean =>
  ids.length + about.length + cards.length + emails.length + dates.length + counts.length + texts.length + money.length === 0;

/** @param calls all calls of the ticket, in order. */
export function compare(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): Values {
  if (claim.kind === 'read' && namesNothing(claim.slots)) return NOTHING;
  const values: Values = { agree: 0, differ: [] };
  const put = (slot: Difference['slot'], claimed: string, found: Compared): void => {
    if (found === true) values.agree += 1;
    else if (found !== undefined) values.differ.push({ slot, claimed, recorded: found });
  };
  const { ids, about, cards, emails, dates, counts, texts, money } = claim.slots;
  const recorded = recordedOf(call);
  for (const id of ids) put('target', id, recorded.present.has(plain(id)) ? true : (otherId(id, ids, recorded) ?? misread(id, recorded, calls)));
  if (claim.kind !== 'read' && about.length > 0)
    for (const { id, other } of slips(about)(recorded)) if (!isKnown(other, recorded, calls)) put('target', id, other);
  for (const card of cards) put('target', card, cardIn(card, recorded));
  for (const email of emails) put('target', email, emailIn(email, recorded));
  for (const date of dates) put('target', date, dateIn(date, claim, recorded));
  for (const count of claim.kind === 'read' ? [] : counts) {
    const found = counted(claim, count, call, calls);
    put('amount', `${count.value} ${count.of}`, found.is === 'same' ? true : found.is === 'other' ? found.recorded : undefined);
  }
  if (claim.kind !== 'read') {
    for (const { slot, claimed, found } of given(claim, call)) put(slot, claimed, found);
    put('target', claim.quote, switched(claim, call));
    put('target', claim.slots.days?.[0]?.text ?? '', dayIn(claim, recorded.args));
    put('target', claim.quote, dayOfMonth(claim, recorded));
    if (texts.length === 0 && hasPhrase(claim, call)) values.agree += 1;
  }
  for (const text of texts) {
    const found = told(text, call);
    put('target', text, found.is === 'same' ? true : found.is === 'other' ? found.recorded : undefined);
  }
  const amounts = money.length === 0 ? [] : amountsOf(call);
  if (claim.kind === 'write') put('amount', money[0]?.text ?? '', setTo(claim, call));
  for (const one of money) if (amounts.some((amount) => amount.values.some((value) => same(value, one.amount)))) values.agree += 1;
  return values;
}

const SET = /^(?:lower|rais|set|increas|reduc|decreas|cap|limit|chang|adjust)$/;

/** "Limit lowered to $500", and the only amount that the call was given is another one. */
function setTo({ verb, quote, slots: { money } }: Claim, call: ToolCall): Compared {
  const told = money.length === 1 && SET.test(verb) ? money[0]! : undefined;
  if (told === undefined || !/\bto .{0,4}\d/i.test(quote)) return undefined;
  const given = amountsOf(call).filter(({ from, strength }) => from === 'arguments' && strength === 'strong');
  return given.length === 1 && !given[0]!.values.some((value) => same(value, told.amount)) ? String(given[0]!.raw) : undefined;
}

/** An id of the same shape among the arguments: it names another thing of the same kind. */
function otherId(id: string, ids: readonly string[], { byShape, codes }: Recorded): Compared {
  const exact = byShape.get(shape(id))?.find((token) => plain(token) !== plain(id));
  const other = exact ?? (isCode(id) ? codes.find((token) => token.length === id.length) : undefined);
  return other !== undefined && !plainOf(ids).has(plain(other)) && plain(other).length === plain(id).length ? other : undefined;
}

/** "Tracking GB118Q", which no call names, and this one gave back `GB118O`. */
function misread(id: string, recorded: Recorded, calls: readonly ToolCall[]): Compared {
  if (!/^[A-Za-z]{2,}[-_]?\d{2,}[A-Za-z]*$|^[A-Za-z]{1,6}[-_]?\d{4,}$/.test(id) || isKnown(id, recorded, calls)) return undefined;
  const near = [...recorded.present].filter(
    (other) => other.length === plain(id).length && /\d/.test(other) && (isSlip(id, other) || isLetterOff(id, other)),
  );
  return near.length === 1 ? near[0] : undefined;
}
const isLetterOff = (a: string, b: string): boolean => {
  const off = [...plain(a)].flatMap((char, index) => (char === plain(b)[index] ? [] : [char + plain(b)[index]]));
  return off.length === 1 && /^\p{L}{2}$/u.test(off[0]!);
};

function cardIn(card: string, { args, all }: Recorded): Compared {
  if (all.some((leaf) => String(leaf.value).endsWith(card))) return true;
  const other = [
    ...args.filter((leaf) => /card|last_?4|last_?four|pan/i.test(leaf.key)),
    ...all.filter((leaf) => /last_?4|last_?four/i.test(leaf.key)),
  ].find((leaf) => /^\D{0,6}\d{4}$/.test(String(leaf.value)));
  return other && String(other.value);
}

function emailIn(email: string, { args, all }: Recorded): Compared {
  if (all.some((leaf) => String(leaf.value).toLowerCase().includes(email.toLowerCase()))) return true;
  return args.flatMap((leaf) => String(leaf.value).match(/[\w.+-]{1,64}@[\w.-]{3,80}/g) ?? [])[0];
}

const ORDINAL = /\b(?:to|on|from) the (\d{1,2})(?:st|nd|rd|th)\b(?! of)/i;

/** "Moved to the 20th" against `{"day": 20}`. */
function dayOfMonth(claim: Claim, { args }: Recorded): Compared {
  const told = ORDINAL.exec(claim.quote)?.[1];
  const given = told === undefined ? undefined : args.find((leaf) => /(?:^|_)day$|^day|Day$/.test(leaf.key) && /^\d{1,2}$/.test(String(leaf.value)));
  return given === undefined ? undefined : Number(given.value) === Number(told) ? true : String(given.value);
}

function dateIn(date: string, claim: Claim, recorded: Recorded): Compared {
  const { days, asked } = recorded;
  if (days.has(dayOfYear(date))) return true;
  if (claim.slots.dates.length !== 1) return undefined;
  if (asked.length === 1 && /^(?:update|create)$/.test(claim.action)) return asked[0];
  return asked.length === 0 ? limitIn(claim, recorded) : undefined;
}

/** "Deadline extended → 18 Jan", and the call gave back `{"deadline": "2027-01-20"}`. */
function limitIn({ words }: Claim, { all }: Recorded): string | undefined {
  const days = all.flatMap((leaf) =>
    LIMIT.test(leaf.key) && words.includes(stem(leaf.key)) ? [/^\d{4}-\d{2}-\d{2}/.exec(String(leaf.value))?.[0] ?? []].flat() : [],
  );
  return new Set(days).size === 1 ? days[0] : undefined;
}
const LIMIT = /^(?:deadline|due|expiry|renewal|appointment|departure|return|delivery)$/i;
