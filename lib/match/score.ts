/** How likely it is that a call is what a claim tells of, from 0 to 1: by name, description and values. */
import type { Action } from '../actions/action.ts';
import { actionOf } from '../actions/index.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, Tool, ToolCall } from '../model.ts';
import { isAttributeOf, isLabel } from './attributes.ts';
import { elsewhere } from './elsewhere.ts';
import { once } from './once.ts';
import { readScore } from './read-score.ts';
import { showsState } from './shows-state.ts';
import { sideEffect } from './side-effect.ts';
import { tells } from './tells.ts';
import { does, isMapped, isNamed, isSideTool, nounsOf, type ToolWords, toolOf, toolWords, verbFit } from './tool.ts';
import type { Values } from './values.ts';
import { nounsIn, nounsOfCall, nounsOfName, wordsIn } from './words.ts';

/** At and above: it may be it; below: it is not it. */
export const UNSURE = 0.3;

/** Actions whose tools are told by one word: who calls `refund_x` refunds. The others need a noun or a value besides. */
const TELLING = new Set(['refund', 'credit', 'fee_waiver', 'discount', 'charge', 'payout', 'cancel', 'escalate', 'note', 'return', 'monitor']);
/** Verbs of so many tools that the same verb says nothing without its object. */
const COMMON = new Set('updat chang modifi add creat set adjust edit issu send generat open submit'.split(' '));
const GENERIC = new Set(
  'two thre four fiv six step thing set chang request updat everyth process modifi modif detail action need follow way confirm apply appli mak account adjust accordingli requir submit ask do conversation session plac end here order'.split(
    ' ',
  ),
);

/** A description that mentions an action counts only where no tool bears it in its name. */
function acts(action: Action, tool: ToolWords, tools: readonly Tool[]): number {
  const score = does(action, tool);
  return score === 1 || !isNamed(tools)(action) ? score : 0;
}

/** A tool of which no call can be what is claimed, whatever it was given, bears nothing. */
export function mayBear(claim: Claim, tool: ToolWords): boolean {
  if (tool.mode === 'aside') return false;
  if (tool.mapped && !isMapped(claim, tool)) return false;
  return tool.mode === 'write' || tool.mapped !== undefined || claim.kind === 'read';
}

export function scoreOf(claim: Claim, call: ToolCall, evidence: Evidence, values: Values, best: number): number {
  const { tools } = evidence.inventory;
  const tool = toolWords(toolOf(call, tools));
  if (!mayBear(claim, tool)) return 0;
  const said = wordsIn(call.arguments);
  const named = nounsOfName(claim, tool);
  const nouns = nounsOfCall(claim, tool, said);
  const value = (): number => Math.min(values.agree, 2) * 0.1;
  if (tool.mapped) return claim.kind === 'escalation' && elsewhere(claim, call) ? 0.45 : Math.min(1, 0.7 + Math.min(nouns, 3) * 0.05 + value());
  if (claim.kind === 'read') return readScore(claim, call, tool, nouns, values, said);
  if (tool.mode !== 'write') return 0;
  if (claim.tells === 'value' && isLabel(claim)) return isAttributeOf(claim, call, tool) ? 0.7 : 0;
  if (showsState(claim, call)) return 0.65;
  if (tells(claim, call)) return 0.66;
  // "All changes completed": any change bears it out, a note or a message alone does not.
  if (isGeneric(claim)) return isSideTool(tool) ? 0.45 : 0.65;

  const action = actionOf(claim.action);
  const act = action ? acts(action, tool, tools) : 0;
  const fit = verbFit(claim, tool);
  // Money is told by its tool's own words; any other deed by the very verb, too.
  const verb = !TELLING.has(claim.action) || claim.words.includes('exchang') || (claim.kind !== 'credit' && fit === 1) ? fit : 0;
  const doing = Math.max(act, verb >= 0.8 ? verb : 0);
  // A verb that says nothing, or that may say anything, is told by its object.
  const light = action === undefined && ((verb === 0.5 && named > 0 && (isLight(claim.verb) || nouns > 1)) || (verb > 0 && named > 1));
  if (doing === 0 && !light) return withoutDeed(claim, call, evidence, tool, values, nouns, verb);

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
function withoutDeed(claim: Claim, call: ToolCall, evidence: Evidence, tool: ToolWords, values: Values, nouns: number, verb: number): number {
  if (/\b(?:ticket|case|conversation)\b/i.test(claim.quote) && ['escalate', 'status'].some((id) => does(actionOf(id)!, tool) === 1)) return 0.45;
  if (INSTRUCTIONS.test(claim.quote) && does(actionOf('return')!, tool) === 1) return 0.45;
  if (claim.kind !== 'credit' && GOODS_SENT.test(claim.quote) && ['return', 'create'].some((id) => does(actionOf(id)!, tool) > 0)) return 0.45;
  if (claim.kind === 'communication' && nouns > 0 && does(actionOf('escalate')!, tool) === 1) return 0.62;
  if (claim.kind === 'credit') return sideEffect(claim, call, evidence, values);
  if (claim.kind === 'escalation' || claim.kind === 'communication' || verb === 0) return 0;
  if (values.agree > 0 && nouns > 0) return claim.action === 'other' && verb === 0.5 ? 0.62 : 0.5;
  return values.agree > 0 || (nouns > 0 && verb === 0.5) || (verb > 0 && nounsIn(claim, wordsIn(call.arguments)) > 0) ? 0.4 : 0;
}

/** What is sent where goods go back: the system that takes the return in may send it. */
const INSTRUCTIONS = /\b(?:instructions|steps|labels?)\b/i;

/** What was ordered or exchanged is sent by others, later. */
const GOODS_SENT = /\bwill be (?:sent|shipped|delivered|dispatched)\b(?!.{0,120}\b(?:e-?mail|sms|text|confirmation|link|notification)\b)/i;

const isGeneric = once(
  (claim: Claim): boolean =>
    /^(?:update|create|other)$/.test(claim.action) &&
    claim.slots.ids.length === 0 &&
    (claim.words.includes('accordingli') || claim.words.every((word) => GENERIC.has(word) || isLight(word) || /li$/.test(word))),
);
