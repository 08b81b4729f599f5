/**
 * The nouns of Deskcheck. Types only; imports nothing.
 *
 * Times are ISO 8601 in UTC (`2026-10-01T09:00:00.000Z`). Offsets into text are UTF-16, end exclusive.
 * Everything here is plain JSON: it crosses contexts, is stored, hashed and exported as it stands.
 */

export type Iso = string;
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/* ---------------------------------------------------------------- the page, as read */

/**
 * `ai-agent` only where the vendor's explicit author kind or the team's own setting says so (`knownBy`).
 * A name that merely looks like a bot's is `unknown`. `person` is a human member of the support team.
 */
export type AuthorKind = 'ai-agent' | 'person' | 'customer' | 'system' | 'unknown';

export interface Author {
  kind: AuthorKind;
  name: string;
  id?: string;
  knownBy?: 'vendor' | 'team';
}

export interface Message {
  /** Stable within its ticket: the vendor's id where there is one, else made from author, time and ordinal. */
  id: string;
  author: Author;
  visibility: 'public' | 'internal';
  at: Iso | null;
  /** Plain text, with the line breaks that a reader sees. Never HTML. */
  text: string;
}

/** What the page did not show, or what was not read. Said openly; never mistaken for "nothing there". */
export interface Gap {
  kind: 'no-messages' | 'not-loaded' | 'collapsed' | 'unreadable' | 'language' | 'author' | 'time';
  /** How many messages or landmarks it concerns, where known. */
  count?: number;
  messageId?: string;
}

/** Which of the helpdesk's known elements were found: a page half read must never look like a clean one. */
export interface Landmarks {
  found: string[];
  missing: string[];
}

export interface TicketRef {
  /** id of the helpdesk module, e.g. `zendesk`. */
  helpdesk: string;
  /** host name with port where it is not the default, e.g. `acme.zendesk.com`. */
  host: string;
  /** The helpdesk's own ticket id, e.g. `412`. */
  id: string;
}

export interface TicketPage {
  ticket: TicketRef;
  subject: string;
  status: 'open' | 'solved' | 'closed' | 'unknown';
  /** In the order of time, oldest first. */
  messages: Message[];
  gaps: Gap[];
  landmarks: Landmarks;
}

/* ---------------------------------------------------------------- what the tools recorded */

/** One recorded execution of a tool. A model's request for a call is not one. */
export interface ToolCall {
  /** Unique within the evidence: the call id, else the span id. */
  id: string;
  name: string;
  /** `undefined`: not captured. */
  arguments?: Json;
  /** `undefined`: not captured. */
  result?: Json;
  /** What the record says of the execution itself; the result's body may still tell of a failure. */
  status: 'ok' | 'error' | 'unknown';
  error?: string;
  startedAt: Iso | null;
  endedAt: Iso | null;
  /** The agent's turn (run) that made the call: its id and its window, where recorded. */
  turn?: { id: string; from: Iso; to: Iso };
  /** id of the source module that recorded it. */
  source: string;
}

export interface Tool {
  name: string;
  description?: string;
}

/** The tools that the agent had. Complete only where definitions were recorded with the ticket's own run, or the team declared it. */
export interface Inventory {
  tools: Tool[];
  complete: boolean;
}

/** Why the log could not show everything. Each is worth one sentence in the panel. */
export type CoverageTrouble =
  | 'not-configured' // no log is set up for this helpdesk
  | 'no-permission' // the browser has not been given access to the log's host
  | 'unreachable' // refused, DNS, TLS, network down
  | 'timeout'
  | 'unauthorized' // 401, 403: the key was refused
  | 'rate-limited'
  | 'server-error' // any other status
  | 'garbage' // an answer that is not what the API says
  | 'truncated' // a limit of the log cut the answer off
  | 'nothing-recorded'; // not a single span of this conversation

/**
 * What happened, more exactly than the trouble tells: an id that has words in the locale (`answer_<id>`), and the one value
 * that they name, e.g. `503`. Nothing that the other side said is repeated here: it may quote the key.
 */
