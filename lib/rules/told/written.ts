/** The writes of a ticket, as a reader tells one from another. */
import { amountsOf } from '../../match/amounts.ts';
import { once } from '../../match/once.ts';
import type { Evidence, ToolCall } from '../../model.ts';
import { isKnownWrite, isSide, isWrite, succeeded, writeKey } from '../writes.ts';
import { type Marks, marksOf, tokensGiven } from './marks.ts';

export interface Written {
  call: ToolCall;
  marks: Marks;
  /** The same number where the same tool was given the same values. */
  deed: number;
  /** Words and values that no other write was given. */
  own: ReadonlySet<string>;
  /** All writes of its tool, itself among them. */
  ofTool: readonly Written[];
}

/** Another write of the same tool, with other values. */
export const isSibling = (a: Written, b: Written): boolean => a.call.name === b.call.name && a.deed !== b.deed;

/** The successful writes that change a customer's affairs, in their order. */
export const written = once((evidence: Evidence): readonly Written[] => {
  const calls = evidence.calls.filter((call) => isWrite(call, evidence) && !isSide(call, evidence) && succeeded(call));
  const deedOf = deeds(calls);
  const byTool = Map.groupBy(calls, (call) => call.name);
  const several = new Set([...byTool].filter(([, all]) => all.some((call) => deedOf(call) !== deedOf(all[0]!))).map(([name]) => name));
  const marked = calls.map((call) => ({ call, marks: marksOf(call, evidence, several.has(call.name)), deed: deedOf(call) }));
  const asked = timesAsked(evidence.calls.filter((call) => isWrite(call, evidence)));
  const givenIn = deedsGiven(marked.filter(({ call }) => isKnownWrite(call, evidence)));
  const isOwn = (token: string, call: ToolCall, deed: number): boolean => {
    if ((asked.get(token) ?? 0) > (namesGiven(call).has(token) ? 1 : 0)) return false;
    const by = givenIn.get(token);
    return by === undefined || (by.size === 1 && by.has(deed));
  };
  const groups = new Map<string, Written[]>();
  return marked.map(({ call, marks, deed }) => {
    const own = new Set([...marks.details, ...marks.values].filter((token) => isOwn(token, call, deed)));
    const ofTool = groups.get(call.name) ?? [];
    groups.set(call.name, ofTool);
    const one: Written = { call, marks, deed, own, ofTool };
    ofTool.push(one);
    return one;
  });
});

/** A number for each write that differs; one whose values were not captured is like no other. */
function deeds(calls: readonly ToolCall[]): (call: ToolCall) => number {
  const byKey = new Map<string, number>();
  const numbers = new Map<ToolCall, number>();
  calls.forEach((call, index) => {
    const key = writeKey(call);
    const known = key === null ? index : (byKey.get(key) ?? index);
    if (key !== null) byKey.set(key, known);
    numbers.set(call, known);
  });
  return (call) => numbers.get(call)!;
}

/** What names a record or a person: every call about it is given it. */
const namesGiven = once((call: ToolCall): ReadonlySet<string> => new Set(tokensGiven(call).filter((token) => /^(?:id|to):/.test(token))));

/** Name -> how many calls were given it. */
function timesAsked(calls: readonly ToolCall[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const call of calls) for (const name of namesGiven(call)) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** Word or value -> the deeds of the writes that it tells of. */
function deedsGiven(all: readonly { marks: Marks; deed: number }[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { marks, deed } of all) {
    for (const token of [...marks.details, ...marks.values]) {
      const known = found.get(token);
      if (known) known.add(deed);
      else found.set(token, new Set([deed]));
    }
  }
  return found;
}

/** What a write and its siblings come to, as a token: "$1,165" for three charges. */
export const totalOf = once((one: Written): string => {
  const amounts = [one, ...one.ofTool.filter((other) => isSibling(one, other))].map(({ call }) => given(call));
  return `is:${Math.round(amounts.reduce((a, b) => a + b, 0) * 100) / 100}`;
});

const given = once(
  (call: ToolCall): number =>
    amountsOf(call)
      .find(({ from }) => from === 'arguments')
      ?.values.at(-1) ?? Number.NaN,
);
