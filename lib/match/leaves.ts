/** Arguments and results, whatever their shape, as a flat list of values with the key that names each. */
import type { Json, ToolCall } from '../model.ts';
import { isTooDeep } from '../nesting.ts';

export interface Leaf {
  /** The nearest key above, e.g. `amount_minor`; '' at the top. */
  key: string;
  /** All keys above, joined with dots. */
  path: string;
  value: string | number | boolean;
}

const FIELD = /"([\w .-]{1,60})"\s*:\s*(?:"((?:[^"\\]|\\.){0,400})"|(-?\d+(?:\.\d+)?)|(true|false))/g;

/** Text that is JSON is read as such; JSON that was cut off is read as far as it goes. */
export function leaves(json: Json | undefined, key = '', path = ''): Leaf[] {
  if (json === undefined || json === null) return [];
  if (typeof json === 'string' && /^\s*[[{]/.test(json)) {
    const parsed = parse(json);
    if (parsed !== undefined) return leaves(parsed, key, path);
    const fields = [...json.matchAll(FIELD)].map(
      (hit): Leaf => ({
        key: hit[1]!,
        path: hit[1]!,
        value: hit[3] !== undefined ? Number(hit[3]) : hit[4] !== undefined ? hit[4] === 'true' : (hit[2] ?? ''),
      }),
    );
    if (fields.length > 0) return fields;
  }
  if (typeof json !== 'object') return [{ key, path, value: json }];
  if (Array.isArray(json)) return json.flatMap((item) => leaves(item, key, path));
  return Object.entries(json).flatMap(([name, value]) => leaves(value, name, path === '' ? name : `${path}.${name}`));
}

/** Keys under which handoff tools name the place: `{"queue": "Billing"}`. */
export const PLACE_KEY =
  /^(?:to|queue|team|group|owner|assignee|assigned_to|assignedto|desk|lane|agent|department|destination|inbox|recipient|escalate_to|escalated_to|target|queue_name|team_name|group_name|assignee_name)$/i;

/** Whom or what a call is about besides: many records share it. */
const SHARED = /user|customer|account|payment|card|product|item|address|tenant|agent|profile/i;

/** The record that a call is about: the first id that its result bears, else its arguments. */
export function recordOf(call: Pick<ToolCall, 'arguments' | 'result'>): string | undefined {
  for (const json of [call.result, call.arguments]) {
    const found = Object.entries(top(json) ?? {}).find(
      ([key, value]) => /(?:^|_)id$|Id$|^(?:number|code|reference)$/.test(key) && !SHARED.test(key) && typeof value !== 'object',
    );
    if (found) return String(found[1]);
  }
  return undefined;
}

export const isAbout = (call: Pick<ToolCall, 'arguments' | 'result'>, record: string): boolean =>
  [...leaves(call.arguments), ...leaves(call.result)].some((leaf) => String(leaf.value) === record);

/** Undefined where it is no JSON, or nests deeper than anything a tool means. */
export function parse(text: string): Json | undefined {
  try {
    const json = JSON.parse(text) as Json;
    return isTooDeep(json) ? undefined : json;
  } catch {
    return undefined;
  }
}

/** The object at the top, also where it came as text. */
export function top(json: Json | undefined): { [key: string]: Json } | undefined {
  const value = typeof json === 'string' ? parse(json) : json;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
