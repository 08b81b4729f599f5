/** A tool could do it, or may exist, and was not called. */
import { covers } from './facts.ts';
import { sure } from './matches.ts';
import type { Rule } from './rule.ts';
import { isOnTheirSide } from './theirs.ts';

export const noCall: Rule = {
  id: 'no-call',
  about: 'claim',
  judge(one) {
    // A log that does not cover the time shows nothing by its silence.
    if (sure(one).length > 0 || isOnTheirSide(one) || !covers(one)) return null;
    if (one.evidence.inventory.complete && one.ableTools.length === 0) return null;
    return { rule: 'no-call', verdict: 'unsupported', reason: 'no-call', calls: [], detail: {} };
  },
};
