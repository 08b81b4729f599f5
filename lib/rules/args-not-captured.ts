/** The call is there, but the value that decides was masked or not recorded. */
import { ids, uncaptured } from './facts.ts';
import type { Rule } from './rule.ts';

export const argsNotCaptured: Rule = {
  id: 'args-not-captured',
  about: 'claim',
  judge(one) {
    const calls = uncaptured(one);
    return calls.length === 0
      ? null
      : { rule: 'args-not-captured', verdict: 'unverifiable', reason: 'args-not-captured', calls: ids(calls), detail: {} };
  },
};
