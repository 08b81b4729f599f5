/** The log could not be asked, or did not answer: nothing can be said against a claim. */
import { supported } from './facts.ts';
import type { Rule } from './rule.ts';

export const logUnavailable: Rule = {
  id: 'log-unavailable',
  about: 'claim',
  judge(one) {
    const { trouble } = one.evidence.coverage;
    if (trouble === undefined || trouble === 'truncated' || trouble === 'nothing-recorded' || supported(one).length > 0) return null;
    return { rule: 'log-unavailable', verdict: 'unverifiable', reason: 'log-unavailable', calls: [], detail: {} };
  },
};
