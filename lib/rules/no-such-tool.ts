/** The inventory is complete, and none of its tools does this. */
import { sure } from './matches.ts';
import type { Rule } from './rule.ts';
import { isOnTheirSide } from './theirs.ts';

export const noSuchTool: Rule = {
  id: 'no-such-tool',
  about: 'claim',
  judge(one) {
    if (!one.evidence.inventory.complete || one.ableTools.length > 0 || sure(one).length > 0 || isOnTheirSide(one)) return null;
    return { rule: 'no-such-tool', verdict: 'unsupported', reason: 'no-such-tool', calls: [], detail: {} };
  },
};
