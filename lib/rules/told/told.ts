/** Which of a ticket's writes its messages tell of. */

import { put } from '../../match/put.ts';
import { counts, type Match, SURE } from '../../match.ts';
import type { Claim, Evidence, Message, ToolCall } from '../../model.ts';
import { isWrite } from '../writes.ts';
import { covers, exceeds, type Hits, hitsIn } from './hits.ts';
import { tokensShown } from './marks.ts';
import { requests, saysDone, type Telling, tellings } from './sentences.ts';
import { isSibling, totalOf, type Written, written } from './written.ts';

export interface Told {
  claim: Claim;
  matches: readonly Match[];
}

/** What is known of a ticket besides the sentence that is read. */
interface Known {
  hits: (telling: Telling) => readonly Hits[];
  /** Values that readings showed. */
  shown: ReadonlySet<string>;
  /** Calls that a claim is surely about. */
  surely: ReadonlySet<ToolCall>;
}

/** Everything that tells: the team's sentences, and what the customer asked for where the answer is "Done." */
function allTellings(messages: readonly Message[]): Map<Telling, Message[]> {
  const all = new Map<Telling, Message[]>();
  messages.forEach((message, index) => {
    if (message.author.kind === 'customer') return;
    const asked = saysDone(message.text) ? messages.slice(0, index).findLast((one) => one.author.kind === 'customer') : undefined;
    for (const telling of [...tellings(message.text), ...(asked ? requests(asked.text) : [])]) put(all, telling, message);
  });
  return all;
}

/** The sentences that tell of a write, and whether one of them names what was given to it and to none of its siblings. */
interface By {
  tellings: Telling[];
  alone: boolean;
}

/**
 * Ids of the successful writes that are told: by a sentence that has their deed, their thing, or words and values that are theirs alone, and that
 * no other write explains better. "Your plan is cancelled" tells of `cancel_plan`, and not of `cancel_addon`. Of several calls of one tool, those
 * whose own values stand nowhere are not told where another's do.
 */
export function toldWrites(messages: readonly Message[], told: readonly Told[], evidence: Evidence): Set<string> {
  const all = written(evidence);
  const known: Known = {
    hits: hitsIn(all),
    shown: new Set(evidence.calls.filter((call) => !isWrite(call, evidence)).flatMap(tokensShown)),
    surely: new Set(told.flatMap((one) => best(one))),
  };
  const by = new Map(all.map((one): [Written, By] => [one, { tellings: [], alone: false }]));
  for (const [telling, said] of allTellings(messages)) {
    for (const hits of known.hits(telling)) {
      for (const one of toldIn(telling, hits, known)) {
        // A list of ids, before one of them was dealt with, tells nothing of that.
        if (hits.strong + hits.weak === 0 && !said.some((message) => counts(one.call, message))) continue;
        const told = by.get(one)!;
        told.tellings.push(telling);
        told.alone ||= isToldAlone(telling, hits, one, known);
      }
    }
  }
  const claims = claimsOf(told);
  const found = all.filter((one) => {
    const { tellings, alone } = by.get(one)!;
    const other = !alone && one.ofTool.some((other) => by.get(other)!.alone && isSibling(one, other));
    if (other && !tellings.some(({ plural, tokens }) => plural || tokens.has(totalOf(one)))) return false;
    return tellings.length > 0 || (claims.get(one.call) ?? []).some((claim) => isClaimed(one, claim, known));
  });
  return new Set(found.map((one) => one.call.id));
}

/** The writes of these hits that the sentence tells of. */
function toldIn(telling: Telling, hits: Hits, known: Known): readonly Written[] {
  const others = known.hits(telling);
  const larger = others.filter((other) => exceeds(other, hits));
  const asLarge = hits.given.length > 0 ? [] : others.filter((other) => covers(other, hits));
  return hits.writes.filter((one) => {
    if (!isEnough(telling, hits, one, known) || explainsBetter(telling, larger, one)) return false;
    // A word that two tools have in their names tells of the one that a claim is surely about.
    const tied = () => asLarge.some(({ writes }) => writes[0]!.ofTool !== one.ofTool && writes.some((other) => known.surely.has(other.call)));
    return hits.given.length > 0 || known.surely.has(one.call) || !tied();
  });
}

/** A day or a time is of many things at once. */
const isWhen = (token: string): boolean => /^(?:on|at):/.test(token);

function isEnough(telling: Telling, { strong, weak, given }: Hits, one: Written, { shown, surely }: Known): boolean {
  const own = given.filter((token) => one.own.has(token));
  // A reading is told with the values that it showed: a write beside it, by more than that.
  if (telling.reads) return own.some((token) => /^(?:is|id|to):/.test(token) && !shown.has(token)) || surely.has(one.call);
  return strong > 0 || weak > 1 || own.some((token) => !isWhen(token)) || own.length > 1 || (weak > 0 && own.length > 0);
}

const explainsBetter = (telling: Telling, larger: readonly Hits[], one: Written): boolean =>
  larger.some(({ writes }) => writes.some((other) => other.deed !== one.deed && !(telling.plural && other.ofTool === one.ofTool)));

/** It was given something that the sentence names, and none of its siblings as much. */
const isToldAlone = (telling: Telling, hits: Hits, one: Written, known: Known): boolean =>
  hits.given.length > 0 &&
  !known
    .hits(telling)
    .some((other) => other.writes[0]!.ofTool === one.ofTool && covers(other, hits) && other.writes.some((two) => isSibling(one, two)));

/** The calls that a claim is surely about, and about none more surely. */
function best({ claim, matches }: Told): ToolCall[] {
  if (claim.status === 'denied' || claim.kind === 'read') return [];
  const most = Math.max(SURE, ...matches.map((match) => match.score));
  return matches.filter((match) => match.score >= most - 0.001).map((match) => match.call);
}

/** Call -> the claims that are surely about it. */
function claimsOf(told: readonly Told[]): ReadonlyMap<ToolCall, readonly Claim[]> {
  const claims = new Map<ToolCall, Claim[]>();
  for (const one of told) for (const call of best(one)) put(claims, call, one.claim);
  return claims;
}

/** In the claim's words no other write is told more. */
function isClaimed(one: Written, claim: Claim, known: Known): boolean {
  const telling = tellings(claim.quote)[0];
  const hits = telling && known.hits(telling).find(({ writes }) => writes.includes(one));
  if (!telling || !hits) return false;
  const isEnough = hits.strong > 0 || hits.given.length > 0 || one.marks.strong.size === 0;
  const larger = known.hits(telling).filter((other) => exceeds(other, hits));
  return isEnough && !explainsBetter(telling, larger, one);
}
