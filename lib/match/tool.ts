/** What a tool can do, told by the words of its name (any convention) and of its description. */

import type { Action } from '../actions/action.ts';
import { hasKin, kin } from '../actions/families.ts';
import { actionOf, actions } from '../actions/index.ts';
import { contentWords, splitName, stem } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import { isLight } from '../claims/verbs.ts';
import type { Claim, Evidence, Tool, ToolCall, ToolMapping } from '../model.ts';
import { once, onceOfText } from './once.ts';

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
  /** Neither name nor description has a verb: `rent_ledger` may be read or written. */
  mayRead: boolean;
  /** Its name has a verb that tells the mode; else a write is assumed. */
  told: boolean;
  /** Its verbs say what it does and nothing else: `send_label` extends no deadline. `update_order` may do anything to an order. */
  specific: boolean;
  /** The words of its name that are no verb: `create_replacement_order` has `replacement`, `order`. */
  nouns: readonly string[];
  /** Actions that the team says it does, with the words of claims; absent where the tool speaks for itself. */
  mapped?: ReadonlyMap<string, ReadonlySet<string>>;
}

const READS = new Set(
  'get list search find look fetch check view read queri retriev verifi validat show describ inspect detail count lookup trac track history status brows preview'.split(
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

/** Verbs that as often name what is read: `fairplay_report`, `open_orders`, `line_test`. */
const AS_NOUN = new Set(
  'report text open test log trac track note call order record post status detail histori count inspect claim stat activ'.split(' '),
);

/** Verbs that may stand for any deed. */
const ANY_DEED = new Set('updat set creat put patch appli run execut process perform trigger submit manag handl modifi chang adjust edit'.split(' '));

/** A name's method tells the mode, and only `DELETE` what is done. */
const spoken = (name: string): string => name.replace(/^(?:GET|HEAD|POST|PUT|PATCH)\s/, '');

const cache = new Map<string, ToolWords>();

export const toolWords = once((tool: KnownTool): ToolWords => {
  const key = `${tool.name}\n${tool.description ?? ''}\n${tool.mapped ? JSON.stringify(tool.mapped) : ''}`;
  const known = cache.get(key);
  if (known) return known;
  const parts = splitName(spoken(tool.name)).map(stem);
  const name = new Set(parts);
  const verbs = parts.filter((part) => !READS.has(part) && (isVerb(part) || (SPECIFIC.has(part) && !NOUNS.has(part))));
  const own: ToolWords = {
    name,
    described: new Set(contentWords(tool.description ?? '')),
    mode: modeOf(tool, parts),
    told: parts.some(tellsMode),
    mayRead: !parts.some((part) => !AS_NOUN.has(part) && (tellsMode(part) || isVerb(part))) && !isVerb(contentWords(tool.description ?? '')[0] ?? ''),
    specific: verbs.length > 0 && !verbs.some((verb) => ANY_DEED.has(verb)),
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

/** Verbs that only read; `trace`, `status`, `history` may as well be what is written. */
const PLAIN_READS = new Set('get list search find look fetch check read queri retriev lookup view verifi validat inspect show describ'.split(' '));

const ENDS_READ = new Set('read show get list search find fetch queri retriev lookup view describ inspect quot preview estimat'.split(' '));
const ENDS_SEEN = new Set('detail overview histori last recent latest info'.split(' '));

const OF_THING = /^(?:the |all |an? |one )?[\p{L}-]{3,20} (?:(?:and|&) [\p{L}-]{3,20} )?(?:of|with|for|in) (?:the |an? |all )?[\p{L} -]{3,40}\.?$/iu;
/** A list that something is taken off; what lists is told by `list`. */
const IS_THING = /^(?:list|check|view|search)(?:s|es)$/i;

/** `waitingListMove`, `add_to_list`: what stands before a list that is a thing. */
const IS_LIST =
  /^(?:wait(?:ing)?|mail(?:ing)?|price|pick|pickup|up|white|black|allow|deny|block|guest|play|wish|watch|shopping|task|stop|to|from|the)$/i;

/** What is as often a thing as a reading. */
const PRICED = /^(?:quot|preview|estimat)$/;
const OF_QUOTE = new Set('recalculat requot updat accept approv declin reject send issu creat cancel revis withdraw'.split(' '));

/** Told by the method, else by the verbs of the name, else by how the description begins: "Look up a player". */
function modeOf({ name, description = '' }: KnownTool, all: readonly string[]): ToolWords['mode'] {
  // A meter's reading is a thing.
  const ofMeter = /reading/i.test(name);
  const things = new Set(
    splitName(name)
      .filter((word, at, words) => IS_THING.test(word) || (/^list$/i.test(word) && IS_LIST.test(words[at - 1] ?? '')))
      .map(stem),
  );
  const parts = all.filter(
    (part) => !(ofMeter && part === 'read') && !(things.has(part) && all.some((other) => WRITES.has(other) || (other !== part && hasKin(other)))),
  );
  if (/^(?:GET|HEAD)\s/.test(name)) return 'read';
  if (/^(?:POST|PUT|PATCH|DELETE)\s/.test(name)) return /search|query|lookup/i.test(name) ? 'read' : 'write';
  if (ofMeter && !parts.some((part) => WRITES.has(part) || hasKin(part))) return 'read';
  if (parts.length === 0 || (parts.length === 1 && ASIDE.has(parts[0]!))) return 'aside';
  // What is read stands before the verb: `booking.read`, `orders.show`.
  const [head = '', last = ''] = [parts[0], parts.at(-1)];
  // `approve_quote` writes, and so does `quote.recalculate`.
  if (parts.length > 1 && ENDS_READ.has(last) && !(PRICED.test(last) && (WRITES.has(head) || hasKin(head)))) return 'read';
  if (parts.length > 1 && PRICED.test(head) && !OF_QUOTE.has(last)) return 'read';
  if (ENDS_SEEN.has(last) && !parts.some((part) => WRITES.has(part) && part !== 'book')) return 'read';
  // A meter's `reading` is a thing.
  const writes = parts.some((part) => WRITES.has(part));
  const first = parts.find((part) => PLAIN_READS.has(part) || WRITES.has(part));
  if (first && PLAIN_READS.has(first) && !(first === 'read' && writes)) return 'read';
  if (writes) return parts.some((part) => /^(?:get|list|check|look|search|find|fetch)$/.test(part)) ? 'read' : 'write';
  const said = contentWords(description)[0];
  if (
    said !== undefined &&
    (PLAIN_READS.has(said) || /^(?:state|status|show|detail|current|describ|display)$/.test(said) || /^returns\b/i.test(description))
  )
    return 'read';
  if (said !== undefined && isVerb(said)) return 'write';
  // "Accounts of a member": a thing, and no word of what is done to it.
  if (
    said !== undefined &&
    !NOUNS.has(said) &&
    !SPECIFIC.has(said) &&
    OF_THING.test(description) &&
    !parts.some((part) => SPECIFIC.has(part) || isVerb(part))
  )
    return 'read';
  return parts.some((part) => READS.has(part)) && !parts.some((part) => (SPECIFIC.has(part) || isVerb(part)) && !READS.has(part)) ? 'read' : 'write';
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

/** The verbs of a claim: its head verb; where that says nothing ("upgrades *are complete*"), what else can only be one. */
const verbsOf = (claim: Claim): string[] =>
  claim.verb !== '' && (!isLight(claim.verb) || claim.kind === 'communication')
    ? [claim.verb]
    : [claim.verb, ...claim.words.filter((word, index) => index === 0 || isVerb(word))];

/** Verbs of so many descriptions ("Adds a note") that they say nothing without the name. */
const BROAD = new Set(['add', 'remov', 'send', 'giv', 'mov', 'order', 'log', 'record', 'open', 'ask']);

/** 1: the claim's verb, or one of its kin, is in the tool's name; 0: the name says something else; 0.8: it is in the description; 0.5: the tool may do anything. */
export const verbFit = (claim: Claim, tool: ToolWords): number => fitting(claim)(tool);

const fitting = once((claim: Claim) => {
  const verbs = verbsOf(claim).flatMap((verb) => [...kin(verb)]);
  return once((tool: ToolWords) => fitOf(claim, verbs, tool));
});

function fitOf(claim: Claim, verbs: readonly string[], tool: ToolWords): number {
  if (verbs.some((verb) => tool.name.has(verb))) return 1;
  if (!ANY_DEED.has(claim.verb) && !BROAD.has(claim.verb) && tool.described.has(claim.verb)) return 0.8;
  // "Is now in the name of" tells of no verb that another could contradict.
  if (claim.verb === '' && claim.action === 'other') return 0.5;
  if (tool.specific) return ANY_DEED.has(claim.verb) || isLight(claim.verb) ? 0.3 : 0;
  return verbs.some((verb) => tool.described.has(verb)) ? 0.8 : 0.5;
}

const sameVerb = (claim: Claim, tool: ToolWords): boolean => verbFit(claim, tool) === 1;

/** Stems that are as often nouns: "the order", "a record". They tell of a doing only as a claim's first word. */
const NOUNS = new Set(['order', 'record', 'request', 'top', 'lock', 'post', 'log', 'book', 'ask', 'get', 'allow', 'bar', 'schedul']);
const isVerb = (word: string): boolean => !NOUNS.has(word) && (WRITES.has(word) || hasKin(word));
/** Verbs that actions claim: a tool that has one in its name does that. */
const SPECIFIC = new Set(actions.flatMap((action) => [...action.verbs, ...action.tools.flat()]));

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
  const nouns = nounsOf(claim).filter((noun) => names(all, noun));
  return nouns.length > 0 && (sameVerb(claim, words) || (action !== undefined && does(action, words) > 0));
}

/** Words of the claim that are no verbs of its action. */
export const nounsOf = once((claim: Claim): readonly string[] => {
  const action = actionOf(claim.action);
  return claim.words.filter((word) => !action?.verbs.includes(word) && !WRITES.has(word));
});

export const toolOf = (call: ToolCall, tools: readonly Tool[]): KnownTool => byName(tools).get(call.name) ?? notListed(call.name);

/** The first of a name counts. */
const byName = once((tools: readonly Tool[]) => new Map(tools.toReversed().map((tool) => [tool.name, tool])));
const notListed = onceOfText((name): KnownTool => ({ name }));

/** Some tool bears the action in its name. */
export const isNamed = once((tools: readonly Tool[]) => once((action: Action) => tools.some((tool) => does(action, toolWords(tool)) === 1)));
