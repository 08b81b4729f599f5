/** What tells how things are is a claim only where it is more than a reading of the record. */
import { contentWords, splitName, stem } from '../actions/stem.ts';
import { dates } from '../claims/dates.ts';
import type { Claim, Evidence, Message, ToolCall } from '../model.ts';
import { isLabel } from './attributes.ts';
import { leaves } from './leaves.ts';
import { type Match, SURE } from './match.ts';
import { dayOfYear, recordedOf } from './recorded.ts';
import { nounsOf, toolOf, toolWords } from './tool.ts';

/**
 * A `value` is claimed where a write is surely about it. A `state` is claimed unless no write may be it and a read had shown the state: "your
 * line is suspended", said of what was looked up, claims nothing. @param before the messages before the claim's own.
 */
export function isTold(claim: Claim, matches: readonly Match[], evidence: Evidence, before: readonly Message[]): boolean {
  if (claim.tells === undefined || claim.kind === 'read') return true;
  const sure = matches.find((match) => match.score >= SURE && (claim.tells === 'state' || match.outcome.is !== 'pending'));
  // "It was sent to your old address", as a reading shows, tells nothing of the one that waits now.
  if (sure && sure.outcome.is === 'pending' && isShown(claim, evidence)) return false;
  if (sure) return claim.tells === 'state' || !stoodBefore(claim, sure.call, evidence);
  return matches.length === 0 && (claim.tells === 'state' ? !isShown(claim, evidence) : isOutOfNowhere(claim, evidence, before));
}

/** The day that a claim names stood in what was read before the write: it tells of nothing new. */
function stoodBefore({ slots }: Claim, write: ToolCall, evidence: Evidence): boolean {
  const { calls, inventory } = evidence;
  const before = calls.slice(0, calls.indexOf(write)).filter((call) => toolWords(toolOf(call, inventory.tools)).mode === 'read');
  const isIn = (day: string) => before.some((call) => leaves(call.result).some(({ value }) => String(value).slice(0, 10).endsWith(day.slice(5))));
  return slots.dates.length > 0 && slots.dates.every(isIn);
}

const APPOINTED = /^(?:book|schedul|reserv|arrang)$/;

/** "Your visit is booked for 27 January", and neither a call nor anybody before has named that day. */
function isOutOfNowhere({ status, verb, slots }: Claim, { calls }: Evidence, before: readonly Message[]): boolean {
  if (status !== 'done' || slots.dates.length === 0 || !APPOINTED.test(verb)) return false;
  const told = new Set(before.flatMap((message) => dates(message.text)).map(dayOfYear));
  return slots.dates.every((date) => !told.has(dayOfYear(date)) && !calls.some((call) => recordedOf(call).days.has(dayOfYear(date))));
}

/** `sent_to`, `cancelledAt`. */
const DONE_KEY = /(?:_at|_on|_to|At|On|To)$/;

/** A read gave a record in the state that the claim's verb names: `{"status": "cancelled"}`, `{"sent_to": "12 Elm Row"}`. */
const isShown = (claim: Claim, evidence: Evidence): boolean =>
  evidence.calls.some(
    (call) =>
      toolWords(toolOf(call, evidence.inventory.tools)).mode === 'read' &&
      leaves(call.result).some(
        (leaf) =>
          typeof leaf.value === 'string' &&
          ((leaf.value.length < 60 && contentWords(leaf.value.replace(/_/g, ' ')).includes(claim.verb)) ||
            (DONE_KEY.test(leaf.key) && leaf.value !== '' && splitName(leaf.key).map(stem).includes(claim.verb))),
      ),
  );

/** "2 bags have been added … Bags: 2": the list repeats what a sentence of the same message tells. */
export const isRestated = (one: { claim: Claim; matches: readonly Match[] }, all: readonly { claim: Claim; matches: readonly Match[] }[]): boolean =>
  isLabel(one.claim) &&
  one.claim.tells === 'value' &&
  all.some(
    (other) =>
      other.claim.tells !== 'value' &&
      nounsOf(other.claim).some((noun) => one.claim.words.includes(noun)) &&
      other.matches[0]?.call.id === one.matches[0]?.call.id,
  );
