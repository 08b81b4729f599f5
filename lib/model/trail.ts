/** What people decide, the trail, and what is known of a ticket now. */
import type { Iso } from './json.ts';
import type { AuditRecord } from './judgement.ts';
import type { TicketPage, TicketRef } from './page.ts';

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
