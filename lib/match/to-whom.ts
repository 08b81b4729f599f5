/** Whom a claim says that something was sent or handed to, as far as a tool or a call names them. */
import { contentWords } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { recordedOf } from './recorded.ts';
import { nounsOf, type ToolWords, toolOf, toolWords } from './tool.ts';
import { wordsIn } from './words.ts';

/** Whoever may be told or asked, or take something over. */
const ROLE =
  /^(?:manag|lead|supervisor|technician|engin|adjust|driver|nurs|doctor|lawyer|organi[sz]|owner|landlord|host|teacher|tutor|coach|courier|carer|advis|caseworker|workshop|kitchen|warehous|depot|branch)/;

/** "Our workshop lead has been asked" and `queue_for_workshop_lead`: it may be what is claimed, in words of its own. */
export function isToWhom(claim: Claim, call: ToolCall, { inventory }: Evidence): boolean {
  if (claim.kind !== 'communication' && claim.kind !== 'escalation' && claim.verb !== 'ask') return false;
  const tool = toolWords(toolOf(call, inventory.tools));
  return tool.mode === 'write' && nounsOf(claim).some((noun) => ROLE.test(noun) && tool.name.has(noun));
}

const TOLD_THEM =
  /^(?:the |our |your )?((?:[\p{L}&'-]+ ){1,4})(?:\([^()]{0,40}\) )?(?:has been |have been |was |were )?(?:informed|notified|told|briefed|advised|warned|alerted)\b/iu;
const CUSTOMER =
  /^(?:customer|cust|cx|client|user|guest|member|passenger|patient|tenant|student|applicant|subscriber|buyer|caller|you|he|she|they|everyone|all|both)$/i;

/** "Network planning informed", and neither the call nor its tool names any of it: it may have gone to anybody. */
export function isToOthers(claim: Claim, call: ToolCall, { name, described }: ToolWords): boolean {
  if (claim.kind !== 'communication') return false;
  const whom = TOLD_THEM.exec(claim.quote)?.[1]?.trim();
  if (whom === undefined || whom.split(' ').some((word) => CUSTOMER.test(word))) return false;
  const words = contentWords(whom);
  const { said } = recordedOf(call);
  const back = wordsIn(call.result);
  return words.length > 0 && !words.some((word) => [name, described, said, back].some((known) => names(known, word)));
}
