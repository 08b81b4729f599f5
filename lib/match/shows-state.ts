/** A state that a claim names, in what a write gave back. */
import { contentWords } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';
import { once } from './once.ts';

const STATE_TOLD = /\b(?:status\b.{0,60}?\b(?:is|to|as|now)\b|marked (?:as|with)\b|updated to(?= ['"“‘]))[\s"':“”‘’\\]*([\p{L}][\p{L} _-]{2,40})/iu;

/** The state that a claim names, as stems. */
const stateOf = once((claim: Claim): string | undefined => {
  const told = claim.kind === 'write' ? STATE_TOLD.exec(claim.quote)?.[1] : undefined;
  return told === undefined ? undefined : contentWords(told.replace(/_/g, ' ')).join(' ');
});

/** "The parcel's status is now 'held at the depot'": the write gave the record back in that state. */
export function showsState(claim: Claim, call: ToolCall): boolean {
  const state = stateOf(claim);
  if (state === undefined) return false;
  return leaves(call.result).some(
    (leaf) => /status|state/i.test(leaf.key) && contentWords(String(leaf.value).replace(/_/g, ' ')).join(' ') === state,
  );
}
