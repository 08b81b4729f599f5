/** Handoffs to another place than the claim names. */
import { contentWords } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves, PLACE_KEY } from './leaves.ts';

/** Says of no place in particular. */
const ANYBODY = new Set(
  'person human agent colleagu specialist team member someon somebodi staff people expert representativ real live support'.split(' '),
);

/** The places that a call names. */
const placesOf = (call: ToolCall): readonly Leaf[] =>
  [...leaves(call.arguments), ...leaves(call.result)].filter(
    (leaf) => typeof leaf.value === 'string' && PLACE_KEY.test(leaf.key) && /\p{L}{3}/u.test(leaf.value) && !/\d/.test(leaf.value),
  );

const isPlaced = (leaf: Leaf, wanted: readonly string[]): boolean =>
  contentWords(String(leaf.value).replace(/[-_]/g, ' ')).some((word) => wanted.includes(word));

/** The record says that it lies with those whom the claim names: `{"assignedTo": "Depot manager"}`, whatever the tool is called. */
export function liesWith(claim: Claim, call: ToolCall): boolean {
  const wanted = contentWords(claim.slots.destination ?? (claim.kind === 'communication' ? claim.quote : '')).filter((word) => !ANYBODY.has(word));
  return (
    placesOf(call).some((leaf) => !/^(?:to|recipient|agent)$/i.test(leaf.key) && isPlaced(leaf, wanted)) ||
    isCoded(claim.slots.destination ?? '', call)
  );
}

/** "Fraud caseworkers (G3)" and `{"group": "G3"}`. */
function isCoded(destination: string, call: ToolCall): boolean {
  const code = /\(([A-Z]{1,4}-?\d{1,4})\)/.exec(destination)?.[1];
  return code !== undefined && [...leaves(call.arguments), ...leaves(call.result)].some((leaf) => PLACE_KEY.test(leaf.key) && leaf.value === code);
}

/** "The hire library has been informed", and the call went to `Accounts`. */
export function goesToOthers(claim: Claim, call: ToolCall): boolean {
  const places = placesOf(call);
  return places.length > 0 && !places.some((leaf) => isPlaced(leaf, claim.words));
}

/** The handoff names a place, and it shares no word with the place that the claim names. */
export function elsewhere(claim: Claim, call: ToolCall): boolean {
  const { destination } = claim.slots;
  if (destination === undefined) return false;
  const places = placesOf(call);
  const wanted = contentWords(destination).filter((word) => !ANYBODY.has(word));
  return places.length > 0 && wanted.length > 0 && !places.some((leaf) => isPlaced(leaf, wanted));
}
