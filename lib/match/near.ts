/** Which calls share a value with a claim, found by the values and not by going through all calls. */
import type { Claim, ToolCall } from '../model.ts';
import { amountsOf } from './amounts.ts';
import { once } from './once.ts';
import { recorded, told } from './values.ts';

const cents = (amount: number): number => Math.round(amount * 100);

/** Value -> calls in which it stands. Keys tell the kinds of values apart. */
const index = once((calls: readonly ToolCall[]) => {
  const found = new Map<string, Set<ToolCall>>();
  const put = (key: string, call: ToolCall): void => {
    const known = found.get(key);
    if (known) known.add(call);
    else found.set(key, new Set([call]));
  };
  for (const call of calls) {
    const { present, days, countable } = recorded(call);
    for (const token of present) put(`id ${token}`, call);
    for (const day of days) put(`day ${day}`, call);
    for (const { words } of countable) for (const word of words) put(`noun ${word}`, call);
    for (const { values } of amountsOf(call)) for (const value of values) put(`cents ${cents(value)}`, call);
  }
  return found;
});

/** All calls with which `compare` finds the claim to agree in some value, and maybe more. */
export function near(claim: Claim, calls: readonly ToolCall[]): Iterable<ToolCall> {
  const { cards, emails, dates, money } = claim.slots;
  // Found as parts of longer texts.
  if (cards.length > 0 || emails.length > 0) return calls;
  const { ids, counts } = told(claim);
  const keys = [
    ...ids.map((id) => `id ${id.plain}`),
    ...dates.map((date) => `day ${date.slice(5)}`),
    ...counts.flatMap(({ nouns }) => nouns.map((noun) => `noun ${noun}`)),
    ...money.flatMap(({ amount }) => [-1, 0, 1].map((by) => `cents ${cents(amount) + by}`)),
  ];
  return new Set(keys.flatMap((key) => [...(index(calls).get(key) ?? [])]));
}
