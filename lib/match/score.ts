/** How likely it is that a call is what a claim tells of, from 0 to 1: by name, description and values. */
import { hasKin, kin } from '../actions/families.ts';
import { actionOf } from '../actions/index.ts';
import { splitName, stem } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, ToolCall } from '../model.ts';
import { isAttributeOf, isLabel } from './attributes.ts';
import { type Bearing, isGeneric, TELLING, telling } from './bearing.ts';
import { bearsValue } from './bears-value.ts';
import { elsewhere, goesToOthers, liesWith } from './elsewhere.ts';
import { introduces } from './introduces.ts';
import { leaves } from './leaves.ts';
import { once } from './once.ts';
import { readScore } from './read-score.ts';
import { recordedOf } from './recorded.ts';
import { showsState } from './shows-state.ts';
import { sideEffect } from './side-effect.ts';
import { tells } from './tells.ts';
import { isToOthers } from './to-whom.ts';
import { actionsOfTool, does, isSideTool, nounsOf, type ToolWords } from './tool.ts';
import type { Values } from './values.ts';
import { nounsIn } from './words.ts';

/** At and above: it may be it; below: it is not it. */
export const UNSURE = 0.3;

/** Verbs of so many tools that the same verb says nothing without its object. */
const COMMON = new Set('updat chang modifi add creat set adjust edit issu send generat open submit'.split(' '));

/** The record itself tells of it, whatever the tool is called. */
export const isShown = (claim: Claim, call: ToolCall, calls: readonly ToolCall[]): boolean => showsState(claim, call) || isToldIn(claim, call, calls);

const isToldIn = (claim: Claim, call: ToolCall, calls: readonly ToolCall[]): boolean =>
  tells(claim, call) ||
  bearsValue(claim, call, calls) ||
  ((claim.kind === 'escalation' || claim.kind === 'communication') && liesWith(claim, call)) ||
  (claim.kind === 'write' && introduces(claim, call, calls));

/** @param best the most things of the claim that the name of a tool of its deed has. */
export function scoreOf(claim: Claim, call: ToolCall, evidence: Evidence, bearing: Bearing, values: Values, best: number): number {
  const { tool, others, known } = bearing;
  const { said } = recordedOf(call);
  const nouns = others.reduce((sum, noun) => (names(said, noun) ? sum + 1 : sum), known);
  if (tool.mapped)
    return claim.kind === 'escalation' && elsewhere(claim, call) ? 0.45 : Math.min(1, 0.7 + Math.min(nouns, 3) * 0.05 + worthOf(values));
  if (claim.kind === 'read') return readScore(claim, call, tool, nouns, values, said);
  if (tool.mode !== 'write') return 0;
  if (claim.tells === 'value' && isLabel(claim)) return isAttributeOf(claim, call, tool) ? 0.7 : 0;
  const shown = showsState(claim, call) ? 0.65 : isToldIn(claim, call, evidence.calls) ? 0.66 : 0;
  const score = Math.max(shown, byDeed(claim, call, evidence, { bearing, values, best, nouns }));
  return score > 0.45 && isToOthers(claim, call, tool) ? 0.45 : score;
}

const worthOf = (values: Values): number => Math.min(values.agree, 2) * 0.1;

/** What a claim and a call have in common. */
interface Common {
  bearing: Bearing;
  values: Values;
  /** The most things of the claim that the name of a tool of its deed has. */
  best: number;
  /** How many of its things the tool's name, its description and the arguments have. */
  nouns: number;
}

