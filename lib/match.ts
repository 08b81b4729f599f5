/**
 * PAIR: which recorded calls may be what a claim tells of, best first. Names, descriptions and values decide; a read
 * never supports a write, and a call after the message does not count.
 */

import type { Action } from './actions/action.ts';
import { actionOf } from './actions/index.ts';
import { contentWords } from './actions/stem.ts';
import { names } from './actions/things.ts';
import { isLight } from './claims/verbs.ts';
import { isCharge, isTaken, moved } from './match/amounts.ts';
import { isAttributeOf, isLabel } from './match/attributes.ts';
import { isAbout, type Leaf, leaves, PLACE_KEY, recordOf } from './match/leaves.ts';
import { type Match, SURE } from './match/match.ts';
import { once } from './match/once.ts';
import { isError, type Outcome, outcomeOf } from './match/outcome.ts';
import { tells } from './match/tells.ts';
import { able, actionsOfTool, does, isMapped, isSideTool, nounsOf, type ToolWords, toolOf, toolWords, verbFit } from './match/tool.ts';
import { compare, type Values } from './match/values.ts';
import type { Claim, Evidence, Message, Tool, ToolCall } from './model.ts';

export type { Match };
export { SURE };

/** At and above: it may be it; below: it is not it. */
const UNSURE = 0.3;

/** How far the clocks of page and log may be apart, in milliseconds. */
const TOLERANCE = 5_000;

/** Was the call made before the message, or in the turn that wrote it? Times that are not known, or cannot be read, count as before. */
export function counts(call: ToolCall, message: Pick<Message, 'at'>): boolean {
  const { at } = timeOf(message);
  if (at === null) return true;
  const { from, to, began } = timesOf(call);
  return (from <= at && at <= to) || began === null || began <= at + TOLERANCE;
}

const timeOf = once(({ at }: Pick<Message, 'at'>) => ({ at: parsed(at) }));
const timesOf = once(({ turn, startedAt, endedAt }: ToolCall) => ({
  from: turn ? Date.parse(turn.from) : Number.NaN,
  to: turn ? Date.parse(turn.to) : Number.NaN,
  began: parsed(startedAt ?? endedAt),
}));
const parsed = (time: string | null): number | null => (time === null || Number.isNaN(Date.parse(time)) ? null : Date.parse(time));

/** Actions whose tools are told by one word: who calls `refund_x` refunds. The others need a noun or a value besides. */
const TELLING = new Set(['refund', 'credit', 'fee_waiver', 'discount', 'charge', 'payout', 'cancel', 'escalate', 'note', 'return', 'monitor']);
/** Verbs of so many tools that the same verb says nothing without its object. */
const COMMON = new Set('updat chang modifi add creat set adjust edit issu send generat open submit'.split(' '));
const GENERIC = new Set(
  'two thre four fiv six step thing set chang request updat everyth process modifi modif detail action need follow way confirm apply appli mak account adjust accordingli requir submit ask do conversation session plac end here order'.split(
    ' ',
  ),
);

export function pair(claim: Claim, message: Pick<Message, 'at'>, evidence: Evidence): Match[] {
  const { tools } = evidence.inventory;
  const best = Math.max(
    0,
    ...tools
      .map(toolWords)
      .filter((tool) => tool.mode === 'write' && verbFit(claim, tool) >= 0.5)
      .map((tool) => nounsIn(claim, tool.name)),
  );
  const matches: Match[] = [];
  evidence.calls.forEach((call) => {
    if (!counts(call, message)) return;
    const values = compare(claim, call, evidence.calls);
    const score = scoreOf(claim, call, evidence, values, best);
    if (score >= UNSURE) matches.push({ call, score, outcome: outcomeFor(claim, call, evidence.calls), values });
  });
  const order = new Map(evidence.calls.map((call, index) => [call, index]));
  const rank = (one: Match): number =>
    one.score + (one.outcome.is === 'done' ? 0.05 : 0) - (one.values.differ.length > 0 ? 0.2 : 0) + one.values.agree * 0.01;
  return matches.sort((a, b) => rank(b) - rank(a) || order.get(a.call)! - order.get(b.call)!);
}

