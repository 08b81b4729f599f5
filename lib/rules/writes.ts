/** The successful writes of a ticket, as the rules about the ticket see them. */
import { hasKin } from '../actions/families.ts';
import { leaves, top } from '../match/leaves.ts';
import { once } from '../match/once.ts';
import { outcomeOf } from '../match/outcome.ts';
import { actionsOfTool, isSideTool, type ToolWords, toolOf, toolWords } from '../match/tool.ts';
import type { Evidence, Json, ToolCall } from '../model.ts';

export const succeeded = (call: ToolCall): boolean => call.status !== 'error' && outcomeOf(call).is === 'done';

/** Not refused: done, or taken up and waiting. */
export const wasTaken = (call: ToolCall): boolean => call.status !== 'error' && outcomeOf(call).is !== 'failed';

const wordsOf = (call: ToolCall, evidence: Evidence): ToolWords => toolWords(toolOf(call, evidence.inventory.tools));

/** Ids of the actions that the call's tool does. */
export const actionsOf = (call: ToolCall, evidence: Evidence): readonly string[] => actionsOfTool(wordsOf(call, evidence));

export const isWrite = (call: ToolCall, evidence: Evidence): boolean => wordsOf(call, evidence).mode === 'write';

export const isSide = (call: ToolCall, evidence: Evidence): boolean => isSideTool(wordsOf(call, evidence));

/** Stems that are verbs and as often nouns: `orders_last` orders nothing. */
const NOUNS = new Set('order record request top lock post log book ask get allow bar schedul report text flag limit hold rais'.split(' '));
const hasVerb = ({ name, specific }: ToolWords): boolean => specific && [...name].some((word) => hasKin(word) && !NOUNS.has(word));

/** It was given a switch's position, and gave it back: `{"subscribed": true}`. */
const wasSet = (call: ToolCall): boolean => {
  const given = leaves(call.arguments).filter((leaf) => typeof leaf.value === 'boolean');
  return leaves(call.result).some((leaf) => given.some(({ key, value }) => leaf.key === key && leaf.value === value));
};

/** Given one id alone, and gave the record back: `shop.order {"id": "Z-1"}`. */
const givesRecord = (call: ToolCall): boolean => {
  const args = leaves(call.arguments);
  const result = leaves(call.result);
  return (
    args.length === 1 &&
    /\d/.test(String(args[0]!.value)) &&
    result.length > 1 &&
    result.some(({ key, value }) => key === args[0]!.key && value === args[0]!.value) &&
    !result.some(({ key }) => /status|state|^ok$|success|created|updated|_at$|At$/i.test(key))
  );
};

/** A tool whose name tells nothing, or as well of a reading (`order_open`), may be a read: it accuses nobody of hiding or repeating anything. */
export const isKnownWrite = (call: ToolCall, evidence: Evidence): boolean => {
  const words = wordsOf(call, evidence);
  if (words.mode !== 'write') return false;
  if (/^(?:POST|PUT|PATCH|DELETE)\s/.test(call.name) || wasSet(call)) return true;
  return (
    !(words.mayRead && (words.name.has('open') || givesRecord(call))) &&
    (words.told || hasVerb(words) || actionsOfTool(words).some((action) => action !== 'monitor'))
  );
};

/** A tool whose name does not tell of one deed alone may have done anything: `update_order`, `wf_1182`. */
export const isOpaque = (call: ToolCall, evidence: Evidence): boolean => !wordsOf(call, evidence).specific;

const canonical = (json: Json | undefined): string => {
  if (json === undefined) return '';
  if (Array.isArray(json)) return `[${json.map(canonical).join(',')}]`;
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  return `{${Object.keys(json)
    .filter((key) => !/idempot|request_?id|trace|nonce|timestamp/i.test(key))
    .sort()
    .map((key) => `${key}:${canonical(json[key])}`)
    .join(',')}}`;
};

/** Tool and values as one text: equal where the same was written. Null where the values were not captured. */
export const writeKey = once((call: ToolCall): string | null =>
  call.arguments === undefined ? null : `${call.name}\u001f${canonical(call.arguments)}`,
);

/** The same tool with the same values. */
export const sameWrite = (a: ToolCall, b: ToolCall): boolean => writeKey(a) !== null && writeKey(a) === writeKey(b);

const keyOf = (call: ToolCall): string | undefined => {
  const leaf = leaves(call.arguments).find((one) => /idempot/i.test(one.key));
  return leaf === undefined ? undefined : String(leaf.value);
};

/** The second call did nothing anew: same idempotency key, same id given back, or the result says so. */
export function isReplay(first: ToolCall, second: ToolCall): boolean {
  const key = keyOf(second);
  if (key !== undefined && key === keyOf(first)) return true;
  const text = JSON.stringify(second.result ?? '');
  if (
    /replay|already[_ ](?:refunded|processed|applied|exists|cancell?ed|done|issued)|duplicate[_ ](?:request|ignored)|no[_ ]?op|idempotent/i.test(text)
  )
    return true;
  const asked = new Set(leaves(second.arguments).map((leaf) => String(leaf.value)));
  const one = top(first.result);
  const two = top(second.result);
  if (!one || !two) return false;
  const given = Object.entries(two).filter(
    ([name, value]) => typeof value === 'string' && /\d/.test(value) && !asked.has(value) && !/_at$|time|date|request|trace/i.test(name),
  );
  // A station or a batch is named again beside the new number of what was done.
  return given.some(([name, value]) => value === one[name]) && !given.some(([name, value]) => typeof one[name] === 'string' && value !== one[name]);
}
