/** Whether the values that a claim names stand in a call, or whether the call names others of the same kind. */

import type { Claim, ToolCall } from '../model.ts';
import { amountsOf, same } from './amounts.ts';
import { counted } from './counted.ts';
import { dayIn } from './days.ts';
import { isAbout, type Leaf, leaves } from './leaves.ts';
import { hasPhrase } from './phrases.ts';
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

const plain = (id: string): string => id.toLowerCase().replace(/^#/, '');
/** `INV-20931` -> `inv-99999`: ids of one shape name things of one kind. Letters are kept, since prefixes tell kinds apart. */
const shape = (id: string): string => plain(id).replace(/\d/g, '9');
const mixedShape = (id: string): string => plain(id).replace(/\d/g, '9').replace(/[a-z]/g, 'a');

const tokensOf = (leaf: Leaf): string[] => {
  const text = String(leaf.value);
  return text.length > 2000 ? [] : (text.match(/#?[\w.@+-]+/g) ?? []);
};

const phoneOf = (leaf: Leaf): string[] => {
  const text = String(leaf.value);
  return text.length < 24 && /^\+?\d[\d ()-]{6,20}$/.test(text) ? [text.replace(/[ ()-]/g, '')] : [];
};

/** Two figures apart at most, and no neighbour in a count: `CL-69902` for `CL-69920`. Another thing of the ticket has another number. */
const isSlip = (a: string, b: string): boolean =>
  a.length === b.length &&
  [...plain(a)].filter((char, index) => char !== plain(b)[index]).length <= 2 &&
  Math.abs(Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''))) > 2;
const isGiven = (id: string, { args }: Recorded): boolean => args.some((leaf) => plain(String(leaf.value)) === plain(id));
/** Another call of the ticket names it, too. */
const isKnown = (id: string, { call, calls }: Recorded): boolean => calls.some((other) => other !== call && isAbout(other, id));

/** What of a call is compared. */
interface Recorded {
  call: ToolCall;
  calls: readonly ToolCall[];
  args: readonly Leaf[];
  all: readonly Leaf[];
}

/** `true`: the value stands in the call; a text: the call names this one of the same kind instead; `undefined`: it names none. */
type Compared = true | string | undefined;

/** @param calls all calls of the ticket, in order. */
export function compare(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): Values {
  const args = leaves(call.arguments);
  const recorded: Recorded = { call, calls, args, all: [...args, ...leaves(call.result)] };
  const values: Values = { agree: 0, differ: [] };
  const put = (slot: Difference['slot'], claimed: string, found: Compared): void => {
    if (found === true) values.agree += 1;
    else if (found !== undefined) values.differ.push({ slot, claimed, recorded: found });
  };
  const { ids, about, cards, emails, dates, counts, texts, money } = claim.slots;
  if (ids.length > 0) {
    const present = new Set([...recorded.all.flatMap(tokensOf).map(plain), ...recorded.all.flatMap(phoneOf)]);
    for (const id of ids) put('target', id, present.has(plain(id)) ? true : otherId(id, ids, recorded));
  }
  for (const id of claim.kind === 'read' ? [] : about) {
    const other = /^[A-Za-z]{1,6}[-_]?\d{4,}$/.test(id) ? otherId(id, about, recorded) : undefined;
    if (typeof other === 'string' && isSlip(id, other) && !about.some((one) => isGiven(one, recorded)) && !isKnown(other, recorded))
      put('target', id, other);
  }
  for (const card of cards) put('target', card, cardIn(card, recorded));
  for (const email of emails) put('target', email, emailIn(email, recorded));
  for (const date of dates) put('target', date, dateIn(date, claim, recorded));
  for (const count of claim.kind === 'read' ? [] : counts) {
    const found = counted(claim, count, call, calls);
    put('amount', `${count.value} ${count.of}`, found.is === 'same' ? true : found.is === 'other' ? found.recorded : undefined);
  }
  put('target', claim.quote, switched(claim, call));
  put('target', claim.slots.days?.[0]?.text ?? '', dayIn(claim, args));
  put('target', claim.quote, dayOfMonth(claim, recorded));
  if (claim.kind !== 'read' && texts.length === 0 && hasPhrase(claim, call)) values.agree += 1;
  for (const text of texts) {
    const found = told(text, call);
    put('target', text, found.is === 'same' ? true : found.is === 'other' ? found.recorded : undefined);
  }
  const amounts = money.length === 0 ? [] : amountsOf(call);
  for (const one of money) if (amounts.some((amount) => amount.values.some((value) => same(value, one.amount)))) values.agree += 1;
  return values;
}

const CODE_KEY = /id$|reservation|booking|order|code|number|reference/i;

/** An id of the same shape among the arguments: it names another thing of the same kind. */
function otherId(id: string, ids: readonly string[], { args }: Recorded): Compared {
  const exact = args.flatMap(tokensOf).find((token) => /\d/.test(token) && shape(token) === shape(id) && plain(token) !== plain(id));
  // Booking codes mix letters and digits at will.
  const mixed = /^[A-Z0-9]{5,8}$/.test(id)
    ? args
        .flatMap((leaf) => (CODE_KEY.test(leaf.key) ? tokensOf(leaf) : []))
        .find((token) => /^[A-Z0-9]{5,8}$/.test(token) && token.length === id.length)
    : undefined;
  const other = exact ?? mixed;
  return other !== undefined && !ids.some((one) => plain(one) === plain(other)) && mixedShape(other).length === mixedShape(id).length
    ? other
    : undefined;
}

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

const datesIn = (list: readonly Leaf[]): string[] => [...new Set(list.flatMap((leaf) => String(leaf.value).match(/\d{4}-\d{2}-\d{2}/g) ?? []))];

function dateIn(date: string, claim: Claim, { args, all }: Recorded): Compared {
  if (datesIn(all).some((one) => one.slice(5) === date.slice(5))) return true;
  const asked = datesIn(args);
  return claim.slots.dates.length === 1 && asked.length === 1 && /^(?:update|create)$/.test(claim.action) ? asked[0] : undefined;
}