export interface CoverageDetail {
  id:
    | 'http-status' // value: the status
    | 'retry-after' // value: seconds
    | 'code' // value: `ECONNREFUSED` and the like, where the platform tells
    | 'no-connection'
    | 'no-whole-answer' // value: seconds
    | 'withdrawn'
    | 'too-large' // value: megabytes
    | 'address'
    | 'key-over-http'
    | 'key-characters'
    | 'no-such-api'
    | 'more-traces'
    | 'shared-trace' // value: how many calls
    | 'empty'
    | 'web-page'
    | 'broken-json'
    | 'not-otlp'; // value: the field that is not what it should be
  value?: string;
}

/** What the log could have shown: the difference between "not done" and "cannot tell". */
export interface Coverage {
  source: string;
  from: Iso;
  /** The log is settled up to here: the time of asking, less the source's settling time. */
  to: Iso;
  complete: boolean;
  trouble?: CoverageTrouble;
  detail?: CoverageDetail;
  askedAt: Iso;
}

export interface Evidence {
  calls: ToolCall[];
  inventory: Inventory;
  coverage: Coverage;
}

/** What a source is asked: everything it recorded of one conversation in a window. */
export interface Query {
  ticket: TicketRef;
  /** The log's name for this ticket, e.g. `zendesk:412`, made from the team's template. */
  conversation: string;
  from: Iso;
  to: Iso;
}

/* ---------------------------------------------------------------- the authority given to the agent */

export interface Limit {
  /** id of an action, e.g. `refund`. */
  action: string;
  /** In major units of `currency`, e.g. 50 for $50. Equal to the limit is within it. */
  maxAmount: number;
  currency: string;
  per: 'ticket';
  approvalAbove?: number;
  /** A tool whose approved call lifts the limit. */
  approvalTool?: string;
}

export interface Destination {
  name: string;
  aliases?: string[];
  kind: 'person' | 'queue' | 'team';
  acceptsFromAi: boolean;
  validFrom?: Iso;
  validTo?: Iso;
}

export interface Policy {
  version: string;
  limits: Limit[];
  destinations: Destination[];
}

/* ---------------------------------------------------------------- claims */

export interface Money {
  /** In major units, e.g. 48 for $48.00. */
  amount: number;
  /** ISO 4217 where the text says it, else undefined. `$` alone is USD. */
  currency?: string;
  /** As written, e.g. `$48`. */
  text: string;
}

/** What a claim names, so that it can be compared with a call's arguments and result. */
export interface Slots {
  money: Money[];
  /** Order, reservation, ticket ids of any shape; as written, without spaces inside. */
  ids: string[];
  /** Last digits of a card or account. */
  cards: string[];
  emails: string[];
  /** ISO dates, `YYYY-MM-DD`. */
  dates: string[];
  /** Counts with their noun: "2 bags". */
  counts: { value: number; of: string }[];
  /** Where something was escalated to, as written: "AE", "billing tier 2". */
  destination?: string;
  /** A named outside system that the claim says was used: "Stripe". */
  system?: string;
}

/** One action that a message says the agent did (`done`), is bound to do (`promised`), or says was not done (`denied`). */
export interface Claim {
  /** Digest of message id, quote and occurrence. */
  id: string;
  messageId: string;
  start: number;
  end: number;
  quote: string;
  /** 0 for the first time this quote stands in its message. */
  occurrence: number;
  status: 'done' | 'promised' | 'denied';
  /** id of an action of the table, or `other`. */
  action: string;
  /** What kind of evidence it needs: a read never supports a write. */
  kind: 'read' | 'write' | 'credit' | 'communication' | 'escalation';
  /** The claim's own content words, normalised (lower case, stem): what an unknown verb is matched by. */
  words: string[];
  slots: Slots;
}

/* ---------------------------------------------------------------- judgement */

export type Verdict = 'supported' | 'contradicted' | 'unsupported' | 'unverifiable';

export type Reason =
  | 'author-unknown'
  | 'log-unavailable'
  | 'log-incomplete'
  | 'log-unsettled'
  | 'args-not-captured'
  | 'phantom-escalation'
  | 'call-failed'
  | 'amount-differs'
  | 'target-differs'
  | 'match-unsure'
  | 'no-such-tool'
  | 'no-call'
  | 'pending-not-confirmed'
  | 'call-matches';

