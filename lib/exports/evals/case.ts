/**
 * An eval case: a finding that a person confirmed, as a regression test of the agent. What it was told, which tools it had, what it said,
 * what it must not say again, and which call would make it true. A dismissed finding is a labelled row the other way round. Pure.
 */
import type {
  AuditRecord,
  Claim,
  Decision,
  Digest,
  FailureType,
  Finding,
  Iso,
  Reason,
  TicketClass,
  TicketRef,
  Tool,
  ToolCall,
  Trail,
} from '../../model.ts';
import { canonical, digestOf } from '../../seal.ts';
import { claimOf, explain } from '../../words/labels.ts';
import type { Words } from '../../words/words.ts';
import { decisionOn, tell } from '../read.ts';
import { SAYS_OTHERWISE, saidAgain } from './said-again.ts';
import { toolsFor } from './tools-for.ts';

export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

export interface EvalCase {
  /** The claim's signature: the same for the same claim of the same kind, whichever ticket it stands on. */
  id: Digest;
  label: 'failure' | 'not-a-failure';
  failure: FailureType;
  /** The support team's own label. */
  topic: string | null;
  /** The conversation up to the message that failed. */
  messages: Turn[];
  tools: Tool[];
  toolsComplete: boolean;
  /** The message that failed, and the words in it; null where no words did. */
  said: { message: string; quote: string } | null;
  /** Texts, and regular expressions (JavaScript, case-insensitive) that find them said again in slightly other words;
   * `except` finds sentences that do not count, since they deny, ask, offer or promise. */
  mustNotSay: { text: string; pattern: string; except: string }[];
  /** One of these calls, with all of the values in its arguments, makes it true to say it; empty: nothing does. */
  unlessCalled: { name: string; values: string[] }[];
  /** Calls that must not be made: as they were recorded. */
  mustNotCall: { name: string; arguments: ToolCall['arguments'] }[];
  /** Words one of which an answer must hold, after such a call. */
  mustTell: { after: string; words: string[] }[];
  because: string;
  decided: { by: string; at: Iso; why?: string; reason: string };
  source: { ticket: TicketRef; finding: string; head: Digest; engine: string; policy: string };
  /** How many findings of the trail were folded into this one. */
  times: number;
}

const FAILURES: Record<Reason | TicketClass, FailureType> = {
  'author-unknown': 'action-not-taken',
  'log-unavailable': 'action-not-taken',
  'log-incomplete': 'action-not-taken',
  'log-unsettled': 'action-not-taken',
  'args-not-captured': 'action-not-taken',
  'match-unsure': 'action-not-taken',
  'call-matches': 'action-not-taken',
  'no-call': 'action-not-taken',
  'pending-not-confirmed': 'action-not-taken',
  'no-such-tool': 'hallucinated-capability',
  'call-failed': 'failure-hidden',
  'amount-differs': 'wrong-tool-call',
  'target-differs': 'wrong-tool-call',
  'phantom-escalation': 'phantom-escalation',
  'unauthorized-credit': 'wrong-policy',
  'duplicate-action': 'wrong-tool-call',
  'undisclosed-action': 'undisclosed-action',
  'silent-escalation': 'undisclosed-action',
  'fabricated-failure': 'fabricated-failure',
};

const idOf = (finding: Finding): Reason | TicketClass => (finding.about === 'claim' ? finding.reason : finding.class);

/** What makes two findings the same failure: what was claimed, of what kind, with which kinds of values; not the values themselves. */
function signatureOf(finding: Finding, claim: Claim | undefined, calls: readonly ToolCall[], failure: FailureType): Digest {
  const filled = claim
    ? Object.entries(claim.slots).flatMap(([name, value]) => ((Array.isArray(value) ? value.length > 0 : value) ? [name] : []))
    : [];
  const what = claim
    ? [claim.action, claim.kind, claim.status, claim.verb, [...claim.words].sort(), filled.sort()]
    : calls.map((call) => call.name).sort();
  return digestOf(canonical([failure, idOf(finding), what]));
}

/** The words of the team's people and notes are told apart from the customer's: a model that reads them must know who speaks. */
function turnsBefore(messageId: string | undefined, { page }: AuditRecord): Turn[] {
  const at = page.messages.findIndex((message) => message.id === messageId);
  return page.messages.slice(0, at < 0 ? undefined : at).map(({ author, visibility, text }) => {
    const note = visibility === 'internal' ? 'internal note' : null;
    const colleague =
      author.kind === 'person' || author.kind === 'system' ? `from ${author.kind === 'person' ? 'a colleague' : 'the helpdesk'}` : null;
    const head = [note, colleague].filter(Boolean).join(' ');
    return { role: author.kind === 'ai-agent' ? 'assistant' : 'user', content: head ? `[${head}] ${text}` : text };
  });
}

