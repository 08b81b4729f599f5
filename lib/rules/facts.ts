/** What several rules ask of a case. Each answer is made from the case alone. */
import { money as moneyIn } from '../claims/money.ts';
import { type Amount, anyNumbers, derivable, isCharge, isTaken, moved, same, strong, sumsTo, written } from '../match/amounts.ts';
import { leaves } from '../match/leaves.ts';
import { once, onceOfText } from '../match/once.ts';
import { captured } from '../match/outcome.ts';
import { isUnreadable, type Match } from '../match.ts';
import type { Money } from '../model.ts';
import { failures } from './failures.ts';
import { carriedOut } from './matches.ts';
import { each, partDone, toldNumber } from './part-done.ts';
import type { ClaimCase } from './rule.ts';

export type Amounts = { is: 'none' | 'agree' | 'unknown' } | { is: 'differ'; claimed: string; recorded: string };

/** Does the record bear out the money that the claim names? Only claims of money are held to it. */
export const amounts = once((one: ClaimCase): Amounts => {
  const { money } = one.claim.slots;
  const calls = carriedOut(one).map((match) => match.call);
  if (one.claim.kind !== 'credit' || money.length === 0 || calls.length === 0) return { is: 'none' };
  const total = largest(money);
  const fresh = calls.map((call) => moved(call, one.evidence.calls).filter((amount) => !isCharge(one.claim) || isTaken(amount)));
  const values = fresh.flat().flatMap((amount) => amount.values);
  const sum = sumOfEach(one);
  if (sum !== undefined && !same(sum, total.amount)) return { is: 'differ', claimed: total.text, recorded: written(sum, total) };
  if (values.length > 0) {
    const other = otherCurrency(total, fresh.flat());
    if (
      other === undefined &&
      money.every(
        (paid) => borne(paid.amount, fresh, one.claim.quote) || (paid !== total && (isShare(paid.amount, total.amount) || isWorkedOut(total, one))),
      )
    )
      return { is: 'agree' };
    if (other === undefined && isOfSeveral(total, one)) return { is: 'agree' };
    // A call that records no amount may have moved what the others did not.
    const most = fresh.flatMap(distinct).reduce((sum, amounts) => sum + Math.max(...amounts), 0);
    const unpriced = fresh.some((call) => call.length === 0);
    if (other === undefined && unpriced && (total.amount > most || derivable(total.amount, one.evidence.calls.flatMap(anyNumbers), false)))
      return { is: 'unknown' };
    if (other === undefined && (isItemised(money, fresh) || isPartOfTotal(total, values, one.message.text))) return { is: 'agree' };
    const nearest = values.sort((a, b) => Math.abs(Math.log(a / total.amount)) - Math.abs(Math.log(b / total.amount)))[0]!;
    return { is: 'differ', claimed: total.text, recorded: written(nearest, other === undefined ? total : { ...total, currency: other }) };
  }
  const seen = one.evidence.calls.flatMap((call) => anyNumbers(call));
  return { is: money.every((paid) => derivable(paid.amount, seen, true)) ? 'agree' : 'unknown' };
});

/** "Two fees, $9.50 in total": of each of the two calls that did one, the only amount that it bears, summed up. */
function sumOfEach(one: ClaimCase): number | undefined {
  if (!/\b(?:total|altogether|in all)\b/i.test(one.claim.quote)) return undefined;
  const calls = each(one);
  if (calls.length < 2 || calls.length !== toldNumber(one)) return undefined;
  const amounts = calls.map(({ call }) => [...new Set(strong(call).flatMap((amount) => (amount.values.length === 1 ? amount.values : [])))]);
  return amounts.every((values) => values.length === 1) ? amounts.reduce((sum, [value]) => sum + value!, 0) : undefined;
}

const largest = (money: readonly Money[]): Money => money.reduce((a, b) => (b.amount > a.amount ? b : a));

/** "3 × $4 = $12": the $4 are a share of the total. */
const isShare = (part: number, total: number): boolean => {
  const times = Math.round(total / part);
  return times >= 2 && times <= 200 && same(part * times, total);
};

/** "3 × $4 plus $2 fees = $14": what stands before the total makes it up. */
const isWorkedOut = (total: Money, one: ClaimCase): boolean => {
  const at = one.claim.quote.lastIndexOf(total.text);
  return at > 0 && /(?:=|\b(?:total(?:s|ling)?|makes|altogether|in all)\b)[^\d]{0,20}$/i.test(one.claim.quote.slice(Math.max(0, at - 30), at));
};

