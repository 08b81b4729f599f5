/** A write that was done and that no message tells of, or that one denies. Side writes and handoffs never count. */
import { digest } from '../id.ts';
import { counts, SURE } from '../match.ts';
import type { TicketFinding, ToolCall } from '../model.ts';
import { isHandoff } from './handoffs.ts';
import type { Rule, TicketCase } from './rule.ts';
import { toldWrites } from './told/told.ts';
import { isKnownWrite, isSide, sameWrite, succeeded } from './writes.ts';

export const undisclosedAction: Rule = {
  id: 'undisclosed-action',
  about: 'ticket',
  judge(ticket) {
    const { coverage, calls } = ticket.evidence;
    const agents = ticket.page.messages.filter((message) => message.author.kind === 'ai-agent');
    if (agents.length === 0 || coverage.trouble !== undefined) return [];
    const writes = calls.filter(
      (call) => isKnownWrite(call, ticket.evidence) && !isSide(call, ticket.evidence) && !isHandoff(call, ticket.evidence) && succeeded(call),
    );
    const claims = ticket.claims.map((claim) => ({ claim, matches: ticket.matches.get(claim.id) ?? [] }));
    const told = toldWrites(standing(ticket), claims, ticket.evidence);
    // What bears a claim out is told by it.
    const cited = new Set(
      claims.flatMap(({ claim, matches }) =>
        claim.kind !== 'read' && matches[0] && matches[0].score >= SURE && matches[0].outcome.is === 'done' ? [matches[0].call] : [],
      ),
    );
    return writes.flatMap((call, index): TicketFinding[] =>
      told.has(call.id) ||
      cited.has(call) ||
      approves(call, ticket) ||
      // A message may yet tell of what was done after the last one.
      !counts(call, agents.at(-1)!) ||
      writes.slice(0, index).some((before) => sameWrite(before, call))
        ? []
        : [
            {
              about: 'ticket',
              id: digest('undisclosed-action', call.id),
              class: 'undisclosed-action',
              rule: 'undisclosed-action',
              calls: [call.id],
              detail: {},
            },
          ],
    );
  },
};

/** The messages without the words that a later one took back. */
const standing = ({ page, retracted }: TicketCase) =>
  page.messages.map((message) => {
    const back = retracted.filter((claim) => claim.messageId === message.id);
    return { ...message, text: back.reduce((text, claim) => text.replace(claim.quote, ' '), message.text) };
  });

/** Asking for approval changes nothing of the customer's. */
const approves = (call: ToolCall, ticket: TicketCase): boolean => ticket.policy.limits.some((limit) => limit.approvalTool === call.name);