const WRITES_TOO_MUCH: readonly (Reason | TicketClass)[] = ['unauthorized-credit', 'duplicate-action'];
const NOT_TOLD: readonly (Reason | TicketClass)[] = ['undisclosed-action', 'silent-escalation'];

/** No tool does it, or the one that does failed or waits: then it must not be said at all. */
const NOTHING_HELPS: readonly (Reason | TicketClass)[] = ['no-such-tool', 'call-failed', 'pending-not-confirmed', 'fabricated-failure'];

/** Numbers and ids that a call must have been given for the claim to be true. */
const valuesOf = ({ slots }: Claim): string[] => [...slots.money.map(({ amount }) => String(amount)), ...slots.ids];

interface Found {
  finding: Finding;
  decision: Decision;
  record: AuditRecord;
}

function caseOf({ finding, decision, record }: Found, { ticket }: Trail, head: Digest, words: Words): EvalCase {
  const claim = claimOf(finding, record);
  const message = record.page.messages.find((one) => one.id === claim?.messageId);
  const calls = record.evidence.calls.filter((call) => finding.calls.includes(call.id));
  const id = idOf(finding);
  const failure = decision.failure ?? FAILURES[id];
  // Said truthfully, and done beyond authority: then the call is what failed.
  const wronglySaid = claim && !WRITES_TOO_MUCH.includes(id);
  return {
    id: signatureOf(finding, claim, calls, failure),
    label: decision.kind === 'confirmed' ? 'failure' : 'not-a-failure',
    failure,
    topic: decision.topic ?? null,
    messages: turnsBefore(claim?.messageId, record),
    tools: record.evidence.inventory.tools,
    toolsComplete: record.evidence.inventory.complete,
    said: claim && message ? { message: message.text, quote: claim.quote } : null,
    mustNotSay: wronglySaid ? [{ text: claim.quote, pattern: saidAgain(claim), except: SAYS_OTHERWISE }] : [],
    unlessCalled:
      wronglySaid && !NOTHING_HELPS.includes(id)
        ? toolsFor(claim, record.evidence.inventory.tools).map((name) => ({ name, values: valuesOf(claim) }))
        : [],
    mustNotCall: WRITES_TOO_MUCH.includes(id) ? calls.map((call) => ({ name: call.name, arguments: call.arguments })) : [],
    mustTell: NOT_TOLD.includes(id)
      ? calls.map((call) => ({ after: call.name, words: call.name.split(/[^\p{L}]+/u).filter((word) => word.length > 3) }))
      : [],
    because: explain(id, finding, words, claim?.status),
    decided: { by: decision.reviewer, at: decision.at, ...(decision.why ? { why: decision.why } : {}), reason: decision.reason },
    source: { ticket, finding: finding.id, head, engine: record.engine, policy: record.policyVersion },
    times: 1,
  };
}

/** What was borne out, or cannot be told, is no failure of the agent, whoever confirms it. */
const isFailure = (finding: Finding): boolean =>
  finding.about === 'ticket' || finding.verdict === 'unsupported' || finding.verdict === 'contradicted';

/** Confirmed findings as failures and dismissed ones as none, each once for its signature, in the order in which they stand. */
export function casesOf(trail: Trail, words: Words): EvalCase[] {
  const told = tell(trail);
  const { record, head } = told;
  const folded = new Map<string, EvalCase>();
  for (const finding of record?.findings ?? []) {
    const decision = decisionOn(finding, told);
    if (!record || !decision || !(decision.kind === 'dismissed' || (decision.kind === 'confirmed' && isFailure(finding)))) continue;
    const one = caseOf({ finding, decision, record }, trail, head, words);
    const known = folded.get(`${one.label} ${one.id}`);
    if (known) known.times += 1;
    else folded.set(`${one.label} ${one.id}`, one);
  }
  return [...folded.values()];
}

/** Those that test the agent: what was dismissed labels rows, and tests nothing. */
export const failuresOf = (trail: Trail, words: Words): EvalCase[] => casesOf(trail, words).filter((one) => one.label === 'failure');
