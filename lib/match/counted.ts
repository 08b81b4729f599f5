/** Numbers of things: "12 seats" against `{"seats": 10}`, "1 bag added" against a total that went from 1 to 3. */
import { contentWords, splitName } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { callsAbout, callsBefore, ofTool } from './calls.ts';
import { type Leaf, leaves, recordOf, top } from './leaves.ts';
import { onceOfText } from './once.ts';

const NOT_A_COUNT = /(?:^|_)ids?$|Id$|price|minor|cents|currency/i;
const TOTAL = /total|all|after|new|quantity|qty|count/i;
const RUNNING = /^(?:add|remov|includ)$/;

/** `{"currency": "gem", "amount": 50}`: the unit stands in a field of its own. */
const OF_UNIT = /^(?:amount|qty|quantity|value|count|number)$/i;

const wordsOfKey = onceOfText((key): readonly string[] => contentWords(splitName(key).join(' ')));
const wordsOfValue = onceOfText((value): readonly string[] => contentWords(value.replace(/_/g, ' ')));

export type Counted = { is: 'same' } | { is: 'other'; recorded: string } | { is: 'unknown' };

/** @param calls the calls of the ticket in order: what an earlier one showed of the same record is what was there before. */
export function counted(claim: Claim, count: { value: number; of: string }, call: ToolCall, calls: readonly ToolCall[]): Counted {
  const nouns = contentWords(count.of).filter((noun) => noun.length > 1);
  const inUnit = leaves(call.arguments).some(
    (leaf) => typeof leaf.value === 'string' && leaf.value.length < 30 && wordsOfValue(leaf.value).some((word) => nouns.includes(word)),
  );
  const numbers = (list: readonly Leaf[]): Leaf[] =>
    list.filter(
      (leaf) =>
        !NOT_A_COUNT.test(leaf.key) &&
        typeof leaf.value !== 'boolean' &&
        leaf.value !== '' &&
        Number.isFinite(Number(leaf.value)) &&
        (wordsOfKey(leaf.key).some((word) => nouns.includes(word)) || (OF_UNIT.test(leaf.key) && inUnit && !OF_MEASURE.test(count.of))),
    );
  const args = numbers(leaves(call.arguments));
  const results = numbers(leaves(call.result));
  const told = [...args, ...results];
  const total = args.find((leaf) => TOTAL.test(leaf.key)) ?? (args.length === 1 ? args[0] : undefined);
  if (claim.words.some((word) => RUNNING.test(word))) {
    const before = total && valueBefore(call, calls, total.key);
    if (total && before !== undefined && Number(total.value) !== before) {
      const change = Math.abs(Number(total.value) - before);
      return change === count.value || Number(total.value) === count.value ? { is: 'same' } : { is: 'other', recorded: `${change} ${count.of}` };
    }
    const own = args.filter((leaf) => !TOTAL.test(leaf.key));
    if (told.some((leaf) => Number(leaf.value) === count.value)) return { is: 'same' };
    return own.length === 1 && own[0] !== undefined ? { is: 'other', recorded: `${own[0].value} ${count.of}` } : { is: 'unknown' };
  }
  if (told.some((leaf) => Number(leaf.value) === count.value)) return { is: 'same' };
  // "Guests reduced to 92" and `{"headcount": 92}`: the only number that the call was given.
  const given = leaves(call.arguments).filter((leaf) => !NOT_A_COUNT.test(leaf.key) && typeof leaf.value === 'number');
  if (told.length === 0 && given.length === 1 && given[0]!.value === count.value) return { is: 'same' };
  if (total) return { is: 'other', recorded: `${total.value} ${count.of}` };
  const many =
    told.length === 0 && claim.slots.counts.length === 1 && count.value > 1 && !OF_MEASURE.test(count.of) && !/\d ?[x×] ?\d/i.test(claim.quote)
      ? ofOneCall(call, calls)
      : undefined;
  return many === undefined || many === count.value ? { is: many === undefined ? 'unknown' : 'same' } : { is: 'other', recorded: String(many) };
}

/** "A 6 kg extinguisher" is one. */
const OF_MEASURE =
  /^(?:[kmc]?g|[mc]?l|[kmc]m|m|[kmgt]b|k[wv]a?h?|inch(?:es)?|f(?:oo|ee)?t|lbs?|oz|hz|volts?|watts?|degrees?|days?|hours?|weeks?|months?|years?)\b/i;
const QUANTITY = /^(?:count|qty|quantity|copies|pieces|units)$/i;

/** Of how many the only call of its tool was: `{"count": 5}`, or a list of three that it says were three. */
function ofOneCall(call: ToolCall, calls: readonly ToolCall[]): number | undefined {
  if ((ofTool(calls).get(call.name)?.length ?? 0) > 1) return undefined;
  const args = leaves(call.arguments).filter((leaf) => QUANTITY.test(leaf.key) && Number.isInteger(Number(leaf.value)));
  if (args.length === 1) return Number(args[0]!.value);
  const lists = Object.values(top(call.arguments) ?? {}).filter((value) => Array.isArray(value) && value.length > 1) as readonly unknown[][];
  const many = lists.length === 1 ? lists[0]!.length : undefined;
  return many !== undefined && leaves(call.result).some((leaf) => leaf.value === many) ? many : undefined;
}

/** What the newest earlier call that shows the record says under the same key. */
function valueBefore(call: ToolCall, calls: readonly ToolCall[], key: string): number | undefined {
  const record = recordOf({ arguments: call.arguments ?? null, result: null }) ?? recordOf(call);
  if (record === undefined) return undefined;
  for (const before of callsBefore(call, callsAbout(record, calls), calls).toReversed()) {
    const leaf = leaves(before.result).find((one) => one.key === key);
    if (leaf && Number.isFinite(Number(leaf.value))) return Number(leaf.value);
  }
  return undefined;
}
