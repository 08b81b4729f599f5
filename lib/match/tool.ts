/** What a tool can do, told by the words of its name (any convention) and of its description. */

import type { Action } from '../actions/action.ts';
import { kin } from '../actions/families.ts';
import { actionOf, actions } from '../actions/index.ts';
import { contentWords, splitName, stem } from '../actions/stem.ts';
import type { Claim, Evidence, Tool, ToolCall, ToolMapping } from '../model.ts';
import { once } from './once.ts';

/** A tool with the team's word on it, where there is one: it decides over name and description. */
export interface KnownTool extends Pick<Tool, 'name' | 'description'> {
  mapped?: readonly ToolMapping[];
}

/** The evidence with the team's mappings on its tools. A mapped tool that was called counts as known, and the inventory is as complete as it was. */
export function withMappings(evidence: Evidence, mappings: readonly ToolMapping[]): Evidence {
  if (mappings.length === 0) return evidence;
  const byTool = Map.groupBy(mappings, (mapping) => mapping.tool);
  const { tools } = evidence.inventory;
  const called = new Set(evidence.calls.map((call) => call.name));
  const missing = [...byTool.keys()].filter((name) => called.has(name) && !tools.some((tool) => tool.name === name));
  const all = [...tools, ...missing.map((name): Tool => ({ name }))];
  const known = all.map((tool): KnownTool => {
    const mapped = byTool.get(tool.name);
    return mapped ? { ...tool, mapped } : tool;
  });
  return { ...evidence, inventory: { ...evidence.inventory, tools: known } };
}

export interface ToolWords {
  name: ReadonlySet<string>;
  described: ReadonlySet<string>;
  /** `aside`: thinking and calculating do nothing outside, and a call without a name tells nothing. */
  mode: 'read' | 'write' | 'aside';
  /** Its name has a verb that tells the mode; else a write is assumed. */
  told: boolean;
  /** The words of its name that are no verb: `create_replacement_order` has `replacement`, `order`. */
  nouns: readonly string[];
  /** Actions that the team says it does, with the words of claims; absent where the tool speaks for itself. */
  mapped?: ReadonlyMap<string, ReadonlySet<string>>;
}

const READS = new Set(
  'get list search find look fetch check view read queri retriev verifi validat show describ inspect detail count lookup trac history status brows preview'.split(
    ' ',
  ),
);
const WRITES = new Set(
  'updat creat delet cancel issu send set add remov modifi book post put patch submit assign transfer rout reset restor enabl disabl suspend resum escalat open clos refund grant rotat replai adjust waiv exchang merg appli reissu reassign'.split(
    ' ',
  ),
);
const ASIDE = new Set(['think', 'calculat', 'plan', 'reflect', 'calculator', 'reason']);

const tellsMode = (part: string): boolean => READS.has(part) || WRITES.has(part);

const cache = new Map<string, ToolWords>();

export const toolWords = once((tool: KnownTool): ToolWords => {
  const key = `${tool.name}\n${tool.description ?? ''}\n${tool.mapped ? JSON.stringify(tool.mapped) : ''}`;
  const known = cache.get(key);
  if (known) return known;
  const parts = splitName(tool.name).map(stem);
  const name = new Set(parts);
  const own: ToolWords = {
    name,
    described: new Set(contentWords(tool.description ?? '')),
    mode: modeOf(tool.name, parts),
    told: parts.some(tellsMode),
    nouns: parts.filter((part) => !tellsMode(part)),
  };
  const made = tool.mapped ? asMapped(own, tool.mapped) : own;
  if (cache.size > 2000) cache.clear();
  cache.set(key, made);
  return made;
});

function asMapped(own: ToolWords, mappings: readonly ToolMapping[]): ToolWords {
  const mapped = new Map(mappings.filter(({ action }) => action !== 'nothing').map(({ action, words }) => [action, new Set(words)]));
  const reads = [...mapped.keys()].every((action) => actionOf(action)?.kind === 'read');
  const described = new Set([...own.described, ...[...mapped.values()].flatMap((words) => [...words])]);
  return { ...own, described, mapped, mode: mapped.size === 0 ? 'aside' : reads ? 'read' : 'write', told: true };
}

/** The team says that this tool does what is claimed. */
export function isMapped(claim: Claim, { mapped }: ToolWords): boolean {
  const words = mapped?.get(claim.action);
  // A named system must be one that the tool was said to reach.
  if (words && claim.slots.system && !contentWords(claim.slots.system).some((word) => words.has(word))) return false;
  return words !== undefined && (words.size === 0 || claim.words.some((word) => words.has(word)));
}

