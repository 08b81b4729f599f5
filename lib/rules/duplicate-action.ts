/** The same write, done a second time: not a retry after a failure, not a replay, not told as several. */
import { digest } from '../id.ts';
import { leaves } from '../match/leaves.ts';
import type { TicketFinding, ToolCall } from '../model.ts';
import type { Rule, TicketCase } from './rule.ts';
import { isKnownWrite, isReplay, isSide, succeeded, writeKey } from './writes.ts';

export const duplicateAction: Rule = {
  id: 'duplicate-action',
  about: 'ticket',
  judge(ticket) {
    const writes = ticket.evidence.calls.filter((call) => isKnownWrite(call, ticket.evidence) && !isSide(call, ticket.evidence) && succeeded(call));
    const firsts = new Map<string, ToolCall>();
    return writes.flatMap((call): TicketFinding[] => {
      const key = writeKey(call);
      const first = key === null ? undefined : firsts.get(key);
      if (key !== null && !first) firsts.set(key, call);
      if (!first || isReplay(first, call) || toldAsSeveral(ticket, first, call)) return [];
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

const TIMES = /\b\d+ ?[x×](?!\p{L})|(?<!\p{L})[x×] ?\d+\b|\btwice\b/iu;

/** "3 × $4 = $12", "passes issued x2", "two vouchers": a number that no single call was given is the number of calls. */
function toldAsSeveral(ticket: TicketCase, first: ToolCall, second: ToolCall): boolean {
  const given = leaves(second.arguments).map((leaf) => Number(leaf.value));
  return ticket.claims.some((claim) => {
    const calls = (ticket.matches.get(claim.id) ?? []).map((match) => match.call.id);
    if (claim.status === 'denied' || !calls.includes(first.id) || !calls.includes(second.id)) return false;
    const several = claim.slots.counts.some((count) => count.value > 1 && !given.includes(count.value));
    return TIMES.test(claim.quote) || (several && claim.slots.ids.length < 2);
  });
}
