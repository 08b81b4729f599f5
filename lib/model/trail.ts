/** What people decide, the trail, and what is known of a ticket now. */
import type { Iso } from './json.ts';
import type { AuditRecord } from './judgement.ts';
import type { TicketPage, TicketRef } from './page.ts';

/** Why a finding is dismissed; `other` asks for a reason in words. */
export type DismissedFor = 'not-a-claim' | 'tool-does-it' | 'outside-log' | 'wrong-author' | 'other';

/** How engineers name what went wrong with an agent: five that are in common use, and ours. */
export type FailureType =
  | 'wrong-tool-call'
  | 'wrong-policy'
  | 'hallucinated-capability'
  | 'leaked-context'
  | 'wrong-tone'
  | 'action-not-taken'
  | 'phantom-escalation'
  | 'failure-hidden'
  | 'undisclosed-action'
  | 'fabricated-failure';

export interface Decision {
  findingId: string;
  /** `reopen-needed`: for a ticket that is closed already. It reminds and links; Deskcheck never writes to the helpdesk. */
  kind: 'confirmed' | 'dismissed' | 'mended' | 'reopen-needed';
  /** In the reviewer's words; may be empty where `why` says it. */
  reason: string;
  /** Of a dismissal. */
  why?: DismissedFor;
  /** Of a confirmed finding: the kind of failure of the agent, where it is another than the reason tells. */
  failure?: FailureType;
  /** Of a confirmed finding: the support team's own topic, e.g. `billing`. */
  topic?: string;
  /** The call that bears the claim out, in the reviewer's word, where `why` is `tool-does-it`. */
  call?: string;
  reviewer: string;
  /** Who the helpdesk's page says is logged in: asserted by the page, and no more than that. */
  pageUser?: string;
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
  /** The page was seen closed although red findings were open and no press had been let through: when, and which. */
  closedWithoutReview: { at: Iso; findings: string[] } | null;
  /** When the gate last let a press through that would close the ticket, for whatever reason. */
  lastLetThrough: Iso | null;
  /** Until when a close press goes through after "close anyway". */
  freeUntil: Iso | null;
  /** The finding that the page asked to see in the panel, and when. */
  shown: { findingId: string | null; at: Iso } | null;
}

/** Red, amber, grey, green: the only place where it is decided is `lib/colour.ts`. */
export type Colour = 'red' | 'amber' | 'grey' | 'green';

/** What the close gate did, or saw happen. */
export type GateOutcome =
  | 'held'
  | 'let-through'
  | 'forced' // "close anyway", with a reason
  | 'closed-before-audit'
  | 'closed-without-review'; // seen closed with an open red finding, and no press of it was let through

/** Why a close went through. */
export type LetThroughFor =
  | 'watching' // the gate is set to record only
  | 'nothing-open'
  | 'freed' // after "close anyway"
  | 'no-verdict'
  | 'log-unreadable'
  | 'trail-unwritable'
  | 'no-heartbeat'; // the worker did not answer when it was last asked

export interface GateEvent {
  outcome: GateOutcome;
  why?: LetThroughFor;
  /** Who forced it, and the reason. */
  reviewer?: string;
  reason?: string;
  /** Ids of the red findings that were open. */
  findings: string[];
}

/** SHA-256 of exact bytes, base64url: 43 characters. */
export type Digest = string;

/** One judgement, as the trail holds it: what it rests on stands by digest, each stored once. */
export interface RecordEvent {
  judgement: Digest;
  /** When the log was asked, and the window. */
  asked: { from: Iso; to: Iso; at: Iso };
}

/** A policy's version, and the digest of its content, which the trail carries. */
export interface PolicyRef {
  id: string;
  version: string;
  content: Digest;
}

/** A head that somebody outside of this installation has seen: the URL took it, or a time-stamp authority signed it. */
export interface Anchor {
  /** How many events the chain had, and the hash of the last of them. */
  count: number;
  head: Digest;
  by: 'url' | 'rfc3161';
  /** Where it was sent. */
  url: string;
  /** What came back of a time-stamp authority: the DER of its TimeStampToken, base64. */
  token?: string;
}

/** Why a ticket's trail is gone. */
export type ErasedFor = 'retention' | 'request';

export type TrailBody =
  | { kind: 'record'; record: RecordEvent }
  | { kind: 'decision'; decision: Decision }
  | ({ kind: 'gate' } & GateEvent)
  /** The page showed the ticket closed: `by` is the name that the page gives, nothing more than asserted. */
  | { kind: 'closed'; by: string | null; closedAt: Iso | null }
  /** The ticket is judged under another policy, or other tool mappings, than before. `reviewer`: who changed it, where it was changed here. */
  | { kind: 'policy'; before: PolicyRef; after: PolicyRef }
  /** What became of an action that was under way or promised, looked at again later. */
  | { kind: 'outcome'; findingId: string; was: string; is: string; calls: string[] }
  | { kind: 'export'; format: string; redacted: boolean; to: 'download' | 'url' }
  | ({ kind: 'anchor' } & Anchor)
  /** Of the installation's own trail: a ticket's trail was erased; how long it was and how it ended. */
  | { kind: 'tombstone'; erased: TicketRef; why: ErasedFor; reviewer: string | null; count: number; head: Digest };

/** What an event's bytes say. In them every text leaf of `body` stands as salted digests. */
export interface EventCore {
  seq: number;
  at: Iso;
  ticket: TicketRef;
  body: TrailBody;
  /** id of the key that signs it. */
  key: string;
  /** Hash of the event before; 43 times `A` for the first. */
  previous: Digest;
}

/** Salt and text (or number) of one leaf; or, where it was taken out, what a reader is shown in its stead, which no signature of the chain covers. */
export type Disclosure = { salt: string; text: string | number } | { reading: string };

/** Canonical JSON whose text leaves are digests, and what opens them, in the order of their appearance. */
export interface Sealed {
  bytes: string;
  disclosures: Disclosure[];
}

/** Exact bytes and the signature over them, base64url. */
export interface Signed {
  bytes: string;
  signature: string;
}

/** One link of the chain. */
export interface TrailEvent extends Sealed, Signed {
  /** Of `bytes`. */
  hash: Digest;
}

/** The public half of the key that an installation signs with. */
export interface TrailKey {
  /** RFC 7638 thumbprint of `jwk`: the key's fingerprint. */
  id: string;
  algorithm: 'Ed25519' | 'ECDSA-P256-SHA256';
  jwk: { kty: string; crv: string; x: string; y?: string };
}

/** One ticket's whole trail. */
export interface Trail {
  ticket: TicketRef;
  keys: TrailKey[];
  events: TrailEvent[];
  /** What the records name by digest. */
  contents: Record<Digest, Sealed>;
}

/**
 * The terminal record of an exported trail: a chain does not show by itself that its tail was cut.
 * `file` is the digest of the canonical JSON of the exported file without its end, so that nothing in it can change.
 */
export interface TrailEnd {
  kind: 'end';
  at: Iso;
  ticket: TicketRef;
  count: number;
  head: Digest;
  key: string;
  /** How many texts were taken out before the export. */
  redacted: number;
  file: Digest;
}
