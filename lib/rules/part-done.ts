/** "All three fees", and two of them were done: each by a call of its own. */
import { leaves } from '../match/leaves.ts';
import type { Match } from '../match.ts';
import { carriedOut } from './matches.ts';
import type { ClaimCase } from './rule.ts';

const UNIT =
  /^(?:inch(?:es)?|[gmtk]b|kg|grams?|[cmk]m|ft|oz|lbs?|ml|lit(?:re|er)s?|kwh|mbps|percent|points?|stops?|days?|hours?|nights?|weeks?|months?|years?)\b/i;

/** Of how many things the claim tells: "both", "all three", "two fees"; 0 where it tells no number. */
export const toldNumber = ({ claim }: ClaimCase): number =>
  Math.max(0, ...claim.slots.counts.filter(({ value, of }) => value >= 2 && value <= 12 && !UNIT.test(of)).map(({ value }) => value));

/** The calls that did one thing each, by one tool: several, with different arguments. */
export function each(one: ClaimCase): Match[] {
  const done = carriedOut(one);
  const alike = done.filter((match) => match.call.name === done[0]?.call.name);
  const told = alike.map((match) =>
    leaves(match.call.arguments)
      .map((leaf) => `${leaf.path}=${leaf.value}`)
      .join('\n'),
  );
  return alike.filter((_, index) => told.indexOf(told[index]!) === index);
}

/** Fewer were done than told, and no call was given the number. */
export function partDone(one: ClaimCase): { claimed: string; recorded: string; calls: string[] } | null {
  const told = toldNumber(one);
  const calls = each(one);
  if (one.claim.kind === 'read' || calls.length < 2 || calls.length >= told) return null;
  const given = calls.flatMap((match) => leaves(match.call.arguments).map((leaf) => Number(leaf.value)));
  if (given.includes(told)) return null;
  return { claimed: String(told), recorded: String(calls.length), calls: calls.map((match) => match.call.id) };
}
