/** Verdicts, reasons, findings, and the record of one judgement. */
import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import type { Iso } from './json.ts';
import type { Gap, TicketPage, TicketRef } from './page.ts';
import type { Limit } from './policy.ts';

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
  limit?: Pick<Limit, 'action' | 'maxAmount' | 'currency' | 'per'>;
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
  /** Digest of class and call id, or claim id. */
  id: string;
  class: TicketClass;
  /** The claim that it rests on, where it rests on words. */
  claimId?: string;
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
  /** What was not read: the page's own gaps, and messages in a language that the engine does not read. */
  gaps: Gap[];
  evidence: Evidence;
  claims: Claim[];
  findings: Finding[];
}
