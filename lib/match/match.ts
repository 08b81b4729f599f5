/** A call that may be what a claim tells of. */
import type { ToolCall } from '../model.ts';
import type { Outcome } from './outcome.ts';
import type { Values } from './values.ts';

/** A call that may be what the claim tells of, and how sure that is. */
export interface Match {
  call: ToolCall;
  /** 0..1; at `SURE` and above the name and values decide. */
  score: number;
  outcome: Outcome;
  values: Values;
}

export const SURE = 0.6;
