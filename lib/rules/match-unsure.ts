/** A successful call may be it, but its name, words and values do not decide. */
import { isLight } from '../claims/verbs.ts';
import { counts, SURE } from '../match.ts';
import { amounts, ids } from './facts.ts';
import { carriedOut, sure } from './matches.ts';
import type { Rule } from './rule.ts';
import { isSide, isWrite, succeeded } from './writes.ts';

export const matchUnsure: Rule = {
  id: 'match-unsure',
  about: 'claim',
  judge(one) {
    const opinion = (calls: string[]) => ({ rule: 'match-unsure', verdict: 'unverifiable', reason: 'match-unsure', calls, detail: {} }) as const;
    if (amounts(one).is === 'unknown') return opinion(ids(carriedOut(one)));
    if (sure(one).length > 0) return null;
    const maybe = one.matches.filter((match) => match.score < SURE && match.outcome.is === 'done');
    if (maybe.length > 0) return opinion(ids(maybe));
    const { action, slots, words } = one.claim;
    const vague = action === 'other' && slots.ids.length === 0 && words.some(isLight) && one.ableTools.length === 0;
    const writes = one.evidence.calls.filter(
      (call) => isWrite(call, one.evidence) && !isSide(call, one.evidence) && succeeded(call) && counts(call, one.message),
    );
    if (vague && writes.length > 0) return opinion(writes.map((call) => call.id));
    const open = one.claim.kind === 'write' && /^(?:other|update|create)$/.test(one.claim.action) && one.ableTools.length === 0;
    return open && one.unexplained.length > 0 ? opinion(one.unexplained) : null;
  },
};
