/** Calls that a claim needs and that went wrong. */
import { leaves, recordOf, top } from '../match/leaves.ts';
import { once } from '../match/once.ts';
import type { Match } from '../match.ts';
import type { ToolCall } from '../model.ts';
import { carriedOut, sure } from './matches.ts';
import type { ClaimCase } from './rule.ts';

/** A "17 inch" screen is one. */
const UNIT = /^(?:inch(?:es)?|[gmtk]b|kg|grams?|[cmk]m|ft|oz|lbs?|ml|lit(?:re|er)s?|kwh|mbps|percent|points?|stops?)\b/i;

/** Of how many things of one kind it tells. A large number is part of an address, or an amount of something that one call deals with. */
function several({ claim }: ClaimCase): number {
  const counts = claim.slots.counts.filter(({ value, of }) => value <= 20 && !UNIT.test(of)).map((count) => count.value);
  const alike = [...Map.groupBy(claim.slots.ids, (id) => id.replace(/\d/g, '9')).values()].map((ids) => ids.length);
  return Math.max(0, ...counts, ...alike);
}

/** A claim about several things needs all of its calls: "both", "all 4", two ids. */
const isPlural = (one: ClaimCase): boolean => several(one) > 1 || /\b(?:both|all|every|each)\b/i.test(one.claim.quote);

/** "The updates", told of as a whole: none of them may have failed for good. */
const CHANGES = /\b(?:updates|changes|modifications|adjustments)\b/i;

/** Failed calls that the claim needs and that were not made good by a later one. */
export const failures = once((one: ClaimCase): readonly Match[] => {
  const failed = nearest(sure(one).filter((match) => match.outcome.is === 'failed'));
  const done = carriedOut(one);
  // What one read did not find, another may have.
  if (one.claim.kind === 'read' && one.matches.some((match) => match.outcome.is === 'done')) return [];
  if (done.length === 0) return sure(one).some((match) => match.outcome.is === 'pending') ? [] : failed;
  if (one.claim.kind === 'write' && CHANGES.test(one.claim.quote))
    return failed.filter((match) => !done.some((other) => isSameThing(match.call, other.call)));
  if (!isPlural(one)) return [];
  const needed = several(one);
  // What is less surely it than what failed is not one of them.
  const least = Math.min(...failed.map((match) => match.score));
  const enough = done.filter((match) => match.score >= least);
  if (needed > 0 && (enough.length >= needed || enough.some(({ call }) => lists(call.arguments, needed)))) return [];
  return failed.filter(
    (match) => !done.some((other) => other.values.agree > match.values.agree || isRetry(match.call, other.call, one.evidence.calls)),
  );
});

/** One call was given that many at once: `{"item_ids": ["a", "b"]}`. */
const lists = (args: ToolCall['arguments'], count: number): boolean =>
  Object.values(top(args) ?? {}).some((value) => Array.isArray(value) && value.length === count);

/** The same tool, called again for the same thing with values that were put right: most of them are the same. */
function isRetry(failed: ToolCall, later: ToolCall, calls: readonly ToolCall[]): boolean {
  if (!isSameThing(failed, later) || calls.indexOf(later) < calls.indexOf(failed)) return false;
  const values = (call: ToolCall) => new Set(leaves(call.arguments).map((leaf) => `${leaf.path}=${leaf.value}`));
  const [before, after] = [values(failed), values(later)];
  const kept = [...before].filter((value) => after.has(value)).length;
  return kept >= 0.8 * Math.max(before.size, after.size) || (kept > 0 && Math.max(before.size, after.size) - kept === 1);
}

/** The same tool for the same record, as far as the arguments tell. */
function isSameThing(a: ToolCall, b: ToolCall): boolean {
  const [one, two] = [a, b].map((call) => recordOf({ arguments: call.arguments ?? null, result: null }));
  return a.name === b.name && (one === undefined || two === undefined || one === two);
}

/** Those that have most of the claim's values. */
const nearest = (matches: readonly Match[]): readonly Match[] => {
  const most = Math.max(0, ...matches.map((match) => match.values.agree));
  return matches.filter((match) => match.values.agree === most);
};
