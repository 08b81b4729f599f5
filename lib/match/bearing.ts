/** What a claim and a tool have in common, whatever the tool was given: worked out once, and not for each of its calls. */
import type { Action } from '../actions/action.ts';
import { actionOf } from '../actions/index.ts';
import { names } from '../actions/things.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, Tool } from '../model.ts';
import { isLabel } from './attributes.ts';
import { once } from './once.ts';
import { mayMoveBeside } from './side-effect.ts';
import { does, isMapped, isNamed, type ToolWords, toolWords, verbFit } from './tool.ts';
import { namesNothing } from './values.ts';
import { thingsOf } from './words.ts';

export interface Bearing {
  tool: ToolWords;
  /** How many of the claim's things the tool's name has. */
  named: number;
  /** How many its name or its description has, and the others. */
  known: number;
  others: readonly string[];
  /** 0..1: that it does the claim's action. */
  act: number;
  /** 0..1: that its words have the claim's verb; and the same where a verb tells of the deed. */
  fit: number;
  verb: number;
  /** What is claimed may have come about with the other thing that the tool does. */
  beside: boolean;
  /** A call of it may be it by what it does; else only where its record tells so. */
  open: boolean;
}

/** What a claim has in common with each tool; `undefined` where no call of the tool can be what is claimed. */
export interface Bearings {
  of(tool: ToolWords): Bearing | undefined;
  /** The most things of the claim that the name of a tool of its deed has. */
  best: number;
}

export const bearingsOf = (claim: Claim, { inventory: { tools } }: Pick<Evidence, 'inventory'>): Bearings => bearings(tools)(claim);

const bearings = once((tools: readonly Tool[]) =>
  once((claim: Claim): Bearings => {
    const known = new Map<ToolWords, Bearing>();
    const of = (tool: ToolWords): Bearing => {
      const bearing = known.get(tool) ?? bearingOf(claim, tool, tools);
      known.set(tool, bearing);
      return bearing;
    };
    const able = tools.map((tool) => of(toolWords(tool))).filter(({ tool, fit }) => tool.mode === 'write' && fit >= 0.5);
    return { of: (tool) => (mayBear(claim, tool) ? of(tool) : undefined), best: Math.max(0, ...able.map(({ named }) => named)) };
  }),
);

function mayBear(claim: Claim, tool: ToolWords): boolean {
  if (tool.mode === 'aside') return false;
  if (tool.mapped) return isMapped(claim, tool);
  return tool.mode === 'write' || claim.kind === 'read';
}

function bearingOf(claim: Claim, tool: ToolWords, tools: readonly Tool[]): Bearing {
  const things = thingsOf(claim);
  const named = things.filter((thing) => names(tool.name, thing));
  const others = things.filter((thing) => !named.includes(thing) && !names(tool.described, thing));
  const action = actionOf(claim.action);
  const act = action ? acts(action, tool, tools) : 0;
  const fit = verbFit(claim, tool);
  const bearing: Bearing = {
    tool,
    named: named.length,
    known: things.length - others.length,
    others,
    act,
    fit,
    verb: telling(claim, fit),
    beside: isBeside(claim, tool),
    open: true,
  };
  bearing.open = isOpen(claim, bearing);
  return bearing;
}

/** Money is told by its tool's own words; any other deed by the very verb, too. */
export const telling = (claim: Claim, fit: number): number =>
  !TELLING.has(claim.action) || claim.words.includes('exchang') || (claim.kind !== 'credit' && fit === 1) ? fit : 0;

/** A description that mentions an action counts only where no tool bears it in its name. */
function acts(action: Action, tool: ToolWords, tools: readonly Tool[]): number {
  const score = does(action, tool);
  return score === 1 || !isNamed(tools)(action) ? score : 0;
}

/** Actions whose tools are told by one word: who calls `refund_x` refunds. The others need a noun or a value besides. */
export const TELLING = new Set(['refund', 'credit', 'fee_waiver', 'discount', 'charge', 'payout', 'cancel', 'escalate', 'note', 'return', 'monitor']);

/** What is sent where goods go back: the system that takes the return in may send it. */
const INSTRUCTIONS = /\b(?:instructions|steps|labels?)\b/i;

/** What was ordered or exchanged is sent by others, later. */
const GOODS_SENT = /\bwill be (?:sent|shipped|delivered|dispatched)\b(?!.{0,120}\b(?:e-?mail|sms|text|confirmation|link|notification)\b)/i;

const speaksOf = once((claim: Claim) => ({
  ticket: /\b(?:ticket|case|conversation)\b/i.test(claim.quote),
  instructions: INSTRUCTIONS.test(claim.quote),
  goods: claim.kind !== 'credit' && GOODS_SENT.test(claim.quote),
}));

function isBeside(claim: Claim, tool: ToolWords): boolean {
  const { ticket, instructions, goods } = speaksOf(claim);
  if (ticket && ['escalate', 'status'].some((id) => does(actionOf(id)!, tool) === 1)) return true;
  if (instructions && does(actionOf('return')!, tool) === 1) return true;
  return goods && ['return', 'create'].some((id) => does(actionOf(id)!, tool) > 0);
}

const GENERIC = new Set(
  'two thre four fiv six step thing set chang request updat everyth process modifi modif detail action need follow way confirm apply appli mak account adjust accordingli requir submit ask do conversation session plac end here order start right away immediat sequenc action task'.split(
    ' ',
  ),
);

/** "All changes completed": names no deed of its own. */
export const isGeneric = once(
  (claim: Claim): boolean =>
    /^(?:update|create|other)$/.test(claim.action) &&
    claim.slots.ids.length + claim.slots.dates.length === 0 &&
    (claim.words.includes('accordingli') || claim.words.every((word) => GENERIC.has(word) || isLight(word) || /li$/.test(word))),
);

/** Where this is false, `scoreOf` comes to nothing for each of the tool's calls but those whose record tells of what is claimed. */
function isOpen(claim: Claim, { tool, named, act, verb, beside }: Bearing): boolean {
  if (tool.mapped || act > 0 || verb >= 0.8 || beside) return true;
  if (claim.kind === 'read') return tool.mode !== 'write' || tool.mayRead || !namesNothing(claim.slots);
  if (isGeneric(claim) || (claim.tells === 'value' && isLabel(claim))) return true;
  if (claim.verb === 'send' && named > 1) return true;
  if (claim.kind === 'communication') return does(actionOf('escalate')!, tool) === 1;
  return claim.kind === 'credit' ? mayMoveBeside(claim) : claim.kind === 'write' && verb > 0;
}
