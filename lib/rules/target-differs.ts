/** The record shows another order, customer, card, recipient or date. */
import { otherTarget } from './facts.ts';
import type { Rule } from './rule.ts';

export const targetDiffers: Rule = {
  id: 'target-differs',
  about: 'claim',
  judge(one) {
    const other = otherTarget(one);
    if (!other) return null;
    return {
      rule: 'target-differs',
      verdict: 'contradicted',
      reason: 'target-differs',
      calls: other.calls,
      detail: { claimed: other.claimed, recorded: other.recorded },
    };
  },
};