/**
 * A task or an order may be `pending` by its nature once it is written, and is read all the same; so may a record that was pending before.
 * Money and messages that are pending have not gone.
 */
function outcomeFor(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): Outcome {
  const outcome = outcomeOf(call);
  // What a read gives back tells of the record, not of the reading.
  if (claim.kind === 'read' && call.status !== 'error' && outcome.is === 'failed' && !isError(call)) return { is: 'done' };
  if (outcome.is !== 'pending') return outcome;
  if (claim.kind === 'escalation' || isSoSaid(claim, outcome.words)) return { is: 'done' };
  const byNature = claim.kind === 'read' || (claim.kind === 'write' && /: (?:pending|scheduled|draft)$/i.test(outcome.words));
  return byNature || wasSo(call, outcome.words, calls) ? { is: 'done' } : outcome;
}

/** "Put *on hold*", and the record says `held`; "*submitted* the stop", and it waits for approval. */
const isSoSaid = (claim: Claim, words: string): boolean =>
  /^(?:submit|request|queu|fil|rais|initiat|start|schedul|order|log|releas|ask|lodg|propos)$/.test(claim.verb) ||
  contentWords(words).some((word) => claim.words.includes(word) || (word === 'hold' && claim.words.includes('held'))) ||
  /\bin (?:the|our) queue\b/i.test(claim.quote);

/** An earlier call had shown the record in the same state. */
function wasSo(call: ToolCall, words: string, calls: readonly ToolCall[]): boolean {
  const record = recordOf(call);
  if (record === undefined) return false;
  return calls.slice(0, calls.indexOf(call)).some((before) => {
    const state = outcomeOf(before);
    return state.is === 'pending' && state.words === words && isAbout(before, record);
  });
}

export const ableTools = (claim: Claim, tools: readonly Tool[]): string[] => tools.filter((tool) => able(claim, tool)).map((tool) => tool.name);

/** A description that mentions an action counts only where no tool bears it in its name. */
function acts(action: Action, tool: ToolWords, tools: readonly Tool[]): number {
  const score = does(action, tool);
  return score === 1 || !isNamed(tools)(action) ? score : 0;
}

/** Some tool bears the action in its name. */
const isNamed = once((tools: readonly Tool[]) => once((action: Action) => tools.some((tool) => does(action, toolWords(tool)) === 1)));

const nounsIn = (claim: Claim, words: ReadonlySet<string>): number => nounsOf(claim).filter((noun) => names(words, noun)).length;

function scoreOf(claim: Claim, call: ToolCall, evidence: Evidence, values: Values, best: number): number {
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
  return Math.min(1, 0.62 + (act === 1 ? 0.08 : 0) + Math.min(nouns, 3) * 0.05 + value);
}

