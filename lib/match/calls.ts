/** A ticket's calls as a whole, read once: where each stands, which are about a record, which tool made them. */
import type { Evidence, ToolCall } from '../model.ts';
import { named } from './leaves.ts';
import { once } from './once.ts';
import { put } from './put.ts';
import { type ToolWords, toolOf, toolWords } from './tool.ts';

/** Where each stands; the first place of one that is listed twice. */
const places = once((calls: readonly ToolCall[]) => new Map(calls.map((call, index) => [call, index] as const).reverse()));

/** -1 where it is none of them. */
export const placeOf = (call: ToolCall, calls: readonly ToolCall[]): number => places(calls).get(call) ?? -1;

/** Value, as text -> the calls that were given it or gave it back, in their order. */
const byValue = once((calls: readonly ToolCall[]) => {
  const about = new Map<string, ToolCall[]>();
  for (const call of calls) for (const value of named(call)) put(about, value, call);
  return about;
});

const NONE: readonly ToolCall[] = [];

/** The calls that bear the value in their arguments or their result, in their order. */
export const callsAbout = (value: string, calls: readonly ToolCall[]): readonly ToolCall[] => byValue(calls).get(value) ?? NONE;

/** Those before a call. */
export function callsBefore(call: ToolCall, about: readonly ToolCall[], calls: readonly ToolCall[]): readonly ToolCall[] {
  const place = placeOf(call, calls);
  return about.filter((one) => placeOf(one, calls) < place);
}

/** The calls by the names of their tools. */
export const ofTool = once((calls: readonly ToolCall[]): ReadonlyMap<string, readonly ToolCall[]> => Map.groupBy(calls, (call) => call.name));

/** The calls by what their tools can do. */
export const byTool = once(
  ({ calls, inventory }: Evidence): ReadonlyMap<ToolWords, readonly ToolCall[]> =>
    Map.groupBy(calls, (call) => toolWords(toolOf(call, inventory.tools))),
);

const byId = once((calls: readonly ToolCall[]) => new Map(calls.map((call) => [call.id, call] as const).reverse()));

/** The first call of that id. */
export const callOf = (id: string, calls: readonly ToolCall[]): ToolCall | undefined => byId(calls).get(id);
