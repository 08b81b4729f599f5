/** A successful call before the message, or in its turn, entails the claim. */
import { ids, supported } from './facts.ts';
import type { Rule } from './rule.ts';

export const callMatches: Rule = {
  id: 'call-matches',
  about: 'claim',
  judge(one) {
    const calls = supported(one);
    return calls.length === 0 ? null : { rule: 'call-matches', verdict: 'supported', reason: 'call-matches', calls: ids(calls), detail: {} };
  },
};
