/** By what a reader would recognise a recorded call in prose: its deed, its things, the words and values that it was given. */
import { hasKin, kin } from '../../actions/families.ts';
import { contentWords, splitName, stem } from '../../actions/stem.ts';
import { alike } from '../../actions/things.ts';
import { isLight } from '../../claims/verbs.ts';
import { type Leaf, leaves } from '../../match/leaves.ts';
import { once } from '../../match/once.ts';
import { type KnownTool, toolOf, toolWords } from '../../match/tool.ts';
import type { Evidence, ToolCall } from '../../model.ts';
import { recordsShown } from './records.ts';
import { amountTokens, type Token, tokensOfLeaf } from './tokens.ts';

/** Tokens of sentences, by how much they tell. */
export interface Marks {
  /** Verbs that tell of this and little else, nouns of the tool's name. */
  strong: ReadonlySet<string>;
  /** Verbs of any doing, and nouns of any ticket: one of each tells, one alone does not. */
  light: ReadonlySet<string>;
  common: ReadonlySet<string>;
  /** Words that it was given: "Mainz", "express". */
  details: Set<string>;
  /** Amounts, ids, dates, times. */
  values: Set<string>;
}

/** Nouns of so many tools that naming them tells of none. */
const COMMON = new Set(
  'order account custom customer user ticket case item bill invoic payment card servic record request detail data info v1 v2 api new id status admin team support mcp tool system member client pay contact profil line reserv'.split(
    ' ',
  ),
);
const ANY_DEED = new Set(
  'updat set creat put patch appli run execut process perform trigger submit manag handl modifi chang adjust edit add issu send post mak do get open us tak start record'.split(
    ' ',
  ),
);
/** Light verbs that are deeds of their own in a tool's name. */
const SAYS = new Set('releas attach approv accept book arrang sort activ mov'.split(' '));

/** Words of names that tell nothing. */
const IDLE_WORDS = new Set('from to in on for of by with and the v1 v2 api id new mcp'.split(' '));

/** Words of arguments that any message has. */
const IDLE = new Set(
  'book booking reservation subscription member true false null yes none default standard request customer custom support agent system email mail manual auto user ticket type name value data code order item number note text account polici day month year service amount currency reason scope mode kind option state level start from until date time quantity qty days months target priority channel template list email phone address price total units unit to reference ref delta action topic notes comment summary subject description'
    .split(' ')
    .map(stem),
);

const isIdle = (word: string): boolean => IDLE.has(word) || [...alike(word)].some((one) => one === 'customer');

/**
 * @param among several of the same tool: told apart by what each was given, and by what earlier reads tell of that. What a result repeats of the
 * whole record tells them apart no more.
 */
export function marksOf(call: ToolCall, evidence: Evidence, among: boolean): Marks {
  const marks: Marks = { ...marksOfTool(toolOf(call, evidence.inventory.tools)), details: new Set(), values: new Set(amountTokens(call)) };
  const given = leaves(call.arguments);
  for (const leaf of [...given, ...given.flatMap((one) => recordsShown(one, call, evidence))]) addGiven(marks, leaf);
  for (const token of tokensShown(call)) if (!among || isName(token)) marks.values.add(token);
  return marks;
}

/** The values that a call was given, and those that it gave back. */
export const tokensGiven = once((call: ToolCall): readonly Token[] => leaves(call.arguments).flatMap(tokensOfLeaf));
export const tokensShown = once((call: ToolCall): readonly Token[] => leaves(call.result).flatMap(tokensOfLeaf));

const marksOfTool = once((tool: KnownTool): Pick<Marks, 'strong' | 'light' | 'common'> => {
  const marks = { strong: new Set<string>(), light: new Set<string>(), common: new Set<string>() };
  for (const word of ownWords(tool)) {
    const into = COMMON.has(word) ? marks.common : ANY_DEED.has(word) || (isLight(word) && !SAYS.has(word)) ? marks.light : marks.strong;
    for (const one of hasKin(word) ? kin(word) : alike(word)) (ANY_DEED.has(one) ? marks.light : into).add(one);
    into.add(word);
  }
  return marks;
});

/** The words of the tool's name, without the place holders of a path; those of its description where the name is a code. */
function ownWords(tool: KnownTool): string[] {
  const named = splitName(tool.name.replace(/\{[^}]{0,60}\}/g, ' ')).map((part) => (/^bookings?$/i.test(part) ? 'reserv' : stem(part)));
  const { name, described } = toolWords(tool);
  const words = named.some((word) => word.length > 3 || hasKin(word)) ? named.filter((word) => name.has(word) || word === 'reserv') : [...described];
  return words.filter((word) => word.length > 1 && !IDLE_WORDS.has(word));
}

function addGiven({ details, values }: Marks, leaf: Leaf): void {
  for (const token of tokensOfLeaf(leaf)) values.add(token);
  const { key, value } = leaf;
  const text = typeof value === 'boolean' ? key : typeof value === 'string' && value.length < 300 ? value : '';
  for (const word of splitName(text).flatMap(contentWords)) if (word.length > 2 && !isIdle(word)) for (const one of alike(word)) details.add(one);
  if (typeof value !== 'boolean' && /^[a-z]{4,}$/.test(key) && !isIdle(stem(key))) for (const one of alike(stem(key))) details.add(one);
  // An id is of a thing: `claimId`.
  const named = /^([a-z]{4,})(?:_?[Ii][Dd]|_?[Nn]o)$/.exec(key)?.[1];
  if (named !== undefined && !isIdle(stem(named)) && !COMMON.has(stem(named))) details.add(stem(named));
  // A small number is told with its thing: "4 bottles".
  if (typeof value === 'number' && Math.abs(value) < 10) for (const word of splitName(key)) values.add(`${value} ${stem(word)}`);
}

/** An id with a letter, an address, an amount to the cent: what a write gives back is its own, where it is no count. */
const isName = (token: string): boolean => /^(?:id:.*\p{L}|to:|is:\d+\.\d)/u.test(token);
