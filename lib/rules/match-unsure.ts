/** A successful call may be it, but its name, words and values do not decide. */
import { resembles } from '../match/resembles.ts';
import { isToWhom } from '../match/to-whom.ts';
import { counts, SURE } from '../match.ts';
import { amounts, ids } from './facts.ts';
import { carriedOut, sure } from './matches.ts';
import type { Rule } from './rule.ts';
import { isOpaque, isWrite, succeeded, wasTaken } from './writes.ts';

/** Beside a call that surely is it and waits, another one must be likely. */
export const LIKELY = 0.45;

/** "The new plan is *reflected* in your account". */
const SHOWS = /^(?:reflect|show|appear|display)$/;

export const matchUnsure: Rule = {
  id: 'match-unsure',
  about: 'claim',
  judge(one) {
    const opinion = (calls: string[]) => ({ rule: 'match-unsure', verdict: 'unverifiable', reason: 'match-unsure', calls, detail: {} }) as const;
    if (amounts(one).is === 'unknown') return opinion(ids(carriedOut(one)));
    if (sure(one).some((match) => match.outcome.is !== 'pending')) return null;
    const least = sure(one).length > 0 ? LIKELY : 0;
    const maybe = one.matches.filter((match) => match.score < SURE && match.score >= least && match.outcome.is !== 'failed');
    if (maybe.length > 0) return opinion(ids(maybe));
    // What surely is it waits: what else was done is not it.
    if (sure(one).length > 0) return null;
    // A write that nothing else tells of, by a tool that does not say what it does.
    const open = one.claim.kind === 'write' && /^(?:other|update|create)$/.test(one.claim.action) && one.ableTools.length === 0;
    const opaque = one.unexplained.filter((id) => {
      const call = one.evidence.calls.find((other) => other.id === id)!;
      return (one.claim.status === 'promised' || counts(call, one.message)) && isOpaque(call, one.evidence);
    });
    if (open && opaque.length > 0) return opinion(opaque);
    // A write that nothing else tells of and that shares a thing or a value with the claim may be it in other words.
    const alike = one.unexplained.filter((id) => {
      const call = one.evidence.calls.find((other) => other.id === id)!;
      return counts(call, one.message) && resembles(one.claim, call, one.evidence);
    });
    if (alike.length > 0) return opinion(alike);
    const toThem = one.evidence.calls.filter((call) => counts(call, one.message) && wasTaken(call) && isToWhom(one.claim, call, one.evidence));
    if (toThem.length > 0) return opinion(toThem.map((call) => call.id));
    // "It is active again": what came of some other deed.
    const outcome = SHOWS.test(one.claim.verb) || (one.claim.tells === 'state' && !one.claim.words.includes(one.claim.verb));
    const writes = outcome ? one.evidence.calls.filter((call) => isWrite(call, one.evidence) && succeeded(call) && counts(call, one.message)) : [];
    return writes.length > 0 ? opinion(writes.map((call) => call.id)) : null;
  },
};
