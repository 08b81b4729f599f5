/** JUDGE, for a whole ticket: which calls decide each claim, and what the rules say of it. Pure. */
import { judge } from './judge.ts';
import { ableTools, type Match, pair, SURE } from './match.ts';
import type { Claim, ClaimFinding, Evidence, Message } from './model.ts';
import { rules as allRules } from './rules/index.ts';
import type { ClaimCase, Rule } from './rules/rule.ts';
import { isSide, isWrite, wasTaken } from './rules/writes.ts';

/** A claim, and the calls before its message, or in its turn, that may be it. */
interface Told {
  claim: Claim;
  matches: Match[];
}

export interface Judging {
  /** Claim id -> the calls that decide it, best first. */
  matches: Map<string, Match[]>;
  findingOf(claim: Claim, message: Message, rules: readonly Rule[]): ClaimFinding;
  /** Does the record support the claim, said in this message? Asked also of claims that no message makes. */
  isBorneOut(claim: Claim, message: Message): boolean;
}

/** @param told the messages with their claims, in the order of time. */
export function judging(
  told: readonly { message: Message; told: readonly Told[] }[],
  ticket: Pick<ClaimCase, 'page' | 'evidence' | 'policy' | 'now'>,
): Judging {
  const { evidence } = ticket;
  const all = told.flatMap((one) => one.told.map(({ claim }) => claim));
  const before = new Map(told.flatMap((one) => one.told.map(({ claim, matches }) => [claim, matches] as const)));
  const judged = (claim: Claim, message: Message, matches: Match[], unexplained: string[], rules = allRules): ClaimFinding => {
    const one: ClaimCase = { ...ticket, claim, message, matches, unexplained, ableTools: ableTools(claim, evidence.inventory.tools) };
    return judge(
      claim,
      rules.flatMap((rule) => (rule.about === 'claim' ? (rule.judge(one) ?? []) : [])),
    );
  };
  const toldBefore = unexplainedWrites(all, (claim) => before.get(claim) ?? [], evidence);

  /** Those before the message; for a promise that none of them keeps, all of the ticket's, where they keep it or show how it was broken. */
  const decisive = (claim: Claim, message: Message): Match[] => {
    const found = before.get(claim) ?? pair(claim, message, evidence);
    if (claim.status !== 'promised') return found;
    const { verdict } = judged(claim, message, found, toldBefore);
    if (verdict === 'supported') return found;
    const ever = pair(claim, { at: null }, evidence);
    const then = judged(claim, message, ever, toldBefore).verdict;
    return then === 'supported' || (verdict === 'unsupported' && then === 'contradicted') ? ever : found;
  };

  const matches = new Map(told.flatMap((one) => one.told.map(({ claim }) => [claim.id, decisive(claim, one.message)] as const)));
  const unexplained = unexplainedWrites(all, (claim) => matches.get(claim.id) ?? [], evidence);
  return {
    matches,
    findingOf: (claim, message, rules) => judged(claim, message, matches.get(claim.id) ?? [], unexplained, rules),
    isBorneOut: (claim, message) => judged(claim, message, decisive(claim, message), unexplained).verdict === 'supported',
  };
}

/** Writes that were not refused, and that none of the claims surely tells of. */
function unexplainedWrites(claims: readonly Claim[], matchesOf: (claim: Claim) => readonly Match[], evidence: Evidence): string[] {
  const told = new Set(
    claims.flatMap((claim) => (claim.status === 'denied' ? [] : matchesOf(claim).flatMap((match) => (match.score >= SURE ? [match.call.id] : [])))),
  );
  return evidence.calls
    .filter((call) => isWrite(call, evidence) && !isSide(call, evidence) && wasTaken(call) && !told.has(call.id))
    .map((call) => call.id);
}
