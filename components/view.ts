/** What the panel shows, as plain props: the store's live answer for one ticket and what the reviewer can do with it. */
import type { AuditRecord, Claim, Decision, Iso, TicketPage, TicketRef } from '../lib/model.ts';

export interface TicketView {
  ticket: TicketRef;
  page: TicketPage | null;
  record: AuditRecord | null;
  /** When the log was last asked, also where nothing changed. */
  checkedAt: Iso | null;
  /** A job is due or running. */
  auditing: boolean;
  nextAudit: Iso | null;
  /** Still valid: they were taken on the findings as they stand. */
  decisions: Decision[];
  lapsed: Decision[];
  /** Until when a close press goes through after "close anyway". */
  freeUntil: Iso | null;
  /** The finding that the page asked to see, and when. */
  shown: { findingId: string | null; at: Iso } | null;
}

export type PanelView = { kind: 'waiting' } | { kind: 'no-ticket' } | { kind: 'error'; message: string } | { kind: 'ticket'; ticket: TicketView };

export interface Reviewing {
  /** Empty until the reviewer has given it. */
  reviewer: string;
  gate: 'hold' | 'watch' | 'off';
  /** Product names of the log's sources, by their id. */
  sourceLabels: Record<string, string>;
}

/** Each rejects with an Error whose message can be shown. */
export interface PanelActions {
  audit(): Promise<void>;
  show(place: Pick<Claim, 'messageId' | 'quote' | 'occurrence'>): Promise<void>;
  decide(decision: Pick<Decision, 'findingId' | 'kind' | 'reason'>, reviewer: string): Promise<void>;
  closeAnyway(reason: string, reviewer: string): Promise<void>;
  exportTrail(): Promise<void>;
  openOptions(): Promise<void>;
}
