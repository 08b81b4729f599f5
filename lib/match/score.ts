/** How likely it is that a call is what a claim tells of, from 0 to 1: by name, description and values. */
import { actionOf } from '../actions/index.ts';
import { names } from '../actions/things.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { isAttributeOf, isLabel } from './attributes.ts';
import { type Bearing, isGeneric, TELLING } from './bearing.ts';
import { elsewhere } from './elsewhere.ts';
import { readScore } from './read-score.ts';
import { recordedOf } from './recorded.ts';
import { showsState } from './shows-state.ts';
import { sideEffect } from './side-effect.ts';
import { tells } from './tells.ts';
import { does, isSideTool, nounsOf } from './tool.ts';
import type { Values } from './values.ts';
import { nounsIn } from './words.ts';

/** At and above: it may be it; below: it is not it. */
export const UNSURE = 0.3;

/** Verbs of so many tools that the same verb says nothing without its object. */
const COMMON = new Set('updat chang modifi add creat set adjust edit issu send generat open submit'.split(' '));

/** The record itself tells of it, whatever the tool is called. */
export const isShown = (claim: Claim, call: ToolCall): boolean => showsState(claim, call) || tells(claim, call);

/** @param best the most things of the claim that the name of a tool of its deed has. */
export function scoreOf(claim: Claim, call: ToolCall, evidence: Evidence, bearing: Bearing, values: Values, best: number): number {
  const { tool, named, act, verb, others, known } = bearing;
  const { said } = recordedOf(call);
  const nouns = others.reduce((sum, noun) => (names(said, noun) ? sum + 1 : sum), known);
  const value = (): number => Math.min(values.agree, 2) * 0.1;
  if (tool.mapped) return claim.kind === 'escalation' && elsewhere(claim, call) ? 0.45 : Math.min(1, 0.7 + Math.min(nouns, 3) * 0.05 + value());
  if (claim.kind === 'read') return readScore(claim, call, tool, nouns, values, said);
  if (tool.mode !== 'write') return 0;
  if (claim.tells === 'value' && isLabel(claim)) return isAttributeOf(claim, call, tool) ? 0.7 : 0;
  if (isShown(claim, call)) return showsState(claim, call) ? 0.65 : 0.66;
  // "All changes completed": any change bears it out, a note or a message alone does not.
  if (isGeneric(claim)) return isSideTool(tool) ? 0.45 : 0.65;

  const action = actionOf(claim.action);
  const doing = Math.max(act, verb >= 0.8 ? verb : 0);
  // A verb that says nothing, or that may say anything, is told by its object.
  const light = action === undefined && ((verb === 0.5 && named > 0 && (isLight(claim.verb) || nouns > 1)) || (verb > 0 && named > 1));
  if (doing === 0 && !light) return withoutDeed(claim, call, evidence, bearing, values, nouns);

  const grounds = nouns > 0 || values.agree > 0 || (act === 1 && nounsOf(claim).length === 0);
  const telling =
    act === 1 && (TELLING.has(claim.action) || claim.words.some((word) => !COMMON.has(word) && action?.verbs.includes(word) && tool.name.has(word)));
  if (claim.kind === 'escalation' && elsewhere(claim, call)) return 0.45;
  // Another tool bears the claim's things in its name.
  if (best > nouns && values.agree < 2 && !telling) return values.agree > 0 ? 0.45 : 0;
  if (best > named && values.agree < 2 && !telling) return grounds ? 0.45 : UNSURE;
  if (!grounds && !telling) return 0.45;
  return Math.min(1, 0.62 + (act === 1 ? 0.08 : 0) + Math.min(nouns, 3) * 0.05 + value());
}

/** A call whose tool does not say that it does this: it may be so all the same, or be done by the way. */
function withoutDeed(claim: Claim, call: ToolCall, evidence: Evidence, { tool, verb, beside }: Bearing, values: Values, nouns: number): number {
  if (beside) return 0.45;
  if (claim.kind === 'communication' && nouns > 0 && does(actionOf('escalate')!, tool) === 1) return 0.62;
  if (claim.kind === 'credit') return sideEffect(claim, call, evidence, values);
  if (claim.kind === 'escalation' || claim.kind === 'communication' || verb === 0) return 0;
  if (values.agree > 0 && nouns > 0) return claim.action === 'other' && verb === 0.5 ? 0.62 : 0.5;
  return values.agree > 0 || (nouns > 0 && verb === 0.5) || (verb > 0 && nounsIn(claim, recordedOf(call).said) > 0) ? 0.4 : 0;
}
