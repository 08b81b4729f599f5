/** Whether the values that a claim names stand in a call, or whether the call names others of the same kind. */

import { contentWords, splitName } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { amountsOf, same } from './amounts.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once, onceOfText } from './once.ts';

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

const tokensIn = (leaf: Leaf): string[] => {
  const text = String(leaf.value);
  return text.length > 2000 ? [] : (text.match(/#?[\w.@+-]+/g) ?? []);
};

/** The few keys of a log come again and again. */
const keyWords = onceOfText((key) => contentWords(splitName(key).join(' ')));

/** What of a call is compared, made ready once: every claim is held against it. */
export const recorded = once((call: ToolCall) => {
  const args = leaves(call.arguments);
  const all = [...args, ...leaves(call.result)];
  const daysIn = (list: readonly Leaf[]) => new Set(list.flatMap((leaf) => String(leaf.value).match(/\d{4}-\d{2}-\d{2}/g) ?? []));
  return {
    args,
    all,
    present: new Set(all.flatMap(tokensIn).map(plain)),
    /** Of the arguments, those that may be ids, with their shapes. */
    given: args.flatMap((leaf) =>
      tokensIn(leaf)
        .filter((token) => /\d/.test(token))
        .map((token) => ({ token, plain: plain(token), shape: shape(token), ofId: /id$|reservation|booking|order|code/i.test(leaf.key) })),
    ),
    days: new Set([...daysIn(all)].map((day) => day.slice(5))),
    askedDays: daysIn(args),
    countable: all
      .filter((leaf) => !/(?:^|_)ids?$|Id$|price|minor|cents|currency/i.test(leaf.key))
      .map((leaf) => ({ leaf, words: keyWords(leaf.key) })),
  };
});

/** What of a claim is compared, made ready once. */
export const told = once(({ slots }: Claim) => ({
  ids: slots.ids.map((id) => ({ id, plain: plain(id), shape: shape(id), isCode: /^[A-Z0-9]{5,8}$/.test(id) })),
  counts: slots.counts.map((count) => ({ ...count, nouns: contentWords(count.of).filter((noun) => noun.length > 1) })),
}));

export function compare(claim: Claim, call: ToolCall): Values {
  const { args, all, present, given, days, askedDays, countable } = recorded(call);
  const values: Values = { agree: 0, differ: [] };
  const { cards, emails, dates, money } = claim.slots;
  const { ids, counts } = told(claim);

  for (const { id, plain: name, shape: form, isCode } of ids) {
    if (present.has(name)) {
      values.agree += 1;
      continue;
    }
    if (given.length === 0) continue;
    const exact = given.find((one) => one.shape === form && one.plain !== name);
    const mixed = isCode ? given.find(({ token, ofId }) => ofId && /^[A-Z0-9]{5,8}$/.test(token) && token.length === id.length) : undefined;
    const other = (exact ?? mixed)?.token;
    if (other && !ids.some((one) => one.plain === plain(other)) && mixedShape(other).length === mixedShape(id).length)
      values.differ.push({ slot: 'target', claimed: id, recorded: other });
  }
  for (const card of cards) {
    if (all.some((leaf) => String(leaf.value).endsWith(card))) values.agree += 1;
    else {
      const other = [
        ...args.filter((leaf) => /card|last_?4|last_?four|pan/i.test(leaf.key)),
        ...all.filter((leaf) => /last_?4|last_?four/i.test(leaf.key)),
      ].find((leaf) => /^\D{0,6}\d{4}$/.test(String(leaf.value)));
      if (other) values.differ.push({ slot: 'target', claimed: card, recorded: String(other.value) });
    }
  }
  for (const email of emails) {
    if (all.some((leaf) => String(leaf.value).toLowerCase().includes(email.toLowerCase()))) values.agree += 1;
    else {
      const other = args.flatMap((leaf) => String(leaf.value).match(/[\w.+-]{1,64}@[\w.-]{3,80}/g) ?? [])[0];
      if (other) values.differ.push({ slot: 'target', claimed: email, recorded: other });
    }
  }
  for (const date of dates) {
    if (days.has(date.slice(5))) values.agree += 1;
    else if (dates.length === 1 && askedDays.size === 1 && /^(?:update|create)$/.test(claim.action))
      values.differ.push({ slot: 'target', claimed: date, recorded: [...askedDays][0]! });
  }
  for (const count of counts) {
    const named = countable.filter(({ words }) => words.some((word) => count.nouns.includes(word))).map(({ leaf }) => leaf);
    const numbers = named.filter((leaf) => Number.isFinite(Number(leaf.value)) && leaf.value !== '' && typeof leaf.value !== 'boolean');
    const running = claim.words.some((word) => /^(?:add|remov|includ)$/.test(word));
    const asked = args.filter(
      (leaf) => numbers.some((one) => one.path === leaf.path && one.value === leaf.value) && !(running && /total|all|after|new/i.test(leaf.key)),
    );
    if (numbers.some((leaf) => Number(leaf.value) === count.value)) values.agree += 1;
    else if (asked.length === 1)
      values.differ.push({ slot: 'amount', claimed: `${count.value} ${count.of}`, recorded: `${String(asked[0]!.value)} ${count.of}` });
  }
  const amounts = amountsOf(call);
  for (const one of money) if (amounts.some((amount) => amount.values.some((value) => same(value, one.amount)))) values.agree += 1;
  return values;
}
