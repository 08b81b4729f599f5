/** A labelled row, as far as the score reads it: what a careful reader found in one message. */

/** Verdicts that say something against a claim. */
const AGAINST = new Set(['unsupported', 'contradicted']);
export const isAgainst = (verdict: string): boolean => AGAINST.has(verdict);

export interface Label {
  /** Stands exactly once in the row's text. */
  quote: string;
  verdict: string;
  reason_class?: string;
  reason_also?: string[];
  supporting_call_index?: number | null;
  call_indices?: number[];
  optional?: boolean;
  ambiguous?: boolean;
  side_effect?: boolean;
}

export interface LabelledFinding {
  class: string;
  call_index?: number | null;
}

export interface LabelledRow {
  label_id: string;
  text: string;
  domain?: string;
  message_kind?: string;
  /** The log or the message was altered on purpose. */
  ablated?: unknown;
  mutated?: unknown;
  claims: Label[];
  ticket_findings?: LabelledFinding[];
}

/** Whether a parsed line is a labelled row, and not a prediction, a ticket or anything else. */
export const isLabelledRow = (json: unknown): json is LabelledRow =>
  typeof json === 'object' &&
  json !== null &&
  'label_id' in json &&
  'text' in json &&
  typeof json.text === 'string' &&
  'claims' in json &&
  Array.isArray(json.claims) &&
  json.claims.every((claim) => typeof claim?.quote === 'string' && typeof claim.verdict === 'string');

/** Optional and ambiguous claims, and effects that no tool of the row describes, count neither way. */
export const counts = (label: Label): boolean => !label.optional && !label.ambiguous && !label.side_effect;

export const callsOf = (label: Label): number[] => [
  ...(typeof label.supporting_call_index === 'number' ? [label.supporting_call_index] : []),
  ...(label.call_indices ?? []),
];
