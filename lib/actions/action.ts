/**
 * WORDS: one module an action. Vocabulary only: which words claim it, which tools do it, which slots they share.
 * A verb that no action knows is still a claim (`other`), matched to tools by its words.
 */
import type { Claim } from '../model.ts';

export interface Action {
  /** = file name = key in a policy's limits = test folder. */
  id: string;
  kind: Claim['kind'];
  /** Stems of verbs that claim it, e.g. `refund`, `reimburs`. */
  verbs: readonly string[];
  /** Stems of nouns that claim it with an unspecific verb: "issued a *refund*". */
  nouns: readonly string[];
  /** Stems of words of tool names or descriptions that do it: one array a way to say it, all of its words needed. */
  tools: readonly (readonly string[])[];
  /** Stems of words of a tool name that rule it out: `get_refund_status` refunds nothing. */
  notTools?: readonly string[];
}
