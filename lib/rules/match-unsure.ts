/** A successful call may be it, but its name, words and values do not decide. */
import { SURE } from '../match.ts';
import { amounts, ids } from './facts.ts';
import { carriedOut, sure } from './matches.ts';
import type { Rule } from './rule.ts';
import { isOpaque } from './writes.ts';

export const matchUnsure: Rule = {
  id: 'match-unsure',
  about: 'claim',
  judge(one) {
    const opinion = (calls: string[]) => ({ rule: 'match-unsure', verdict: 'unverifiable', reason: 'match-unsure', calls, detail: {} }) as const;
    if (amounts(one).is === 'unknown') return opinion(ids(carriedOut(one)));
    if (sure(one).length > 0) return null;
    const maybe = one.matches.filter((match) => match.score < SURE && match.outcome.is === 'done');
    if (maybe.length > 0) return opinion(ids(maybe));
    // A write that nothing else tells of, by a tool that does not say what it does.
    const open = one.claim.kind === 'write' && /^(?:other|update|create)$/.test(one.claim.action) && one.ableTools.length === 0;
    const opaque = one.unexplained.filter((id) => isOpaque(one.evidence.calls.find((call) => call.id === id)!, one.evidence));
    return open && opaque.length > 0 ? opinion(opaque) : null;
  },
};
