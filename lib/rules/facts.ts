/** What several rules ask of a case. Each answer is made from the case alone. */
import { money as moneyIn } from '../claims/money.ts';
import { type Amount, anyNumbers, derivable, isCharge, isTaken, moved, same, sumsTo, written } from '../match/amounts.ts';
import { captured } from '../match/outcome.ts';
import type { Match } from '../match.ts';
import type { Money } from '../model.ts';
import { failures } from './failures.ts';
import { carriedOut } from './matches.ts';
import type { ClaimCase } from './rule.ts';

export type Amounts = { is: 'none' | 'agree' | 'unknown' } | { is: 'differ'; claimed: string; recorded: string };

/** Does the record bear out the money that the claim names? Only claims of money are held to it. */
export function amounts(one: ClaimCase): Amounts {
  const { money } = one.claim.slots;
  const calls = carriedOut(one).map((match) => match.call);
  if (one.claim.kind !== 'credit' || money.length === 0 || calls.length === 0) return { is: 'none' };
  const total = largest(money);
  const fresh = calls.map((call) => moved(call, one.evidence.calls).filter((amount) => !isCharge(one.claim) || isTaken(amount)));
  const values = fresh.flat().flatMap((amount) => amount.values);
  if (values.length > 0) {
    const other = otherCurrency(total, fresh.flat());
    if (
      other === undefined &&
      money.every((paid) => borne(paid.amount, fresh, one.claim.quote) || (paid !== total && isShare(paid.amount, total.amount)))
    )
      return { is: 'agree' };
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
}

const largest = (money: readonly Money[]): Money => money.reduce((a, b) => (b.amount > a.amount ? b : a));

/** "3 × $4 = $12": the $4 are a share of the total. */
const isShare = (part: number, total: number): boolean => [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].some((k) => same(part * k, total));

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
  const told = moneyIn(text).map((one) => one.amount);
  const others = told.filter((amount) => !same(amount, part.amount));
  return values.some((value) => told.some((amount) => same(amount, value)) && others.some((amount) => same(amount + part.amount, value)));
}

const DOLLARS = /^(?:USD|CAD|AUD|NZD|SGD|HKD|MXN)$/;

/** The currency that was recorded where it is not the claimed one. `$` alone may be any dollar. */
function otherCurrency(claimed: Money, recorded: readonly Amount[]): string | undefined {
  const codes = recorded.flatMap((amount) => (amount.currency && /^[A-Z]{3}$/.test(amount.currency) ? [amount.currency] : []));
  if (!claimed.currency || codes.length === 0 || codes.includes(claimed.currency)) return undefined;
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

/** A value decides, and the call that would show it was not captured whole. */
export function uncaptured(one: ClaimCase): Match[] {
  const { money, ids } = one.claim.slots;
  const decided = one.claim.kind === 'credit' && money.length > 0 ? amounts(one).is === 'unknown' : ids.length > 0;
  return decided ? carriedOut(one).filter((match) => !captured(match.call) && match.values.agree === 0) : [];
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
export function supported(one: ClaimCase): Match[] {
  if (failures(one).length > 0 || otherTarget(one) || otherCount(one) || uncaptured(one).length > 0) return [];
  const money = amounts(one).is;
  if (money === 'differ' || money === 'unknown') return [];
  return carriedOut(one).filter((match) => !match.values.differ.some((difference) => difference.slot === 'target'));
}

/** Does the log cover the time of the message, wholly? */
export const covers = (one: Pick<ClaimCase, 'evidence'>): boolean => one.evidence.coverage.complete && one.evidence.coverage.trouble === undefined;

export const ids = (matches: readonly Match[]): string[] => matches.map((match) => match.call.id);
