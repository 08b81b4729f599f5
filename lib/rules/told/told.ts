/** Which of a ticket's writes its messages tell of. */

import { amountsOf } from '../../match/amounts.ts';
import { leaves } from '../../match/leaves.ts';
import { type Match, SURE } from '../../match.ts';
import type { Claim, Evidence, Message, ToolCall } from '../../model.ts';
import { isKnownWrite, isSide, isWrite, sameWrite, succeeded } from '../writes.ts';
import { type Marks, marksOf } from './marks.ts';
import { requests, saysDone, type Telling, tellings } from './sentences.ts';
import { tokensOfLeaf } from './tokens.ts';

/** What a sentence and a call have in common. */
interface Hits {
  all: Set<string>;
  strong: number;
  weak: number;
  /** Words and values that it was given. */
  given: string[];
}

interface Written {
  call: ToolCall;
  marks: Marks;
  /** Words and values that no other write was given. */
  own: ReadonlySet<string>;
  siblings: Written[];
  /** What it and its siblings come to: "$1,165" for three charges. */
  total: string;
}

export interface Told {
  claim: Claim;
  matches: readonly Match[];
}

/** Everything that tells: the team's sentences, and what the customer asked for where the answer is "Done." */
function allTellings(messages: readonly Message[]): Telling[] {
  return messages.flatMap((message, index) => {
    if (message.author.kind === 'customer') return [];
    const asked = saysDone(message.text) ? messages.slice(0, index).findLast((one) => one.author.kind === 'customer') : undefined;
    return [...tellings(message.text), ...(asked ? requests(asked.text) : [])];
  });
}

const common = (marks: Iterable<string>, { tokens }: Telling): string[] => [...marks].filter((mark) => tokens.has(mark));

function hitsOf({ marks }: Written, telling: Telling): Hits {
  const strong = common(marks.strong, telling);
  const light = common(marks.light, telling);
  const things = common(marks.common, telling);
  const given = [...common(marks.details, telling), ...common(marks.values, telling)];
  return { all: new Set([...strong, ...light, ...things, ...given]), strong: strong.length, weak: things.length + (light.length > 0 ? 1 : 0), given };
}

/**
 * Ids of the successful writes that are told: by a sentence that has their deed, their thing, or words and values that are theirs alone, and that
 * no other write explains better. "Your plan is cancelled" tells of `cancel_plan`, and not of `cancel_addon`. Of several calls of one tool, those
 * whose own values stand nowhere are not told where another's do.
 */
export function toldWrites(messages: readonly Message[], told: readonly Told[], evidence: Evidence): Set<string> {
  const all = written(evidence);
  const sentences = allTellings(messages);
  const shown = new Set(evidence.calls.filter((call) => !isWrite(call, evidence)).flatMap((call) => leaves(call.result).flatMap(tokensOfLeaf)));
  const surely = new Set(told.flatMap((one) => best(one)));
  const byWords = new Map(all.map((one) => [one, sentences.filter((telling) => tells(telling, one, all, shown, surely))]));
  const isOwn = (one: Written) => byWords.get(one)!.some((telling) => isAlone(telling, one));
  const found = all.filter((one) => {
    const by = byWords.get(one)!;
    if (one.siblings.some(isOwn) && !isOwn(one) && !by.some(({ plural, tokens }) => plural || tokens.has(one.total))) return false;
    return by.length > 0 || claimed(one, told, all);
  });
  return new Set(found.map((one) => one.call.id));
}

