/** A call that the claim needs failed, and no later one made it good. */
import { ids } from './facts.ts';
import { failures } from './failures.ts';
import type { Rule } from './rule.ts';

export const callFailed: Rule = {
  id: 'call-failed',
  about: 'claim',
  judge(one) {
    const failed = failures(one);
    const first = failed[0];
    if (!first) return null;
    const error = first.outcome.is === 'failed' ? first.outcome.words : '';
    return { rule: 'call-failed', verdict: 'contradicted', reason: 'call-failed', calls: ids(failed), detail: { error } };
  },
};
