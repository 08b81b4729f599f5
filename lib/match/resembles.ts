/** A call that may be what is claimed, told in words that no table knows: it shares a thing or a value with the claim. */
import { contentWords } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';
import { nounsOf, toolOf, toolWords } from './tool.ts';
import { compare } from './values.ts';

/** Things of so many tickets that to share them says nothing. */
const COMMON = new Set(
  'account customer order user ticket case booking reserv book request new date day name email item number code today'.split(' '),
);

export function resembles(claim: Claim, call: ToolCall, evidence: Evidence): boolean {
  // A message or a handoff is made by its own tool, and money is known by its amount.
  if (claim.kind !== 'write' && claim.kind !== 'credit') return false;
  if (claim.kind === 'credit') return claim.slots.money.length > 0 && compare(claim, call, evidence.calls).agree > 0;
  const tool = toolWords(toolOf(call, evidence.inventory.tools));
  const known = new Set([
    ...tool.name,
    ...tool.described,
    ...leaves(call.arguments).flatMap((leaf) =>
      contentWords(`${leaf.key.replace(/_/g, ' ')} ${String(leaf.value).slice(0, 200).replace(/_/g, ' ')}`),
    ),
  ]);
  if (nounsOf(claim).some((noun) => !COMMON.has(noun) && names(known, noun))) return true;
  return compare(claim, call, evidence.calls).agree > 0;
}
