/** A write that was done and that no message of the agent tells of, or that one denies. Side writes never count. */
import { contentWords } from '../actions/stem.ts';
import { digest } from '../id.ts';
import { toolOf, toolWords } from '../match/tool.ts';
import type { Claim, TicketFinding, ToolCall } from '../model.ts';
import type { Rule, TicketCase } from './rule.ts';
import { actionsOf, isKnownWrite, isSide, sameWrite, succeeded } from './writes.ts';

export const undisclosedAction: Rule = {
  id: 'undisclosed-action',
  about: 'ticket',
  judge(ticket) {
    const { coverage, calls } = ticket.evidence;
    const told = ticket.page.messages.filter((message) => message.author.kind === 'ai-agent');
    if (told.length === 0 || coverage.trouble !== undefined) return [];
    const last = told.at(-1)!.at;
    const said = new Set(told.flatMap((message) => contentWords(message.text)));
    const claimed = ticket.claims.filter((claim) => claim.status !== 'denied').map((claim) => ({ claim, words: contentWords(claim.quote) }));
    return calls.flatMap((call, index): TicketFinding[] => {
      if (
        !isKnownWrite(call, ticket.evidence) ||
        isSide(call, ticket.evidence) ||
        !succeeded(call) ||
        approves(call, ticket) ||
        disclosed(call, ticket, said, claimed)
      )
        return [];
      if (last !== null && call.startedAt !== null && Date.parse(call.startedAt) > Date.parse(last)) return [];
      if (calls.slice(0, index).some((before) => sameWrite(before, call))) return [];
      return [
        {
          about: 'ticket',
          id: digest('undisclosed-action', call.id),
          class: 'undisclosed-action',
          rule: 'undisclosed-action',
          calls: [call.id],
          detail: {},
        },
      ];
    });
  },
};

/** Asking for approval changes nothing of the customer's. */
const approves = (call: ToolCall, ticket: TicketCase): boolean => ticket.policy.limits.some((limit) => limit.approvalTool === call.name);

/** Nouns of so many tools that naming them tells of none. */
const COMMON = new Set(['order', 'account', 'custom', 'user', 'ticket', 'case', 'item', 'bill', 'invoic', 'payment', 'v1', 'v2', 'api']);

/** Some claim may be it, shares its action or a word of its name; or the message names its thing. Doubt counts as told. */
function disclosed(call: ToolCall, ticket: TicketCase, said: ReadonlySet<string>, claimed: readonly { claim: Claim; words: string[] }[]): boolean {
  const found = actionsOf(call, ticket.evidence);
  const { name, nouns } = toolWords(toolOf(call, ticket.evidence.inventory.tools));
  if (nouns.some((noun) => !COMMON.has(noun) && said.has(noun))) return true;
  return claimed.some(
    ({ claim, words }) =>
      (claim.kind === 'credit' && found.includes(claim.action)) ||
      words.some((word) => name.has(word)) ||
      (ticket.matches.get(claim.id) ?? []).some((match) => match.call.id === call.id),
  );
}
