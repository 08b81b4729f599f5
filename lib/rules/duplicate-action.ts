/** The same write, done a second time: not a retry after a failure, not a replay, not told as several. */
import { digest } from '../id.ts';
import type { TicketFinding } from '../model.ts';
import type { Rule, TicketCase } from './rule.ts';
import { isReplay, isSide, isWrite, sameWrite, succeeded } from './writes.ts';

export const duplicateAction: Rule = {
  id: 'duplicate-action',
  about: 'ticket',
  judge(ticket) {
    const writes = ticket.evidence.calls.filter((call) => isWrite(call, ticket.evidence) && !isSide(call, ticket.evidence) && succeeded(call));
    return writes.flatMap((call, index): TicketFinding[] => {
      const first = writes.slice(0, index).find((before) => sameWrite(before, call));
      if (!first || isReplay(first, call) || toldAsSeveral(ticket, first.id, call.id)) return [];
      return [
        {
          about: 'ticket',
          id: digest('duplicate-action', call.id),
          class: 'duplicate-action',
          rule: 'duplicate-action',
          calls: [call.id, first.id],
          detail: {},
        },
      ];
    });
  },
};

/** "3 × $4 = $12" tells of three equal calls; so do as many claims as calls. */
function toldAsSeveral(ticket: TicketCase, first: string, second: string): boolean {
  const telling = ticket.claims.filter((claim) => {
    const calls = (ticket.matches.get(claim.id) ?? []).map((match) => match.call.id);
    return calls.includes(first) && calls.includes(second) && claim.status !== 'denied';
  });
  return telling.some(
    (claim) =>
      /\b\d+ ?[x×]\s|\btwice\b/iu.test(claim.quote) ||
      (claim.slots.ids.length < 2 &&
        claim.slots.counts.some((count) => count.value > 1 && /refund|credit|charg|revers|fee|seat|voucher/.test(count.of))),
  );
}
