/** Switches: "turned off" against `{"enabled": true}`. */
import { kin } from '../actions/families.ts';
import { splitName, stem } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';

const ON = new Set(['enabl', 'activat', 'reactivat', 'unblock', 'unlock', 'resum']);
const OFF = new Set(['disabl', 'deactivat', 'block', 'lock', 'suspend', 'paus']);

/** Keys that are on when they are true, and those that are off. */
const ON_KEY = /^(?:is_?)?(?:enabled?|active|activated|on|allowed|unlocked|autorenew|auto_?renew(?:al)?|opt(?:ed)?_?in|subscribed)$/i;
const OFF_KEY = /^(?:is_?)?(?:disabled?|inactive|off|blocked|locked|suspended|paused|opt(?:ed)?_?out|unsubscribed)$/i;

/** `true`: the switch was set as told; a text: it was set the other way; `undefined`: the call was given no switch, or the claim tells of none. */
export function switched(claim: Claim, call: ToolCall): true | string | undefined {
  const wanted = ON.has(claim.verb) ? true : OFF.has(claim.verb) ? false : undefined;
  if (wanted === undefined) return undefined;
  const set = leaves(call.arguments).filter((leaf) => typeof leaf.value === 'boolean' || /^(?:on|off|true|false)$/i.test(String(leaf.value)));
  const named = set.filter((leaf) => namesIt(claim, leaf.key));
  const own = named.length > 0 ? named : set.length === 1 ? set : [];
  const states = own.map(({ key, value }) => {
    const is = value === true || /^(?:on|true)$/i.test(String(value));
    return ON_KEY.test(key) || named.length > 0 ? is !== OFF_KEY.test(key) : OFF_KEY.test(key) ? !is : undefined;
  });
  const other = own[states.findIndex((state) => state !== undefined && state !== wanted)];
  if (other) return `${other.key}: ${other.value}`;
  return states.includes(wanted) ? true : undefined;
}

/** `{"roaming": true}` for "turned roaming on". */
const namesIt = (claim: Claim, key: string): boolean => {
  const things = new Set(claim.words.filter((word) => !kin(claim.verb).has(word)));
  return splitName(key).some((part) => names(things, stem(part)));
};
