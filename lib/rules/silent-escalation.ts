/** A handoff that no message of the agent tells of. */
import { contentWords } from '../actions/stem.ts';
import { digest } from '../id.ts';
import type { TicketFinding } from '../model.ts';
import { recordedDestinations } from './destinations.ts';
import type { Rule } from './rule.ts';
import { actionsOf, succeeded } from './writes.ts';

export const silentEscalation: Rule = {
  id: 'silent-escalation',
  about: 'ticket',
  judge(ticket) {
    const messages = ticket.page.messages.filter((message) => message.author.kind === 'ai-agent');
    if (messages.length === 0 || ticket.evidence.coverage.trouble !== undefined) return [];
    const told = ticket.claims.some((claim) => claim.kind === 'escalation' && claim.status !== 'denied');
    if (told) return [];
    const words = new Set(messages.flatMap((message) => contentWords(message.text)));
    return ticket.evidence.calls.flatMap((call): TicketFinding[] => {
      const found = actionsOf(call, ticket.evidence);
      if (!found.includes('escalate') || found.includes('note') || !succeeded(call)) return [];
      if (
        ticket.claims.some(
          (claim) =>
            claim.status !== 'denied' && claim.kind !== 'read' && (ticket.matches.get(claim.id) ?? []).some((match) => match.call.id === call.id),
        )
      )
        return [];
      const places = recordedDestinations(call, ticket.evidence);
      if (places.length === 0 || places.some((place) => contentWords(place).some((word) => words.has(word)))) return [];
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
