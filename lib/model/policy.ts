/** The authority given to the agent, and what the team says that its tools do. */
import type { Iso } from './json.ts';

export interface Limit {
  /** id of an action, e.g. `refund`. */
  action: string;
  /** In major units of `currency`, e.g. 50 for $50. Equal to the limit is within it. */
  maxAmount: number;
  currency: string;
  /** What is summed up: each call by itself, all of the ticket's, or those of any 24 hours of the ticket. */
  per: 'call' | 'ticket' | 'day';
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

/** The team's word on a tool whose name and description do not tell what it does. */
export interface ToolMapping {
  /** The tool's name, as recorded. */
  tool: string;
  /** id of an action; `other` with the words of the claim that it bears out; `nothing` where it does nothing that a claim could speak of. */
  action: string;
  /** Content words (stems) of claims that the tool bears out; for actions that do not tell by themselves: `other`, `lookup`. */
  words?: string[];
}

export interface Policy {
  /** The team's name for it, e.g. `main`: a helpdesk names the policy that holds there. */
  id: string;
  version: string;
  limits: Limit[];
  destinations: Destination[];
  tools: ToolMapping[];
}
