/** "Seats: 12": a label and a value, as a write was given them. */
import { contentWords, splitName, stem } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';
import type { ToolWords } from './tool.ts';

const LABEL = /^\W{0,6}([^:]{2,40}?)\W{0,6}:/;

export const isLabel = (claim: Claim): boolean => claim.verb === '' && claim.action === 'other' && LABEL.test(claim.quote);

/** A write is about the labelled thing where its tool bears the label in its name and it was given a number of it: `update_seats`, `{"total": 12}`. */
export function isAttributeOf(claim: Claim, call: ToolCall, tool: ToolWords): boolean {
  const label = contentWords(LABEL.exec(claim.quote)?.[1] ?? '');
  return (
    tool.mode === 'write' &&
    label.some((word) => tool.name.has(word)) &&
    leaves(call.arguments).some((leaf) => Number.isFinite(Number(leaf.value)) && splitName(leaf.key).some((part) => label.includes(stem(part))))
  );
}
