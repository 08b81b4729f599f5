/**
 * JUDGE: one module a rule. Every rule speaks or stays silent on its own; the order of reasons, as data, decides.
 */
import type { Match } from '../match.ts';
import type { Claim, Evidence, Iso, Message, Opinion, Policy, TicketFinding, TicketPage } from '../model.ts';

/** Everything that a rule may look at for one claim. */
export interface ClaimCase {
  claim: Claim;
  message: Message;
  /** Calls before the message or in its turn, best first. */
  matches: Match[];
  /** Tools of the inventory that could do what is claimed. */
  ableTools: string[];
  /** Ids of successful writes that no claim of the ticket surely tells of. */
  unexplained: string[];
  page: TicketPage;
  evidence: Evidence;
  policy: Policy;
  now: Iso;
}

export interface TicketCase {
  page: TicketPage;
  claims: Claim[];
  /** Claims that a later message took back: they tell of nothing. */
  retracted: Claim[];
  /** Claim id -> its matches. */
  matches: Map<string, Match[]>;
  evidence: Evidence;
  policy: Policy;
  now: Iso;
}

export type Rule =
  | { id: string; about: 'claim'; judge(one: ClaimCase): Opinion | null }
  | { id: string; about: 'ticket'; judge(ticket: TicketCase): TicketFinding[] };
