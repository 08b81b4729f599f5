/** What the reads of a ticket tell of the records that its writes are given. */
import { placeOf } from '../../match/calls.ts';
import { type Leaf, leaves } from '../../match/leaves.ts';
import { once } from '../../match/once.ts';
import { put } from '../../match/put.ts';
import { toolOf, toolWords } from '../../match/tool.ts';
import type { Evidence, Json, ToolCall } from '../../model.ts';
import { isSide } from '../writes.ts';

/** What an earlier read says of the record that an argument names, where no other call was given it: an id alone is in nobody's prose. */
export function recordsShown({ value, key }: Leaf, call: ToolCall, evidence: Evidence): Leaf[] {
  if (typeof value === 'boolean' || !/\d/.test(String(value)) || /amount|qty|quantity|count/i.test(key)) return [];
  if (
    givenTo(evidence)
      .get(value)
      ?.some((other) => other !== call)
  )
    return [];
  const place = placeOf(call, evidence.calls);
  return (recordsRead(evidence).get(String(value)) ?? [])
    .filter((read) => read.place < place)
    .flatMap(({ record }) => leaves(record).filter((leaf) => String(leaf.value) !== String(value)));
}

/** Value -> the calls that were given it, side writes left out. */
const givenTo = once((evidence: Evidence): ReadonlyMap<Leaf['value'], readonly ToolCall[]> => {
  const given = new Map<Leaf['value'], ToolCall[]>();
  for (const call of evidence.calls) if (!isSide(call, evidence)) for (const { value } of leaves(call.arguments)) put(given, value, call);
  return given;
});

interface Read {
  /** Of the call that read it. */
  place: number;
  record: { [key: string]: Json };
}

/** Value, as text -> the innermost objects of what was read that hold it at their own keys, in the order of the calls. */
const recordsRead = once((evidence: Evidence): ReadonlyMap<string, readonly Read[]> => {
  const read = new Map<string, Read[]>();
  evidence.calls.forEach((call, place) => {
    if (toolWords(toolOf(call, evidence.inventory.tools)).mode === 'read')
      collect(call.result, 0, (value, record) => put(read, value, { place, record }));
  });
  return read;
});

/** Hands over each small object, once for each value that names it; what stands inside of another first. */
function collect(json: Json | undefined, depth: number, take: (value: string, record: { [key: string]: Json }) => void): void {
  if (json === undefined || json === null || typeof json !== 'object' || depth > 8) return;
  for (const one of Object.values(json)) collect(one, depth + 1, take);
  if (Array.isArray(json)) return;
  const plain = Object.entries(json).filter(([, one]) => typeof one !== 'object');
  if (plain.length >= 13) return;
  const names = plain.filter(([key]) => /id|no|number|code|ref|sku$|^id$/i.test(key)).map(([, one]) => String(one));
  const record = Object.fromEntries(plain);
  for (const name of new Set(names)) take(name, record);
}
