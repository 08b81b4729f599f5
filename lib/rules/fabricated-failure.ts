/** The agent says that it tried and that it failed, and the log, which would show any attempt, shows none of that kind. */
import { digest } from '../id.ts';
import { toolOf, toolWords } from '../match/tool.ts';
import { counts } from '../match.ts';
import type { Claim, TicketFinding } from '../model.ts';
import { covers } from './facts.ts';
import type { Rule, TicketCase } from './rule.ts';
import { isOfKind } from './told/kind.ts';

export const fabricatedFailure: Rule = {
  id: 'fabricated-failure',
  about: 'ticket',
  judge(ticket) {
    if (!covers(ticket)) return [];
    return ticket.claims
      .filter((claim) => claim.tried === true && wasNotTried(claim, ticket))
      .map(
        (claim): TicketFinding => ({
          about: 'ticket',
          id: digest('fabricated-failure', claim.id),
          class: 'fabricated-failure',
          claimId: claim.id,
          rule: 'fabricated-failure',
          calls: [],
          detail: {},
        }),
      );
  },
};

function wasNotTried(claim: Claim, { page, evidence }: TicketCase): boolean {
  const message = page.messages.find((one) => one.id === claim.messageId);
  if (message?.author.kind !== 'ai-agent') return false;
  if (message.at !== null && Date.parse(message.at) > Date.parse(evidence.coverage.to)) return false;
  const before = evidence.calls.filter((call) => counts(call, message) && toolWords(toolOf(call, evidence.inventory.tools)).mode !== 'aside');
  return !before.some((call) => isOfKind(claim, call, evidence));
}
