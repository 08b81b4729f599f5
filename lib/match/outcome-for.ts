/** What became of a call, as far as a claim speaks of it. */
import { contentWords } from '../actions/stem.ts';
import type { Claim, ToolCall } from '../model.ts';
import { callsAbout, callsBefore } from './calls.ts';
import { recordOf } from './leaves.ts';
import { isError, type Outcome, outcomeOf } from './outcome.ts';

/**
 * A task or an order may be `pending` by its nature once it is written, and is read all the same; so may a record that was pending before.
 * Money and messages that are pending have not gone.
 */
export function outcomeFor(claim: Claim, call: ToolCall, calls: readonly ToolCall[]): Outcome {
  const outcome = outcomeOf(call);
  // What a read gives back tells of the record, not of the reading.
  if (claim.kind === 'read' && call.status !== 'error' && outcome.is === 'failed' && !isError(call)) return { is: 'done' };
  // "I declined the offer", and the record says so; "it was rejected", and so it was.
  if (outcome.is === 'failed' && REFUSES.test(claim.verb) && contentWords(outcome.words).includes(claim.verb) && !isError(call))
    return { is: 'done' };
  if (outcome.is !== 'pending' || (claim.status === 'done' && UNDER_WAY.test(claim.quote)))
    return outcome.is === 'pending' ? { is: 'done' } : outcome;
  if (claim.kind === 'escalation' || isSoSaid(claim, outcome.words)) return { is: 'done' };
  const byNature =
    claim.kind === 'read' ||
    (claim.kind === 'write' &&
      !(claim.status === 'done' && (ENDS.has(claim.verb) || AT_ONCE.test(claim.quote))) &&
      /: (?:pending|scheduled|draft)$/i.test(outcome.words));
  return byNature || wasSo(call, outcome.words, calls) ? { is: 'done' } : outcome;
}

const REFUSES = /^(?:declin|reject|deni|refus)$/;

/** "Your card *is being printed*": begun, and not over. */
const UNDER_WAY = /\b(?:is|are) (?:now |currently )?being \p{L}/iu;

/** "The limit was raised *to 80*": changed, and not filed. */
const CHANGED = /\braised (?:[^.;]{1,40} )?(?:from|to|by) [^\p{L}\s]{0,3}\d/iu;

/** "Moved *today*", and it is scheduled. */
const AT_ONCE = /\b(?:today|just now|immediately|right away)\b/i;

/** What ends or takes away has not done so before its time: "deleted", and it is scheduled. */
const ENDS = new Set('remov delet eras purg wip cancel terminat end clos'.split(' '));

/** "Put *on hold*", and the record says `held`; "*submitted* the stop", and it waits for approval. */
const isSoSaid = (claim: Claim, words: string): boolean =>
  (/^(?:submit|request|queu|fil|rais|initiat|start|schedul|order|log|releas|ask|lodg|propos)$/.test(claim.verb) && !CHANGED.test(claim.quote)) ||
  contentWords(words).some((word) => claim.words.includes(word) || (word === 'hold' && claim.words.includes('held'))) ||
  /\bin (?:the|our) queue\b/i.test(claim.quote);

/** An earlier call had shown the record in the same state. */
function wasSo(call: ToolCall, words: string, calls: readonly ToolCall[]): boolean {
  const record = recordOf(call);
  if (record === undefined) return false;
  return callsBefore(call, callsAbout(record, calls), calls).some((before) => {
    const state = outcomeOf(before);
    return state.is === 'pending' && state.words === words;
  });
}
