/** Arguments and results, whatever their shape, as a flat list of values with the key that names each. */
import type { Json, ToolCall } from '../model.ts';
import { isTooDeep } from '../nesting.ts';
import { once, onceOfText } from './once.ts';

export interface Leaf {
  /** The nearest key above, e.g. `amount_minor`; '' at the top. */
  key: string;
  /** All keys above, joined with dots. */
  path: string;
  value: string | number | boolean;
}

const FIELD = /"([\w .-]{1,60})"\s*:\s*(?:"((?:[^"\\]|\\.){0,400})"|(-?\d+(?:\.\d+)?)|(true|false))/g;

/** Text that is JSON is read as such; JSON that was cut off is read as far as it goes. */
export function leaves(json: Json | undefined): readonly Leaf[] {
  if (typeof json === 'object' && json !== null) return ofObject(json);
  return typeof json === 'string' && OPENS.test(json) ? ofText(json) : walk(json, '', '', 0);
}

const OPENS = /^\s*[[{]/;
/** What is nested deeper was made to be deep. */
const DEEPEST = 500;

const ofObject = once((json: object) => walk(json as Json, '', '', 0));
const ofText = onceOfText((text) => walk(text, '', '', 0));

function walk(json: Json | undefined, key: string, path: string, depth: number): Leaf[] {
  if (json === undefined || json === null || depth > DEEPEST) return [];
  if (typeof json === 'string' && OPENS.test(json)) {
    const parsed = parse(json);
    if (parsed !== undefined) return walk(parsed, key, path, depth + 1);
    const fields = cutOff(json);
    if (fields.length > 0) return fields;
  }
  if (typeof json !== 'object') return [{ key, path, value: json }];
  if (Array.isArray(json)) return json.flatMap((item) => walk(item, key, path, depth + 1));
  return Object.entries(json).flatMap(([name, value]) => walk(value, name, path === '' ? name : `${path}.${name}`, depth + 1));
}

const cutOff = (text: string): Leaf[] =>
  [...text.matchAll(FIELD)].map(
    (hit): Leaf => ({
      key: hit[1]!,
      path: hit[1]!,
      value: hit[3] !== undefined ? Number(hit[3]) : hit[4] !== undefined ? hit[4] === 'true' : (hit[2] ?? ''),
    }),
  );

/** Keys under which handoff tools name the place: `{"queue": "Billing"}`. */
export const PLACE_KEY =
  /^(?:to|queue|team|group|owner|assignee|assigned_to|assignedto|desk|lane|agent|department|destination|inbox|recipient|escalate_to|escalated_to|target|skill|pod|role|dept|lane_name|service|queue_name|team_name|group_name|assignee_name)$/i;

/** Whom or what a call is about besides: many records share it. */
const SHARED = /user|customer|account|payment|card|product|item|address|tenant|agent|profile/i;

/** The record that a call is about: the first id that its result bears, else its arguments. */
export const recordOf = once((call: Pick<ToolCall, 'arguments' | 'result'>): string | undefined => {
  for (const json of [call.result, call.arguments]) {
    const found = Object.entries(top(json) ?? {}).find(
      ([key, value]) => /(?:^|_)id$|Id$|^(?:number|code|reference)$/.test(key) && !SHARED.test(key) && typeof value !== 'object',
    );
    if (found) return String(found[1]);
  }
  return undefined;
});

/** Every value that a call was given or gave back, as text. */
export const named = once(
  (call: Pick<ToolCall, 'arguments' | 'result'>) => new Set([...leaves(call.arguments), ...leaves(call.result)].map((leaf) => String(leaf.value))),
);

/** Undefined where it is no JSON, or nests deeper than anything a tool means. */
const parse = onceOfText((text): Json | undefined => {
  try {
    const json = JSON.parse(text) as Json;
    return isTooDeep(json) ? undefined : json;
  } catch {
    return undefined;
  }
});

/** The object at the top, also where it came as text. */
export function top(json: Json | undefined): { [key: string]: Json } | undefined {
  const value = typeof json === 'string' ? parse(json) : json;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
