/** Said to be done; the record shows it queued or waiting for approval. */
import { ids } from './facts.ts';
import { LIKELY } from './match-unsure.ts';
import { sure } from './matches.ts';
import type { Rule } from './rule.ts';

export const pendingNotConfirmed: Rule = {
  id: 'pending-not-confirmed',
  about: 'claim',
  judge(one) {
    const waiting = sure(one).filter((match) => match.outcome.is === 'pending');
    if (one.claim.status === 'promised' || waiting.length === 0 || one.matches.some((match) => match.outcome.is === 'done' && match.score >= LIKELY))
      return null;
    const first = waiting[0]!.outcome;
    return {
      rule: 'pending-not-confirmed',
      verdict: 'unsupported',
      reason: 'pending-not-confirmed',
      calls: ids(waiting),
      detail: first.is === 'pending' ? { recorded: first.words } : {},
    };
  },
};