/** By the deed that the tool's words tell, and by what it was done to. */
function byDeed(claim: Claim, call: ToolCall, evidence: Evidence, { bearing, values, best, nouns }: Common): number {
  const { tool, named, act } = bearing;
  // "All changes completed": any change bears it out, a note or a message alone does not.
  if (isGeneric(claim)) return isSideTool(tool) ? 0.45 : 0.65;

  const action = actionOf(claim.action);
  const fit = isCommanded(claim, call) ? 1 : bearing.fit;
  const verb = telling(claim, fit);
  const doing = Math.max(act, verb >= 0.8 ? verb : 0);
  // A verb that says nothing, or that may say anything, is told by its object.
  const light = action === undefined && ((verb === 0.5 && named > 0 && (isLight(claim.verb) || nouns > 1)) || (verb > 0 && named > 1));
  if (doing === 0 && !light) return withoutDeed(claim, call, evidence, { ...bearing, verb }, values, nouns);

  const grounds =
    nouns > 0 ||
    values.agree > 0 ||
    // "The two records are merged" names nothing that `companies_merge` could bear.
    (verb === 1 &&
      fit === 1 &&
      !COMMON.has(claim.verb) &&
      !isLight(claim.verb) &&
      nounsOf(claim).every((noun) => RECORDS.has(noun) || HOW_MANY.has(noun))) ||
    // Moved to another day than told: the day is what both are about.
    (verb === 1 && values.differ.some(({ recorded }) => /^\d{4}-\d{2}-\d{2}$/.test(recorded))) ||
    (act === 1 && (nounsOf(claim).length === 0 || (claim.kind === 'communication' && !isOfSomething(claim))));
  const byName =
    (act === 1 &&
      (TELLING.has(claim.action) || claim.words.some((word) => !COMMON.has(word) && action?.verbs.includes(word) && tool.name.has(word)))) ||
    (fit === 1 && !COMMON.has(claim.verb) && !isLight(claim.verb) && namesNoThing(tool));
  if (claim.kind === 'escalation' && elsewhere(claim, call)) return 0.45;
  // Another tool bears the claim's things in its name.
  const ofAnother = nouns === 0 && !namesNoThing(tool) && !TELLING.has(claim.action);
  if (best > nouns && (!byName || ofAnother) && values.agree < 2) return values.agree > 0 || byName ? 0.45 : 0;
  if (best > named && !byName && values.agree < 2) return grounds ? 0.45 : UNSURE;
  if (!grounds && !byName) return claim.kind !== 'credit' && claim.slots.money.length === 0 && movesMoney(tool) ? 0 : 0.45;
  return Math.min(1, 0.62 + (act === 1 ? 0.08 : 0) + Math.min(nouns, 3) * 0.05 + worthOf(values));
}

/** "A certificate reissued" is no `coupon.issue`. */
const movesMoney = (tool: ToolWords): boolean => actionsOfTool(tool).some((id) => actionOf(id)?.kind === 'credit');

const COMMAND = /^(?:action|cmd|command|op|operation|verb|event|intent)$/i;

/** `{"action": "close"}`: a tool that does many things was told which. */
export const isCommanded = (claim: Claim, call: ToolCall): boolean => {
  if (claim.verb === '') return false;
  const commands = commandsOf(call);
  return commands.length > 0 && commands.some((word) => kin(claim.verb).has(word));
};
const commandsOf = once((call: ToolCall): readonly string[] =>
  leaves(call.arguments).flatMap(({ key, value }) => (COMMAND.test(key) ? splitName(String(value)).map(stem) : [])),
);

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
const RECORDS = new Set('item entiti resourc record entri'.split(' '));
const HOW_MANY = new Set('two thre four fiv both all duplicat doubl extra old new'.split(' '));
const namesNoThing = (tool: ToolWords): boolean =>
  tool.specific && tool.nouns.every((noun) => ANYTHING.has(noun) || (hasKin(noun) && !THINGS_TOO.has(noun)));
/** Verbs that name what is dealt with as often as what is done: `void_booking` books nothing. */
const THINGS_TOO = new Set('reserv book order record request report log post flag limit hold lock link attach'.split(' '));

/** A call whose tool does not say that it does this: it may be so all the same, or be done by the way. */
function withoutDeed(
  claim: Claim,
  call: ToolCall,
  evidence: Evidence,
  { tool, named, verb, beside }: Bearing,
  values: Values,
  nouns: number,
): number {
  if (beside) return 0.45;
  if (claim.kind === 'communication' && nouns > 0 && does(actionOf('escalate')!, tool) === 1) return goesToOthers(claim, call) ? 0.45 : 0.62;
  // "Both bikes sent to the workshop": goods, by a tool that has both in its name.
  if (claim.verb === 'send' && named > 1) return 0.62;
  if (claim.kind === 'credit') return sideEffect(claim, call, evidence, values);
  if (claim.kind === 'escalation' || claim.kind === 'communication' || verb === 0) return 0;
  if (values.agree > 0 && nouns > 0) return (claim.action === 'other' || !tool.specific) && verb === 0.5 ? 0.62 : 0.5;
  return values.agree > 0 || (nouns > 0 && verb === 0.5) || (verb > 0 && nounsIn(claim, recordedOf(call).said) > 0) ? 0.4 : 0;
}
