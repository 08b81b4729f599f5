/** How things are, told with a value that a write gave back and nothing before it had shown: "your new total is $137" against `{"total": "137.00"}`. */
import type { Claim, ToolCall } from '../model.ts';
import { amountsOf, same } from './amounts.ts';
import { callsAbout, callsBefore, placeOf } from './calls.ts';
import { plain } from './ids.ts';
import { recordedOf } from './recorded.ts';

/** Small whole numbers stand in any record. */
const isDistinct = (amount: number): boolean => amount >= 20 || !Number.isInteger(amount);

/** All the money and ids that the claim names stand in the call, and one of them in no call before it. */
export function bearsValue(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): boolean {
  const { money, ids } = claim.slots;
  if (claim.tells !== 'value' || claim.kind === 'read' || money.length + ids.length === 0) return false;
  if (!money.every(({ amount }) => isDistinct(amount) && has(call, amount)) || !ids.every((id) => recordedOf(call).present.has(plain(id))))
    return false;
  const before = calls.slice(0, Math.max(0, placeOf(call, calls)));
  return (
    money.some(({ amount }) => !before.some((other) => has(other, amount))) ||
    ids.some((id) => callsBefore(call, callsAbout(id, calls), calls).length === 0)
  );
}

const has = (call: ToolCall, amount: number): boolean => amountsOf(call).some(({ values }) => values.some((value) => same(value, amount)));