/** "Total refunded: $30", and one call gave $10, another, of another tool, $20. */
function isOfSeveral(total: Money, one: ClaimCase): boolean {
  if (!/\b(?:total|altogether|in all|combined)\b/i.test(one.claim.quote)) return false;
  const calls = one.matches
    .filter((match) => match.score >= MAY_BE && match.outcome.is === 'done')
    .map(({ call }) => moved(call, one.evidence.calls));
  return sumsTo(
    total.amount,
    calls.flatMap((amounts) => distinct(amounts)),
  );
}

/** "$370 ($161 original + $209 upgrade)": told with its parts, one of which was moved. */
function isItemised(told: readonly Money[], fresh: readonly (readonly Amount[])[]): boolean {
  const total = largest(told);
  const parts = told.filter((one) => one !== total).map((one) => one.amount);
  return (
    parts.length > 1 &&
    same(
      parts.reduce((a, b) => a + b),
      total.amount,
    ) &&
    parts.some((part) => borne(part, fresh, ''))
  );
}

/** "+$8.28 … +$33.64 … total: $41.92": the message tells the amount that was moved, and this one as a part of it. */
function isPartOfTotal(part: Money, values: readonly number[], text: string): boolean {
  if (values.some((value) => listedIn(text)(value).has(part.amount))) return true;
  const told = amountsIn(text);
  return values.some(
    (value) => told(value).length > 0 && told(value - part.amount).some((amount) => !same(amount, part.amount) && same(amount + part.amount, value)),
  );
}

/** Amounts of a list: more than so many are not one that a person adds up. */
const LISTED = 19;

/**
 * "Oats: $3, basil: $1, salmon: $8": by a total, the amounts that stand one after the other in the text and add up to it. A text may
 * name thousands and be asked about as often, so each total is looked for once.
 */
const listedIn = onceOfText((text) => {
  const told = moneyIn(text).map((one) => one.amount);
  const known = new Map<number, ReadonlySet<number>>();
  return (total: number): ReadonlySet<number> => {
    const kept = known.get(total);
    if (kept) return kept;
    const found = new Set(runsOf(told, total).flat());
    known.set(total, found);
    return found;
  };
});

/** Runs of different amounts, two or more, that add up to the total. */
function runsOf(told: readonly number[], total: number): number[][] {
  const runs: number[][] = [];
  let from = 0;
  let sum = 0;
  for (let to = 0; to < told.length; to += 1) {
    sum += told[to]!;
    while ((sum > total + 0.005 || to - from >= LISTED) && from < to) sum -= told[from++]!;
    if (from === to || !same(sum, total)) continue;
    const run = told.slice(from, to + 1);
    if (new Set(run).size === run.length) runs.push(run);
  }
  return runs;
}

/** The text's amounts that are near a value: a text may name thousands. */
const amountsIn = onceOfText((text) => {
  const byCents = Map.groupBy(new Set(moneyIn(text).map((one) => one.amount)), cents);
  return (value: number): number[] => [-1, 0, 1].flatMap((by) => byCents.get(cents(value) + by) ?? []).filter((amount) => same(amount, value));
});

const cents = (amount: number): number => Math.round(amount * 100);

const DOLLARS = /^(?:USD|CAD|AUD|NZD|SGD|HKD|MXN)$/;

/** The currency that was recorded where it is not the claimed one. `$` alone may be any dollar. */
function otherCurrency(claimed: Money, recorded: readonly Amount[]): string | undefined {
  const codes = recorded.flatMap((amount) => (amount.currency && /^[A-Z]{3}$/.test(amount.currency) ? [amount.currency] : []));
  if (!claimed.currency || codes.length === 0 || codes.includes(claimed.currency)) return undefined;
  if (claimed.currency === 'KR' && /^(?:SEK|NOK|DKK|ISK)$/.test(codes[0]!)) return undefined;
  return claimed.text.startsWith('$') && DOLLARS.test(codes[0]!) ? undefined : codes[0];
}

/** The amount was moved: in one piece, as a sum, as a net of two, or as the share of each of a few. */
function borne(amount: number, fresh: readonly (readonly Amount[])[], quote: string): boolean {
  const values = fresh.flat().flatMap((one) => one.values);
  if (values.some((value) => same(value, amount))) return true;
  if (
    sumsTo(
      amount,
      fresh.flatMap((call) => distinct(call)),
    )
  )
    return true;
  if (/\b(?:net|difference|total)\b/i.test(quote) && derivable(amount, values, false)) return true;
  return /\b(?:per|each|apiece)\b/i.test(quote) && values.some((value) => isShare(amount, value));
}

/** An amount that stands in the arguments and again in the result was moved once. */
function distinct(call: readonly Amount[]): number[][] {
  const args = call.filter((one) => one.from === 'arguments');
  return (args.length > 0 ? args : call).map((one) => one.values);
}

