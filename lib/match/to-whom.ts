/** Calls of tools that bear in their names the one whom a claim names: "our workshop lead has been asked" and `queue_for_workshop_lead`. */
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { nounsOf, toolOf, toolWords } from './tool.ts';

/** Whoever may be told or asked, or take something over. */
const ROLE =
  /^(?:manag|lead|supervisor|technician|engin|adjust|driver|nurs|doctor|lawyer|organi[sz]|owner|landlord|host|teacher|tutor|coach|courier|carer|advis|caseworker|workshop|kitchen|warehous|depot|branch)/;

/** It may be what is claimed, in words of its own. */
export function isToWhom(claim: Claim, call: ToolCall, { inventory }: Evidence): boolean {
  if (claim.kind !== 'communication' && claim.kind !== 'escalation' && claim.verb !== 'ask') return false;
  const tool = toolWords(toolOf(call, inventory.tools));
  return tool.mode === 'write' && nounsOf(claim).some((noun) => ROLE.test(noun) && tool.name.has(noun));
}