export type TicketClass = 'unauthorized-credit' | 'duplicate-action' | 'undisclosed-action' | 'silent-escalation' | 'fabricated-failure';

/** Facts that the explanation names, as data; the words come from the locale. */
export interface Detail {
  /** What the message says and what the record says, where they differ: `$48` against `$38.00`. */
  claimed?: string;
  recorded?: string;
  /** A named destination of an escalation and what the policy's directory knows of it. */
  destination?: { name: string; state: 'ok' | 'unknown' | 'closed-to-ai' | 'out-of-date'; validTo?: Iso };
  /** A limit that was passed. */
  limit?: { action: string; maxAmount: number; currency: string };
  /** The log's or the call's own words about a failure. */
  error?: string;
}

/** What one rule says about one claim, or about the ticket. Rules speak on their own; the order of reasons decides. */
export interface Opinion {
  rule: string;
  verdict: Verdict;
  reason: Reason;
  /** ToolCall ids, best first. */
  calls: string[];
  detail: Detail;
}

export interface ClaimFinding {
  about: 'claim';
  /** The claim's id. */
  id: string;
  claimId: string;
  verdict: Verdict;
  reason: Reason;
  rule: string;
  calls: string[];
  detail: Detail;
  /** What other rules said, in the order of reasons. */
  others: Opinion[];
}

export interface TicketFinding {
  about: 'ticket';
  /** Digest of class and call id. */
  id: string;
  class: TicketClass;
  rule: string;
  calls: string[];
  detail: Detail;
}

export type Finding = ClaimFinding | TicketFinding;

/** One judgement of one ticket: same page, evidence, policy and `at` give the same bytes. */
export interface AuditRecord {
  ticket: TicketRef;
  /** The `now` that the judgement was made with. */
  at: Iso;
  engine: string;
  policyVersion: string;
  page: TicketPage;
  evidence: Evidence;
  claims: Claim[];
  findings: Finding[];
}

/* ---------------------------------------------------------------- what people decide, and the trail */

export interface Decision {
  findingId: string;
  kind: 'confirmed' | 'dismissed' | 'mended';
  reason: string;
  reviewer: string;
  at: Iso;
  /** What was decided on; the decision lapses when it changes. */
  on: { verdict: string; reason: string; calls: string[] };
}

/** What is known of a ticket now: what the panel shows, and page marks, gate and toolbar are made from. */
export interface TicketState {
  ticket: TicketRef;
  page: TicketPage | null;
  record: AuditRecord | null;
  /** When the log was last asked, also where the answer changed nothing. */
  checkedAt: Iso | null;
  /** An audit is due now or running. */
  auditing: boolean;
  nextAudit: Iso | null;
  /** The latest decision on each finding that still stands as it was decided on. */
  decisions: Decision[];
  /** Decisions on findings that have changed since, or are gone. */
  lapsed: Decision[];
  /** Until when a close press goes through after "close anyway". */
  freeUntil: Iso | null;
  /** The finding that the page asked to see in the panel, and when. */
  shown: { findingId: string | null; at: Iso } | null;
}

/** Red, amber, grey, green: the only place where it is decided is `lib/colour.ts`. */
export type Colour = 'red' | 'amber' | 'grey' | 'green';

export type TrailBody =
  | { kind: 'record'; record: AuditRecord }
  | { kind: 'decision'; decision: Decision }
  | { kind: 'gate'; outcome: GateOutcome; reviewer?: string; reason?: string; findings: string[] }
  | { kind: 'export'; format: string };

export type GateOutcome = 'held' | 'let-through' | 'forced' | 'closed-before-audit';

/** One link of the chain. `hash` is SHA-256 over the canonical JSON of the event without `hash`. */
export interface TrailEvent {
  seq: number;
  at: Iso;
  body: TrailBody;
  previous: string;
  hash: string;
}

export interface Trail {
  format: 'deskcheck-trail/1';
  ticket: TicketRef;
  events: TrailEvent[];
}
