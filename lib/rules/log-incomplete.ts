/** The log shows a part only: what is missing from it may still have been done. */
import { covers, ids, supported, undated } from './facts.ts';
import { isLongAgo } from './long-ago.ts';
import type { Rule } from './rule.ts';

export const logIncomplete: Rule = {
  id: 'log-incomplete',
  about: 'claim',
  judge(one) {
    const { coverage } = one.evidence;
    const early = one.message.at !== null && Date.parse(one.message.at) < Date.parse(coverage.from);
    const calls = ids(undated(one));
    if ((covers(one) && !early && calls.length === 0 && !isLongAgo(one)) || supported(one).length > 0) return null;
    return {
      rule: 'log-incomplete',
      verdict: 'unverifiable',
      reason: 'log-incomplete',
      calls,
      detail: {},
    };
  },
};
