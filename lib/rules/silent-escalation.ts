/** A handoff that the customer was not told of. An internal note tells the team, and the customer only where nothing else was written. */
import { digest } from '../id.ts';
import { SURE } from '../match.ts';
import type { Message, TicketFinding, ToolCall } from '../model.ts';
import { isHandedOver, isHandoff, takersOf } from './handoffs.ts';
import type { Rule, TicketCase } from './rule.ts';
import { tellsOfHandoff } from './told/handing.ts';

export const silentEscalation: Rule = {
  id: 'silent-escalation',
  about: 'ticket',
  judge(ticket) {
    const { calls, coverage } = ticket.evidence;
    const messages = ticket.page.messages.filter((message) => message.author.kind !== 'customer');
    if (!messages.some((message) => message.author.kind === 'ai-agent') || coverage.trouble !== undefined) return [];
    const seen = shown(messages);
    const handoffs = calls.filter((call) => isHandoff(call, ticket.evidence) && isHandedOver(call));
    return handoffs.flatMap((call): TicketFinding[] => {
      const others = handoffs.filter((other) => other !== call).flatMap(takersOf);
      if (claimed(call, seen, ticket) || tellsOfHandoff(seen, takersOf(call), others)) return [];
      return [
        {
          about: 'ticket',
          id: digest('silent-escalation', call.id),
          class: 'silent-escalation',
          rule: 'silent-escalation',
          calls: [call.id],
          detail: {},
        },
      ];
    });
  },
};

/** What the customer was shown. A ticket on which the agent wrote notes alone is read by those. */
function shown(messages: readonly Message[]): Message[] {
  const open = messages.filter((message) => message.visibility === 'public');
  return open.some((message) => message.author.kind === 'ai-agent') ? open : [...messages];
}

/** A claim that surely is about it: "opened a case with the lab" of a call that made one. */
const claimed = (call: ToolCall, seen: readonly Message[], ticket: TicketCase): boolean =>
  ticket.claims.some(
    (claim) =>
      claim.status !== 'denied' &&
      claim.kind === 'escalation' &&
      seen.some((message) => message.id === claim.messageId) &&
      (ticket.matches.get(claim.id) ?? []).some((match) => match.call.id === call.id && match.score >= SURE),
  );
