/** What a write made, told by the id that the record gave it: "case Q-31", and no earlier call names it. */
import { kin } from '../actions/families.ts';
import type { Claim, ToolCall } from '../model.ts';
import { callsAbout, callsBefore } from './calls.ts';
import { leaves } from './leaves.ts';

/** Verbs that tell of something new, which is what gets a new id. */
const MAKES = new Set([
  ...kin('creat'),
  ...kin('issu'),
  ...kin('book'),
  ...kin('start'),
  'approv',
  'regist',
  'report',
  'plac',
  'set',
  'rais',
  'turn',
  'convert',
  'log',
  '',
]);

/** The result bears an id that the claim names, which neither the call nor anything before it was given. */
export function introduces(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): boolean {
  const { ids } = claim.slots;
  if (ids.length === 0 || !MAKES.has(claim.verb)) return false;
  const plain = (value: unknown): string => String(value).toLowerCase().replace(/^#/, '');
  const given = new Set(leaves(call.arguments).map((leaf) => plain(leaf.value)));
  const back = leaves(call.result);
  return ids.some((id) => {
    const made = back.find((leaf) => plain(leaf.value) === plain(id));
    return made !== undefined && !given.has(plain(id)) && callsBefore(call, callsAbout(String(made.value), calls), calls).length === 0;
  });
}
