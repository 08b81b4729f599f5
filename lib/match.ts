/**
 * PAIR: which recorded calls may be what a claim tells of, best first. Names, descriptions and values decide; a read
 * never supports a write, and a call after the message does not count.
 */
import { bearingsOf } from './match/bearing.ts';
import { byTool, placeOf } from './match/calls.ts';
import { type Match, SURE } from './match/match.ts';
import { outcomeFor } from './match/outcome-for.ts';
import { isCommanded, isShown, scoreOf, UNSURE } from './match/score.ts';
import { counts, isUnreadable } from './match/times.ts';
import { able } from './match/tool.ts';
import { compare, type Values } from './match/values.ts';
import type { Claim, Evidence, Message, Tool, ToolCall } from './model.ts';

export type { Match };
export { counts, isUnreadable, SURE };

export function pair(claim: Claim, message: Pick<Message, 'at'>, evidence: Evidence): Match[] {
  const bearings = bearingsOf(claim, evidence);
  const ranked: { match: Match; rank: number; place: number }[] = [];
  for (const [tool, calls] of byTool(evidence)) {
    const bearing = bearings.of(tool);
    if (!bearing) continue;
    for (const call of calls) {
      if (!(bearing.open || isCommanded(claim, call) || isShown(claim, call, evidence.calls)) || !counts(call, message)) continue;
      const values = new WhenAsked(claim, call, evidence.calls);
      const score = scoreOf(claim, call, evidence, bearing, values, bearings.best);
      if (score < UNSURE) continue;
      const match: Match = { call, score, outcome: outcomeFor(claim, call, evidence.calls), values: { agree: values.agree, differ: values.differ } };
      ranked.push({ match, rank: rankOf(match), place: placeOf(call, evidence.calls) });
    }
  }
  return ranked.sort((a, b) => b.rank - a.rank || a.place - b.place).map(({ match }) => match);
}

const rankOf = ({ score, outcome, values }: Match): number =>
  score + (outcome.is === 'done' ? 0.05 : 0) - (values.differ.length > 0 ? 0.2 : 0) + values.agree * 0.01;

/** Most calls are told from a claim before their values are looked at. */
class WhenAsked implements Values {
  readonly #claim: Claim;
  readonly #call: ToolCall;
  readonly #calls: readonly ToolCall[];
  #known: Values | undefined;

  constructor(claim: Claim, call: ToolCall, calls: readonly ToolCall[]) {
    this.#claim = claim;
    this.#call = call;
    this.#calls = calls;
  }

  get #values(): Values {
    this.#known ??= compare(this.#claim, this.#call, this.#calls);
    return this.#known;
  }

  get agree(): number {
    return this.#values.agree;
  }

  get differ(): Values['differ'] {
    return this.#values.differ;
  }
}

export const ableTools = (claim: Claim, tools: readonly Tool[]): string[] => tools.filter((tool) => able(claim, tool)).map((tool) => tool.name);
