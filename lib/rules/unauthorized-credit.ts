/** Money moved beyond the policy's limit, in one call or summed up over the ticket or a day, without the approval that would lift it; or promised beyond it. */
import { digest } from '../id.ts';
import { amountsOf, same } from '../match/amounts.ts';
import { leaves } from '../match/leaves.ts';
import type { Claim, Limit, TicketFinding, ToolCall } from '../model.ts';
import { covers } from './facts.ts';
import type { Rule, TicketCase } from './rule.ts';
import { actionsOf, isReplay, sameWrite, succeeded } from './writes.ts';

/** A tool that does several is held to the narrowest. */
const ORDER = ['fee_waiver', 'refund', 'discount', 'credit', 'charge', 'payout'];

export const unauthorizedCredit: Rule = {
  id: 'unauthorized-credit',
  about: 'ticket',
  judge: (ticket) => ticket.policy.limits.flatMap((limit) => executed(ticket, limit) ?? promised(ticket, limit) ?? []),
};

function executed(ticket: TicketCase, limit: Limit): TicketFinding | null {
  const calls = ticket.evidence.calls.filter((call) => succeeded(call) && limitOf(call, ticket) === limit);
  const counted = calls.filter((call, index) => !calls.slice(0, index).some((before) => sameWrite(before, call) && isReplay(before, call)));
  const paid = counted.flatMap((call) => {
    const amount = amountIn(call, limit, ticket);
    return amount === undefined ? [] : [{ call, amount }];
  });
  for (const [index, { call, amount }] of paid.entries()) {
    const earlier = paid.slice(0, index).filter((one) => countsWith(one.call, call, limit));
    const sum = earlier.reduce((total, one) => total + one.amount, amount);
    if (!isAllowed(sum, limit, () => approved(ticket, limit, call, sum)))
      return finding(limit, call.id, [call.id], undefined, `${sum.toFixed(2)} ${limit.currency}`);
  }
  return null;
}

/** Up to the limit, and with approval above the amount that needs one; where that amount is no less than the limit, approval lifts the limit. */
function isAllowed(sum: number, { maxAmount, approvalAbove }: Limit, isApproved: () => boolean): boolean {
  const needs = approvalAbove !== undefined && sum > approvalAbove + 0.005;
  if (sum > maxAmount + 0.005 && !(needs && approvalAbove >= maxAmount)) return false;
  return !needs || isApproved();
}

const DAY_MS = 24 * 60 * 60_000;

/** Is the earlier call summed up with the later one? A call without a time is of any day. */
function countsWith(earlier: ToolCall, later: ToolCall, { per }: Limit): boolean {
  if (per === 'call') return false;
  if (per === 'ticket' || earlier.startedAt === null || later.startedAt === null) return true;
  return Date.parse(later.startedAt) - Date.parse(earlier.startedAt) < DAY_MS;
}

/** By an earlier call of the tool that approves; where that names amounts, one of at least so much. */
function approved(ticket: TicketCase, limit: Limit, call: ToolCall, sum: number): boolean {
  const index = ticket.evidence.calls.indexOf(call);
  return (
    limit.approvalTool !== undefined &&
    ticket.evidence.calls.slice(0, index).some((before) => {
      if (before.name !== limit.approvalTool || !succeeded(before)) return false;
      const amounts = amountsOf(before).flatMap((amount) => (amount.from === 'arguments' ? amount.values : []));
      return amounts.length === 0 || amounts.some((amount) => amount >= sum - 0.005);
    })
  );
}

/** Only what the agent is known to have promised, and only where the log would show the approval. */
function promised(ticket: TicketCase, limit: Limit): TicketFinding | null {
  if (!covers(ticket)) return null;
  const agents = new Set(ticket.page.messages.filter((message) => message.author.kind === 'ai-agent').map((message) => message.id));
  const beyond = ticket.claims.find(
    (claim) => claim.status === 'promised' && agents.has(claim.messageId) && over(claim, limit) && !isKept(claim, ticket),
  );
  return beyond ? { ...finding(limit, beyond.id, [], beyond.slots.money[0]?.text, undefined), claimId: beyond.id } : null;
}

