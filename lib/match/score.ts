/** How likely it is that a call is what a claim tells of, from 0 to 1: by name, description and values. */
import type { Action } from '../actions/action.ts';
import { hasKin, kin } from '../actions/families.ts';
import { actionOf } from '../actions/index.ts';
import { splitName, stem } from '../actions/stem.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, Tool, ToolCall } from '../model.ts';
import { isAttributeOf, isLabel } from './attributes.ts';
import { elsewhere, liesWith } from './elsewhere.ts';
import { introduces } from './introduces.ts';
import { leaves } from './leaves.ts';
import { readScore } from './read-score.ts';
import { showsState } from './shows-state.ts';
import { sideEffect } from './side-effect.ts';
import { tells } from './tells.ts';
import { actionsOfTool, does, isMapped, isNamed, isSideTool, nounsOf, type ToolWords, toolOf, toolWords, verbFit } from './tool.ts';
import type { Values } from './values.ts';
import { nounsIn, wordsIn } from './words.ts';

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

export function scoreOf(claim: Claim, call: ToolCall, evidence: Evidence, values: Values, best: number): number {
  const { tools } = evidence.inventory;
  const tool = toolWords(toolOf(call, tools));
  if (tool.mode === 'aside') return 0;
  if (tool.mapped && !isMapped(claim, tool)) return 0;
  if (tool.mode !== 'write' && !tool.mapped && claim.kind !== 'read') return 0;
  const said = wordsIn(call.arguments);
  const named = nounsIn(claim, tool.name);
  const nouns = nounsIn(claim, new Set([...tool.name, ...tool.described, ...said]));
  const value = Math.min(values.agree, 2) * 0.1;
  if (tool.mapped) return claim.kind === 'escalation' && elsewhere(claim, call) ? 0.45 : Math.min(1, 0.7 + Math.min(nouns, 3) * 0.05 + value);
  if (claim.kind === 'read') return readScore(claim, call, tool, nouns, values, said);
  if (tool.mode !== 'write') return 0;
  if (claim.tells === 'value' && isLabel(claim)) return isAttributeOf(claim, call, tool) ? 0.7 : 0;
  const shown = showsState(claim, call) ? 0.65 : isToldIn(claim, call, evidence) ? 0.66 : 0;
  return Math.max(shown, byDeed(claim, call, evidence, { tool, values, best, named, nouns }));
}

/** The record itself tells of it, whatever the tool is called. */
const isToldIn = (claim: Claim, call: ToolCall, evidence: Evidence): boolean =>
  tells(claim, call) ||
  ((claim.kind === 'escalation' || claim.kind === 'communication') && liesWith(claim, call)) ||
  (claim.kind === 'write' && introduces(claim, call, evidence.calls));

/** What a claim and a call have in common. */
interface Common {
  tool: ToolWords;
  values: Values;
  /** The most things of the claim that the name of a tool of its deed has. */
  best: number;
  /** How many of its things this tool's name has. */
  named: number;
  /** The same with its description and its arguments. */
  nouns: number;
}

/** By the deed that the tool's words tell, and by what it was done to. */
function byDeed(claim: Claim, call: ToolCall, evidence: Evidence, { tool, values, best, named, nouns }: Common): number {
  const { tools } = evidence.inventory;
  const value = Math.min(values.agree, 2) * 0.1;
  // "All changes completed": any change bears it out, a note or a message alone does not.
  if (isGeneric(claim)) return isSideTool(tool) ? 0.45 : 0.65;

  const action = actionOf(claim.action);
  const act = action ? acts(action, tool, tools) : 0;
  const fit = Math.max(verbFit(claim, tool), isCommanded(claim, call) ? 1 : 0);
  // Money is told by its tool's own words; any other deed by the very verb, too.
  const verb = !TELLING.has(claim.action) || claim.words.includes('exchang') || (claim.kind !== 'credit' && fit === 1) ? fit : 0;
  const doing = Math.max(act, verb >= 0.8 ? verb : 0);
  // A verb that says nothing, or that may say anything, is told by its object.
  const light = action === undefined && ((verb === 0.5 && named > 0 && (isLight(claim.verb) || nouns > 1)) || (verb > 0 && named > 1));
  if (doing === 0 && !light) return withoutDeed(claim, call, evidence, tool, values, nouns, verb);

  const grounds =
    nouns > 0 ||
    values.agree > 0 ||
    // Moved to another day than told: the day is what both are about.
    (verb === 1 && values.differ.some(({ recorded }) => /^\d{4}-\d{2}-\d{2}$/.test(recorded))) ||
    (act === 1 && (nounsOf(claim).length === 0 || (claim.kind === 'communication' && !isOfSomething(claim))));
  const telling =
    (act === 1 &&
      (TELLING.has(claim.action) || claim.words.some((word) => !COMMON.has(word) && action?.verbs.includes(word) && tool.name.has(word)))) ||
    (fit === 1 && !COMMON.has(claim.verb) && !isLight(claim.verb) && namesNoThing(tool));
  if (claim.kind === 'escalation' && elsewhere(claim, call)) return 0.45;
  // Another tool bears the claim's things in its name.
  if (best > nouns && values.agree < 2 && !telling) return values.agree > 0 ? 0.45 : 0;
  if (best > named && values.agree < 2 && !telling) return grounds ? 0.45 : UNSURE;
  if (!grounds && !telling) return claim.kind !== 'credit' && claim.slots.money.length === 0 && movesMoney(tool) ? 0 : 0.45;
  return Math.min(1, 0.62 + (act === 1 ? 0.08 : 0) + Math.min(nouns, 3) * 0.05 + value);
}

