/** The authority given to the agent. */
import type { Iso } from './json.ts';

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
