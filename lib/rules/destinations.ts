/** The directory of escalation destinations: is a name in it, and may the agent hand over to it at a given time? */
import { contentWords } from '../actions/stem.ts';
import { leaves, PLACE_KEY } from '../match/leaves.ts';
import type { Destination, Detail, Evidence, Iso, Policy, ToolCall } from '../model.ts';

const COMMON = new Set(['team', 'queu', 'desk', 'group', 'support', 'agent', 'human', 'department', 'dept', 'servic', 'review', 'tier']);

const namesOf = (destination: Destination): string[] => [destination.name, ...(destination.aliases ?? [])];
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Exactly by name or alias first; else by a word that only it has, e.g. the first name of a person. */
function findDestination(policy: Policy, name: string): Destination | undefined {
  const wanted = plain(name);
  const exact = policy.destinations.find((one) => namesOf(one).some((known) => plain(known) === wanted));
  if (exact) return exact;
  const inside = policy.destinations.filter((one) => namesOf(one).some((known) => ` ${wanted} `.includes(` ${plain(known)} `)));
  if (inside.length === 1) return inside[0];
  const words = contentWords(name).filter((word) => !COMMON.has(word));
  const near = policy.destinations.filter((one) => namesOf(one).some((known) => contentWords(known).some((word) => words.includes(word))));
  return near.length === 1 ? near[0] : undefined;
}

export function destinationState(policy: Policy, name: string, at: Iso): NonNullable<Detail['destination']> {
  const found = findDestination(policy, name);
  if (!found) return { name, state: policy.destinations.length === 0 ? 'ok' : 'unknown' };
  const when = Date.parse(at);
  const late = found.validTo !== undefined && when > endOf(found.validTo);
  const early = found.validFrom !== undefined && when < Date.parse(found.validFrom);
  const state = late || early ? 'out-of-date' : found.acceptsFromAi ? 'ok' : 'closed-to-ai';
  return found.validTo === undefined ? { name: found.name, state } : { name: found.name, state, validTo: found.validTo };
}

/** The claimed place, where the directory knows it: a call that names none went where the claim says, if anywhere. */
export const knownAs = (name: string, policy: Policy): string[] => (findDestination(policy, name) ? [name] : []);

/** A date alone is valid to its end. */
const endOf = (time: Iso): number => Date.parse(time) + (time.length === 10 ? 86_400_000 : 0);

/** The named destinations in a handoff's record; bare numbers and codes cannot be judged and are left out. */
export const recordedDestinations = (call: ToolCall, evidence: Evidence): string[] => [
  ...new Set([
    ...byCode(call, evidence),
    ...[...leaves(call.arguments), ...leaves(call.result)]
      .filter(
        (leaf) =>
          PLACE_KEY.test(leaf.key) &&
          typeof leaf.value === 'string' &&
          /\p{L}{2}/u.test(leaf.value) &&
          !/^[A-Za-z_-]*\d[\w-]*$/.test(leaf.value) &&
          leaf.value.length < 80,
      )
      .map((leaf) => String(leaf.value)),
  ]),
];

const CODE = /(?<![\w.])([\w-]{1,20})\s?=\s?([^,;)=]{2,60}?)(?=[,;).]|$)/g;

/** "q codes: 11=Fraud Ops, 17=AML Review" in the tool's description, and `{"q": 17}` in the call. */
function byCode(call: ToolCall, { inventory }: Evidence): string[] {
  const described = inventory.tools.find((tool) => tool.name === call.name)?.description ?? '';
  const names = new Map([...described.slice(0, 2000).matchAll(CODE)].map((hit) => [hit[1]!, hit[2]!.trim()]));
  return names.size === 0 ? [] : leaves(call.arguments).flatMap((leaf) => names.get(String(leaf.value)) ?? []);
}