/** "A certificate reissued" is no `coupon.issue`. */
const movesMoney = (tool: ToolWords): boolean => actionsOfTool(tool).some((id) => actionOf(id)?.kind === 'credit');

const COMMAND = /^(?:action|cmd|command|op|operation|verb|event|intent)$/i;

/** `{"action": "close"}`: a tool that does many things was told which. */
const isCommanded = (claim: Claim, call: ToolCall): boolean =>
  claim.verb !== '' &&
  leaves(call.arguments).some(({ key, value }) => COMMAND.test(key) && splitName(String(value)).some((word) => kin(claim.verb).has(stem(word))));

/** Whom it goes to, and words that say nothing of what it says. */
const TO_WHOM = new Set(
  'customer client user guest member subscriber passenger tenant patient learner student buyer contact neighbor team time detail inform date know well lead'.split(
    ' ',
  ),
);
const isOfSomething = (claim: Claim): boolean => nounsOf(claim).some((noun) => !TO_WHOM.has(noun));

/** Names of tools that say what is done, and of nothing in particular that it is done to: `device.reboot`, `calendar.reschedule`. */
const ANYTHING = new Set(
  'devic item object entiti resourc record account admin api servic system calendar schedul moderat manag op asset'.split(' '),
);
const namesNoThing = (tool: ToolWords): boolean =>
  tool.specific && tool.nouns.every((noun) => ANYTHING.has(noun) || (hasKin(noun) && !THINGS_TOO.has(noun)));
/** Verbs that name what is dealt with as often as what is done: `cancel_reservation` books nothing. */
const THINGS_TOO = new Set('reserv book order record request report log post flag limit hold lock link attach'.split(' '));

/** A call whose tool does not say that it does this: it may be so all the same, or be done by the way. */
function withoutDeed(claim: Claim, call: ToolCall, evidence: Evidence, tool: ToolWords, values: Values, nouns: number, verb: number): number {
  if (/\b(?:ticket|case|conversation)\b/i.test(claim.quote) && ['escalate', 'status'].some((id) => does(actionOf(id)!, tool) === 1)) return 0.45;
  if (INSTRUCTIONS.test(claim.quote) && does(actionOf('return')!, tool) === 1) return 0.45;
  if (claim.kind !== 'credit' && GOODS_SENT.test(claim.quote) && ['return', 'create'].some((id) => does(actionOf(id)!, tool) > 0)) return 0.45;
  if (claim.kind === 'communication' && nouns > 0 && does(actionOf('escalate')!, tool) === 1) return 0.62;
  // "Both bikes sent to the workshop": goods, by a tool that has both in its name.
  if (claim.verb === 'send' && nounsIn(claim, tool.name) > 1) return 0.62;
  if (claim.kind === 'credit') return sideEffect(claim, call, evidence, values);
  if (claim.kind === 'escalation' || claim.kind === 'communication' || verb === 0) return 0;
  if (values.agree > 0 && nouns > 0) return (claim.action === 'other' || !tool.specific) && verb === 0.5 ? 0.62 : 0.5;
  return values.agree > 0 || (nouns > 0 && verb === 0.5) || (verb > 0 && nounsIn(claim, wordsIn(call.arguments)) > 0) ? 0.4 : 0;
}

/** What is sent where goods go back: the system that takes the return in may send it. */
const INSTRUCTIONS = /\b(?:instructions|steps|labels?)\b/i;

/** What was ordered or exchanged is sent by others, later. */
const GOODS_SENT = /\bwill be (?:sent|shipped|delivered|dispatched)\b(?!.{0,120}\b(?:e-?mail|sms|text|confirmation|link|notification)\b)/i;

const isGeneric = (claim: Claim): boolean =>
  /^(?:update|create|other)$/.test(claim.action) &&
  claim.slots.ids.length + claim.slots.dates.length === 0 &&
  (claim.words.includes('accordingli') || claim.words.every((word) => GENERIC.has(word) || isLight(word) || /li$/.test(word)));
