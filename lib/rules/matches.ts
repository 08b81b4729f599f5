/** The calls that surely are what a claim tells of. */
import { once } from '../match/once.ts';
import { type Match, SURE } from '../match.ts';
import type { ClaimCase } from './rule.ts';

export const sure = once((one: ClaimCase): readonly Match[] => one.matches.filter((match) => match.score >= SURE));

/** Calls that were carried out; a promise is kept by one that waits, too. */
export const carriedOut = once((one: ClaimCase): readonly Match[] =>
  sure(one).filter((match) => match.outcome.is === 'done' || (match.outcome.is === 'pending' && one.claim.status === 'promised')),
);
