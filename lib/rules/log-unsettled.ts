/** The message is newer than what the log has surely taken in. */
import { supported } from './facts.ts';
import type { Rule } from './rule.ts';

export const logUnsettled: Rule = {
  id: 'log-unsettled',
  about: 'claim',
  judge(one) {
    if (one.message.at === null || Date.parse(one.message.at) <= Date.parse(one.evidence.coverage.to) || supported(one).length > 0) return null;
    return { rule: 'log-unsettled', verdict: 'unverifiable', reason: 'log-unsettled', calls: [], detail: {} };
  },
};