/** A call moved the very amount: that is judged as what was done. */
const isKept = (claim: Claim, ticket: TicketCase): boolean => (ticket.matches.get(claim.id) ?? []).some((match) => match.values.agree > 0);

const over = (claim: Claim, limit: Limit): boolean =>
  claim.action === limit.action && claim.slots.money.some((money) => money.currency === limit.currency && money.amount > limit.maxAmount);

function finding(limit: Limit, key: string, calls: string[], claimed: string | undefined, recorded: string | undefined): TicketFinding {
  return {
    about: 'ticket',
    id: digest('unauthorized-credit', key),
    class: 'unauthorized-credit',
    rule: 'unauthorized-credit',
    calls,
    detail: {
      ...(claimed === undefined ? {} : { claimed }),
      ...(recorded === undefined ? {} : { recorded }),
      limit: { action: limit.action, maxAmount: limit.maxAmount, currency: limit.currency, per: limit.per },
    },
  };
}

function limitOf(call: ToolCall, ticket: TicketCase): Limit | undefined {
  const found = actionsOf(call, ticket.evidence);
  const action = ORDER.find((id) => found.includes(id) && ticket.policy.limits.some((limit) => limit.action === id && unitFits(call, limit)));
  return ticket.policy.limits.find((limit) => limit.action === action && unitFits(call, limit));
}

/** Money is in the limit's currency unless the call says another one; other units must be named: `{item: "points", qty: 500}`. */
function unitFits(call: ToolCall, limit: Limit): boolean {
  const all = [...leaves(call.arguments), ...leaves(call.result)];
  if (/^[A-Z]{3}$/.test(limit.currency)) {
    const currency = all.find((leaf) => /^currency/i.test(leaf.key));
    return !all.some((leaf) => /percent/i.test(leaf.key)) && (currency === undefined || String(currency.value).toUpperCase() === limit.currency);
  }
  const unit = limit.currency.toLowerCase();
  return all.some((leaf) => leaf.key.toLowerCase().includes(unit) || String(leaf.value).toLowerCase() === unit);
}

function amountIn(call: ToolCall, limit: Limit, ticket: TicketCase): number | undefined {
  if (!/^[A-Z]{3}$/.test(limit.currency)) {
    const unit = limit.currency.toLowerCase();
    const leaf = leaves(call.arguments).find(
      (one) => typeof one.value === 'number' && (one.key.toLowerCase().includes(unit) || /^(?:qty|quantity|amount|value)$/i.test(one.key)),
    );
    return typeof leaf?.value === 'number' ? leaf.value : undefined;
  }
  const strong = amountsOf(call).filter((amount) => amount.strength === 'strong');
  const amount = strong.find((one) => one.from === 'arguments') ?? strong[0];
  if (!amount || amount.values.length < 2) return amount?.values[0];
  const told = ticket.claims.flatMap((claim) => claim.slots.money);
  const named = amount.values.find((value) => told.some((money) => same(money.amount, value)));
  if (named !== undefined) return named;
  const marked = strong.find((one) => one.values.length === 1 && amount.values.some((value) => same(value, one.values[0]!)));
  return marked?.values[0] ?? minorByHabit(call, ticket, amount.values);
}

/** Whole numbers with a lower-case currency code are minor units at the payment services that write them so. */
function minorByHabit(call: ToolCall, ticket: TicketCase, values: readonly number[]): number | undefined {
  const tool = ticket.evidence.inventory.tools.find((one) => one.name === call.name);
  const currency = leaves(call.arguments).find((leaf) => /^currency/i.test(leaf.key));
  const minor =
    /\b(?:cents|minor units|pence)\b/i.test(tool?.description ?? '') ||
    (typeof currency?.value === 'string' && currency.value === currency.value.toLowerCase());
  return minor ? Math.min(...values) : Math.max(...values) < 1000 ? Math.max(...values) : undefined;
}