export function written(evidence: Evidence): Written[] {
  const calls = evidence.calls.filter((call) => isWrite(call, evidence) && !isSide(call, evidence) && succeeded(call));
  const isSibling = (a: ToolCall, b: ToolCall) => a !== b && a.name === b.name && !sameWrite(a, b);
  const all = calls.map((call) => {
    const marks = marksOf(
      call,
      evidence,
      calls.some((other) => isSibling(call, other)),
    );
    return { call, marks, given: [...marks.details, ...marks.values] };
  });
  const made = all.map(({ call, marks, given }): Written => {
    const others = all.filter((other) => other.call !== call && isKnownWrite(other.call, evidence) && !sameWrite(call, other.call));
    const asked = new Set(evidence.calls.flatMap((other) => (other === call ? [] : leaves(other.arguments).flatMap(tokensOfLeaf).filter(isName))));
    const own = new Set(
      given.filter((token) => !asked.has(token) && !others.some((other) => other.marks.details.has(token) || other.marks.values.has(token))),
    );
    return { call, marks, own, siblings: [], total: '' };
  });
  for (const one of made) {
    one.siblings = made.filter((other) => isSibling(one.call, other.call));
    one.total = totalOf([one, ...one.siblings].map(({ call }) => call));
  }
  return made;
}

/** What names a record or a person: every call about it is given it. */
const isName = (token: string): boolean => /^(?:id|to):/.test(token);

const totalOf = (calls: readonly ToolCall[]): string => {
  const amounts = calls.map(
    (call) =>
      amountsOf(call)
        .find(({ from }) => from === 'arguments')
        ?.values.at(-1) ?? Number.NaN,
  );
  return `is:${Math.round(amounts.reduce((a, b) => a + b, 0) * 100) / 100}`;
};

const isSuperset = (larger: ReadonlySet<string>, smaller: ReadonlySet<string>): boolean =>
  larger.size > smaller.size && [...smaller].every((one) => larger.has(one));

const explainsBetter = (telling: Telling, hits: Hits, one: Written, all: readonly Written[]): boolean =>
  all.some(
    (other) =>
      other !== one &&
      !sameWrite(one.call, other.call) &&
      isSuperset(hitsOf(other, telling).all, hits.all) &&
      !(telling.plural && other.call.name === one.call.name),
  );

/** It was given something that the sentence names, and none of its siblings as much. */
function isAlone(telling: Telling, one: Written): boolean {
  const hits = hitsOf(one, telling);
  return hits.given.length > 0 && !one.siblings.some((other) => [...hits.all].every((token) => hitsOf(other, telling).all.has(token)));
}

/** A day or a time is of many things at once. */
const isWhen = (token: string): boolean => /^(?:on|at):/.test(token);

function tells(telling: Telling, one: Written, all: readonly Written[], shown: ReadonlySet<string>, surely: ReadonlySet<ToolCall>): boolean {
  const hits = hitsOf(one, telling);
  if (hits.all.size === 0) return false;
  const own = hits.given.filter((token) => one.own.has(token));
  // A reading is told with the values that it showed: a write beside it, by more than that.
  const enough = telling.reads
    ? own.some((token) => /^(?:is|id|to):/.test(token) && !shown.has(token)) || surely.has(one.call)
    : hits.strong > 0 || hits.weak > 1 || own.some((token) => !isWhen(token)) || own.length > 1 || (hits.weak > 0 && own.length > 0);
  if (!enough || explainsBetter(telling, hits, one, all)) return false;
  // A word that two tools have in their names tells of the one that a claim is surely about.
  const tied = (other: Written) =>
    other.call.name !== one.call.name && surely.has(other.call) && [...hits.all].every((token) => hitsOf(other, telling).all.has(token));
  return hits.given.length > 0 || surely.has(one.call) || !all.some(tied);
}

/** The calls that a claim is surely about, and about none more surely. */
function best({ claim, matches }: Told): ToolCall[] {
  if (claim.status === 'denied' || claim.kind === 'read') return [];
  const most = Math.max(SURE, ...matches.map((match) => match.score));
  return matches.filter((match) => match.score >= most - 0.001).map((match) => match.call);
}

/** By a claim that is about it, in whose words no other write is told more. */
function claimed(one: Written, told: readonly Told[], all: readonly Written[]): boolean {
  return told.some((by) => {
    if (!best(by).includes(one.call)) return false;
    const telling = tellings(by.claim.quote)[0];
    if (!telling) return false;
    const hits = hitsOf(one, telling);
    const enough = hits.strong > 0 || hits.given.length > 0 || (hits.all.size > 0 && one.marks.strong.size === 0);
    return enough && !explainsBetter(telling, hits, one, all);
  });
}