const STATE_TOLD = /\b(?:status\b.{0,60}?\b(?:is|to|as|now)\b|marked (?:as|with)\b|updated to(?= ['"“‘]))[\s"':“”‘’\\]*([\p{L}][\p{L} _-]{2,40})/iu;

/** "The order's status has been updated to 'return requested'": the write gave the record back in that state. */
function showsState(claim: Claim, call: ToolCall): boolean {
  const told = claim.kind === 'write' ? STATE_TOLD.exec(claim.quote)?.[1] : undefined;
  if (told === undefined) return false;
  const state = contentWords(told.replace(/_/g, ' ')).join(' ');
  return leaves(call.result).some(
    (leaf) => /status|state/i.test(leaf.key) && contentWords(String(leaf.value).replace(/_/g, ' ')).join(' ') === state,
  );
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

/** Money is often moved by a call of another name: a booking charges, a cancellation or a return refunds. */
function sideEffect(claim: Claim, call: ToolCall, evidence: Evidence, values: Values): number {
  if (!/^(?:refund|charge|credit)$/.test(claim.action)) return 0;
  const action = actionOf(claim.action)!;
  const ownTool = isNamed(evidence.inventory.tools)(action);
  const sums = moved(call, evidence.calls).filter((amount) => !isCharge(claim) || isTaken(amount));
  const tool = toolWords(toolOf(call, evidence.inventory.tools));
  if (tool.name.has('approv') || (tool.mayRead && actionsOfTool(tool).length === 0)) return 0;
  const follows = claim.action === 'refund' && ['cancel', 'return'].some((id) => does(actionOf(id)!, tool) === 1);
  if (sums.length === 0 && !follows) return 0;
  const back =
    follows ||
    sums.some((amount) => amount.raw < 0 || /refund/i.test(amount.key)) ||
    leaves(call.result).some((leaf) => /refund/i.test(String(leaf.value)));
  if (claim.action === 'refund' && claim.slots.money.length === 0 && !back) return 0;
  if (claim.slots.money.length > 0 && values.agree > 0) return 0.65;
  return ownTool ? 0.5 : 0.61;
}

/** Says of no place in particular. */
const ANYBODY = new Set(
  'person human agent colleagu specialist team member someon somebodi staff people expert representativ real live support'.split(' '),
);

/** The handoff names a place, and it shares no word with the place that the claim names. */
function elsewhere(claim: Claim, call: ToolCall): boolean {
  const { destination } = claim.slots;
  if (destination === undefined) return false;
  const places = [...leaves(call.arguments), ...leaves(call.result)].filter(
    (leaf) => typeof leaf.value === 'string' && PLACE_KEY.test(leaf.key) && /\p{L}{3}/u.test(leaf.value) && !/\d/.test(leaf.value),
  );
  const wanted = contentWords(destination).filter((word) => !ANYBODY.has(word));
  return (
    places.length > 0 &&
    wanted.length > 0 &&
    !places.some((leaf) => contentWords(String(leaf.value).replace(/[-_]/g, ' ')).some((word) => wanted.includes(word)))
  );
}

const isGeneric = (claim: Claim): boolean =>
  /^(?:update|create|other)$/.test(claim.action) &&
  claim.slots.ids.length === 0 &&
  (claim.words.includes('accordingli') || claim.words.every((word) => GENERIC.has(word) || isLight(word) || /li$/.test(word)));

/** Words for whose record it is: "located your account" is what `find_user_by_email` does. */
const WHOSE = new Set('account profil ident user customer member contact person patient client'.split(' '));

function readScore(claim: Claim, call: ToolCall, tool: ToolWords, nouns: number, values: Values, said: ReadonlySet<string>): number {
  const { system } = claim.slots;
  if (system) {
    const known = [...tool.name, ...tool.described, ...said, ...wordsIn(call.result)];
    if (!contentWords(system).some((word) => known.includes(word))) return 0;
  }
  const found = wordsIn(call.result);
  const inResult = nounsOf(claim).some((noun) => found.has(noun));
  const verb = claim.words.some((word) => tool.name.has(word));
  if (tool.mode === 'write' && !tool.mayRead) return nouns > 0 && values.agree > 0 ? 0.4 : 0;
  const whose = claim.words.some((word) => WHOSE.has(word)) && [...tool.name].some((word) => WHOSE.has(word));
  if (whose || nouns > 0 || values.agree > 0 || verb || system)
    return Math.min(1, 0.65 + Math.min(nouns, 3) * 0.06 + Math.min(values.agree, 2) * 0.08 + (verb ? 0.05 : 0));
  return inResult ? 0.61 : 0.4;
}

const wordsIn = (json: ToolCall['arguments']): ReadonlySet<string> => wordsOf(leaves(json));

const wordsOf = once(
  (all: readonly Leaf[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((leaf) =>
        contentWords(`${leaf.key.replace(/[_.]/g, ' ')} ${typeof leaf.value === 'string' ? leaf.value.replace(/_/g, ' ').slice(0, 2000) : ''}`),
      ),
    ),
);