/** Things of which each call does one, or that say nothing. */
const STEPS = /^(?:changes?|steps?|updates?|requests?|items?|things?|matters?|is|are|has|have|was|were)\b/i;

/** A value decides, and the call that would show it was not captured whole. */
export function uncaptured(one: ClaimCase): Match[] {
  const { money, ids, cards, emails, dates, counts, texts } = one.claim.slots;
  const calls = carriedOut(one);
  const values = [
    ids,
    cards,
    emails,
    dates,
    counts.filter(({ value, of }) => value > calls.length && !STEPS.test(of)),
    texts,
    one.claim.kind === 'write' ? money : [],
  ];
  const decided = one.claim.kind === 'credit' && money.length > 0 ? amounts(one).is === 'unknown' : values.some((list) => list.length > 0);
  const isGivenBack = ({ call }: Match): boolean =>
    money.some((paid) => leaves(call.result).some(({ value }) => Number(value) === paid.amount || Number(value) === cents(paid.amount)));
  return decided ? calls.filter((match) => !captured(match.call) && match.values.agree === 0 && !isGivenBack(match)) : [];
}

/** A call that is about the very thing, and whose tool may do it. */
const MAY_BE = 0.5;

/** The differing targets, where every call that may be it names another one; or one of several that was left out. */
export function otherTarget(one: ClaimCase): { claimed: string; recorded: string; calls: string[] } | null {
  const calls = carriedOut(one);
  if (calls.length === 0) return null;
  const differing = calls.filter((match) => match.values.differ.some((difference) => difference.slot === 'target'));
  const right = calls.filter((match) => !match.values.differ.some((difference) => difference.slot === 'target'));
  const first = differing[0];
  // Another call that may be it names the very thing.
  const named = one.matches.some(
    (match) => match.outcome.is === 'done' && match.score >= MAY_BE && match.values.agree > 0 && match.values.differ.length === 0,
  );
  if (first && right.length === 0) {
    if (named) return null;
    const { claimed, recorded } = first.values.differ.find((difference) => difference.slot === 'target')!;
    return { claimed, recorded, calls: differing.map((match) => match.call.id) };
  }
  const { ids } = one.claim.slots;
  const shapes = ids.map((id) => id.replace(/\d/g, '9'));
  if (new Set(shapes).size === shapes.length) return null;
  const text = JSON.stringify(calls.map((match) => [match.call.arguments ?? null, match.call.result ?? null]));
  const missing = ids.filter((id, index) => shapes.filter((shape) => shape === shapes[index]).length > 1 && !text.includes(id));
  const present = ids.filter((id) => text.includes(id));
  return missing.length > 0 && present.length > 0
    ? { claimed: ids.join(', '), recorded: present.join(', '), calls: calls.map((match) => match.call.id) }
    : null;
}

/** A number of things that the matching call was given otherwise: "12 seats" against 10. */
export function otherCount(one: ClaimCase): { claimed: string; recorded: string; call: string } | null {
  const calls = carriedOut(one);
  // Another call bears the very number.
  if (calls.some((match) => match.values.agree > 0 && match.values.differ.length === 0)) return null;
  const differing = calls.find((match) => match.values.differ.some((difference) => difference.slot === 'amount'));
  if (!differing || calls.some((match) => match.score >= differing.score && !match.values.differ.some((difference) => difference.slot === 'amount')))
    return null;
  const { claimed, recorded } = differing.values.differ.find((difference) => difference.slot === 'amount')!;
  return { claimed, recorded, call: differing.call.id };
}

/** A call bears the claim out, and nothing in it speaks against it. */
export const supported = once((one: ClaimCase): readonly Match[] => {
  if (partDone(one) || failures(one).length > 0 || otherTarget(one) || otherCount(one) || uncaptured(one).length > 0) return [];
  const money = amounts(one).is;
  if (money === 'differ' || money === 'unknown') return [];
  const calls = carriedOut(one).filter((match) => !match.values.differ.some((difference) => difference.slot === 'target'));
  return one.message.at === null ? calls : calls.filter((match) => !isUnreadable(match.call));
});

/** Calls that may be it, at a time that cannot be read. */
export const undated = (one: ClaimCase): readonly Match[] =>
  one.message.at === null || supported(one).length > 0 ? [] : carriedOut(one).filter((match) => isUnreadable(match.call));

/** Does the log cover the time of the message, wholly? */
export const covers = (one: Pick<ClaimCase, 'evidence'>): boolean => one.evidence.coverage.complete && one.evidence.coverage.trouble === undefined;

export const ids = (matches: readonly Match[]): string[] => matches.map((match) => match.call.id);
