/** Money that moved with a call of another name. */
import { actionOf } from '../actions/index.ts';
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { isCharge, isTaken, moved } from './amounts.ts';
import { leaves } from './leaves.ts';
import { once } from './once.ts';
import { actionsOfTool, does, isNamed, toolOf, toolWords } from './tool.ts';
import type { Values } from './values.ts';

export const mayMoveBeside = ({ action }: Claim): boolean => /^(?:refund|charge|credit|payout)$/.test(action);

/** Money is often moved by a call of another name: a booking charges, a cancellation or a return refunds. */
export function sideEffect(claim: Claim, call: ToolCall, evidence: Evidence, values: Values): number {
  if (!mayMoveBeside(claim)) return 0;
  const action = actionOf(claim.action)!;
  const ownTool = isNamed(evidence.inventory.tools)(action);
  const sums = moved(call, evidence.calls).filter((amount) => !isCharge(claim) || isTaken(amount));
  const tool = toolWords(toolOf(call, evidence.inventory.tools));
  if (tool.name.has('approv') || (tool.mayRead && actionsOfTool(tool).length === 0)) return 0;
  const follows = claim.action === 'refund' && ['cancel', 'return'].some((id) => does(actionOf(id)!, tool) === 1);
  if (sums.length === 0 && !follows) return 0;
  const back = follows || sums.some((amount) => amount.raw < 0 || /refund|credited/i.test(amount.key)) || speaksOfRefund(call);
  if (claim.action === 'refund' && claim.slots.money.length === 0 && !back) return 0;
  if (claim.slots.money.length > 0 && values.agree > 0) return 0.65;
  // Another amount, moved by a tool whose name tells of other money: "a £5 credit" is no refund of £8.
  const elsewhere = actionsOfTool(tool).some((id) => actionOf(id)?.kind === 'credit');
  if (ownTool && elsewhere && claim.slots.money.length > 0 && !/\b(?:total|altogether|in all|combined)\b/i.test(claim.quote)) return 0;
  return ownTool ? 0.5 : 0.61;
}

const speaksOfRefund = once((call: ToolCall): boolean => leaves(call.result).some((leaf) => /refund/i.test(String(leaf.value))));
