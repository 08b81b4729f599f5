/** How well a call bears out that something was looked up. */
import { contentWords } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { nounsOf, type ToolWords } from './tool.ts';
import type { Values } from './values.ts';
import { wordsIn } from './words.ts';

/** Words for whose record it is: "located your account" is what `find_user_by_email` does. */
const WHOSE = new Set('account profil ident user customer member contact person patient client'.split(' '));

export function readScore(claim: Claim, call: ToolCall, tool: ToolWords, nouns: number, values: Values, said: ReadonlySet<string>): number {
  const { system } = claim.slots;
  if (system) {
    const known = [...tool.name, ...tool.described, ...said, ...wordsIn(call.result)];
    if (!contentWords(system).some((word) => known.includes(word))) return 0;
  }
  const found = wordsIn(call.result);
  const inResult = nounsOf(claim).some((noun) => names(found, noun));
  const verb = claim.words.some((word) => tool.name.has(word));
  if (tool.mode === 'write' && !tool.mayRead) return nouns > 0 && values.agree > 0 ? 0.4 : 0;
  const whose = claim.words.some((word) => WHOSE.has(word)) && [...tool.name].some((word) => WHOSE.has(word));
  if (whose || nouns > 0 || values.agree > 0 || verb || system)
    return Math.min(1, 0.65 + Math.min(nouns, 3) * 0.06 + Math.min(values.agree, 2) * 0.08 + (verb ? 0.05 : 0));
  return inResult ? 0.61 : 0.4;
}
