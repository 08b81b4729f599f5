/** What the panel shows, as plain props: the store's live answer for one ticket and what the reviewer can do with it. */
import type { Claim, Decision, TicketState } from '../lib/model.ts';

export type PanelView = { kind: 'waiting' } | { kind: 'no-ticket' } | { kind: 'error'; message: string } | { kind: 'ticket'; ticket: TicketState };

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
