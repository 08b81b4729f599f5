/**
 * PAIR: which recorded calls may be what a claim tells of, best first. Names, descriptions and values decide; a read
 * never supports a write, and a call after the message does not count.
 */
import { type Match, SURE } from './match/match.ts';
import { outcomeFor } from './match/outcome-for.ts';
import { scoreOf, UNSURE } from './match/score.ts';
import { counts, isUnreadable } from './match/times.ts';
import { able, toolWords, verbFit } from './match/tool.ts';
import { compare } from './match/values.ts';
import { nounsIn } from './match/words.ts';
import type { Claim, Evidence, Message, Tool } from './model.ts';

export type { Match };
export { counts, isUnreadable, SURE };

export function pair(claim: Claim, message: Pick<Message, 'at'>, evidence: Evidence): Match[] {
  const { tools } = evidence.inventory;
  const best = Math.max(
    0,
    ...tools
      .map(toolWords)
      .filter((tool) => tool.mode === 'write' && verbFit(claim, tool) >= 0.5)
      .map((tool) => nounsIn(claim, tool.name)),
  );
  const matches: Match[] = [];
  evidence.calls.forEach((call) => {
    if (!counts(call, message)) return;
    const values = compare(claim, call, evidence.calls);
    const score = scoreOf(claim, call, evidence, values, best);
    if (score >= UNSURE) matches.push({ call, score, outcome: outcomeFor(claim, call, evidence.calls), values });
  });
  const order = new Map(evidence.calls.map((call, index) => [call, index]));
  const rank = (one: Match): number =>
    one.score + (one.outcome.is === 'done' ? 0.05 : 0) - (one.values.differ.length > 0 ? 0.2 : 0) + one.values.agree * 0.01;
  return matches.sort((a, b) => rank(b) - rank(a) || order.get(a.call)! - order.get(b.call)!);
}

export const ableTools = (claim: Claim, tools: readonly Tool[]): string[] => tools.filter((tool) => able(claim, tool)).map((tool) => tool.name);