function modeOf(written: string, parts: readonly string[]): ToolWords['mode'] {
  if (/^(?:GET|HEAD)\s/.test(written)) return 'read';
  if (/^(?:POST|PUT|PATCH|DELETE)\s/.test(written)) return /search|query|lookup/i.test(written) ? 'read' : 'write';
  if (parts.length === 0 || (parts.length === 1 && ASIDE.has(parts[0]!))) return 'aside';
  const first = parts.find((part) => READS.has(part) || WRITES.has(part));
  if (first === 'status' || (first && WRITES.has(first)))
    return parts.some((part) => part === 'get' || part === 'list' || part === 'check' || part === 'look') ? 'read' : 'write';
  return first ? 'read' : 'write';
}

const has = (words: ReadonlySet<string>, wanted: readonly string[]): boolean => wanted.every((word) => words.has(word));

/** 1: the name says that it does the action; 0.6: the description does; 0: neither, or the name rules it out. */
export const does = (action: Action, tool: ToolWords): number => doing(tool)(action);

const doing = once((tool: ToolWords) => once((action: Action) => degree(action, tool)));

function degree(action: Action, tool: ToolWords): number {
  if (tool.mapped) return tool.mapped.has(action.id) ? 1 : 0;
  if (action.kind === 'read' ? tool.mode !== 'read' : tool.mode !== 'write') return 0;
  if (action.notTools?.some((word) => tool.name.has(word)) || (action.kind === 'credit' && tool.name.has('approv'))) return 0;
  if (action.tools.some((way) => has(tool.name, way))) return 1;
  const both = new Set([...tool.name, ...tool.described]);
  return action.tools.some((way) => has(both, way)) ? 0.6 : 0;
}

/** Ids of the actions that a tool does by its name; by its description where the name tells none. */
export const actionsOfTool = once((tool: ToolWords): readonly string[] => {
  if (tool.mode !== 'write') return [];
  const scored = actions.map((action) => ({ id: action.id, score: does(action, tool) })).filter((one) => one.score > 0);
  const named = scored.filter((one) => one.score === 1);
  return (named.length > 0 ? named : scored).map((one) => one.id);
});

const SIDE = new Set(['note', 'message', 'status', 'escalate']);

/** Notes, messages, tags, status and handoffs: kept apart from what changes a customer's affairs. */
export const isSideTool = once(
  (tool: ToolWords): boolean => actionsOfTool(tool).some((id) => SIDE.has(id)) || ['macro', 'approv', 'tag'].some((word) => tool.name.has(word)),
);

/** Same verb, or one of its kin, in the tool's name. */
export const sameVerb = (claim: Claim, tool: ToolWords): boolean => {
  const verbs = verbsOf(claim);
  for (const word of tool.name) if (verbs.has(word)) return true;
  return false;
};

/** The claim's verbs and their kin. */
const verbsOf = once((claim: Claim) => new Set(claim.words.filter((word, index) => index === 0 || isVerb(word)).flatMap((word) => [...kin(word)])));

/** Stems that are as often nouns: "the order", "a record". They tell of a doing only as a claim's first word. */
const NOUNS = new Set(['order', 'record', 'request', 'top', 'lock', 'post', 'log', 'book', 'ask', 'get', 'allow', 'bar', 'schedul']);
const isVerb = (word: string): boolean => !NOUNS.has(word) && (WRITES.has(word) || kin(word).size > 1);

/** May the tool do what is claimed? Asked of the inventory where nothing was called. */
export function able(claim: Claim, tool: Tool): boolean {
  const words = toolWords(tool);
  if (words.mapped) return isMapped(claim, words);
  const all = new Set([...words.name, ...words.described]);
  if (claim.slots.system && !contentWords(claim.slots.system).some((word) => all.has(word))) return false;
  const action = actionOf(claim.action);
  if (claim.kind === 'read') return words.mode === 'read';
  if (words.mode !== 'write') return false;
  const broad = action === undefined || action.id === 'update' || action.id === 'create';
  if (action && !broad) return does(action, words) > 0;
  if (action && nounsOf(claim).length === 0) return sameVerb(claim, words) && does(action, words) > 0;
  const nouns = nounsOf(claim).filter((noun) => all.has(noun));
  return nouns.length > 0 && (sameVerb(claim, words) || (action !== undefined && does(action, words) > 0));
}

/** Words of the claim that are no verbs of its action. */
export const nounsOf = once((claim: Claim): readonly string[] => {
  const action = actionOf(claim.action);
  return claim.words.filter((word) => !action?.verbs.includes(word) && !WRITES.has(word));
});

export const toolOf = (call: ToolCall, tools: readonly Tool[]): KnownTool => byName(tools).get(call.name) ?? notListed(call);

/** The first of a name counts. */
const byName = once((tools: readonly Tool[]) => new Map(tools.toReversed().map((tool) => [tool.name, tool])));
const notListed = once((call: ToolCall): KnownTool => ({ name: call.name }));
