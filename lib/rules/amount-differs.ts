/** The record shows another amount, count or quantity. */
import { amounts, ids, otherCount } from './facts.ts';
import { carriedOut } from './matches.ts';
import { partDone } from './part-done.ts';
import type { Rule } from './rule.ts';

export const amountDiffers: Rule = {
  id: 'amount-differs',
  about: 'claim',
  judge(one) {
    const money = amounts(one);
    if (money.is === 'differ') {
      return {
        rule: 'amount-differs',
        verdict: 'contradicted',
        reason: 'amount-differs',
        calls: ids(carriedOut(one)),
        detail: { claimed: money.claimed, recorded: money.recorded },
      };
    }
    const part = partDone(one);
    if (part) {
      const { claimed, recorded } = part;
      return { rule: 'amount-differs', verdict: 'contradicted', reason: 'amount-differs', calls: part.calls, detail: { claimed, recorded } };
    }
    const count = otherCount(one);
    if (!count) return null;
    return {
      rule: 'amount-differs',
      verdict: 'contradicted',
      reason: 'amount-differs',
      calls: [count.call],
      detail: { claimed: count.claimed, recorded: count.recorded },
    };
  },
};
