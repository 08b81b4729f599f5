/** What a message says that the agent did, is bound to do, or did not do. */
export interface Money {
  /** In major units, e.g. 48 for $48.00. */
  amount: number;
  /** ISO 4217 where the text says it, else undefined. `$` alone is USD. */
  currency?: string;
  /** As written, e.g. `$48`. */
  text: string;
}

/** What a claim names, so that it can be compared with a call's arguments and result. */
export interface Slots {
  money: Money[];
  /** Order, reservation, ticket ids of any shape; as written, without spaces inside. */
  ids: string[];
  /** Ids that the message names elsewhere, where the claim names none. */
  about: string[];
  /** Last digits of a card or account. */
  cards: string[];
  emails: string[];
  /** ISO dates, `YYYY-MM-DD`. */
  dates: string[];
  /** Days told from where the message stands: "tomorrow" as ISO dates, both included, with a day's slack; "Tuesday" as 2, Sunday being 0. */
  days?: { text: string; from?: string; to?: string; weekday?: number }[];
  /** Counts with their noun: "2 bags". */
  counts: { value: number; of: string }[];
  /** New values in words: "changed to *Mara Lund*", "the address is now *12 Mill Lane, 4051*". */
  texts: string[];
  /** Where something was escalated to, as written: "AE", "billing tier 2". */
  destination?: string;
  /** A named outside system that the claim says was used: "Stripe". */
  system?: string;
}

/**
 * One action that a message says the agent did (`done`), is bound to do (`promised`), or says was not done (`denied`); `retracted` where a
 * later message of the agent took it back. Those that are denied or retracted carry no finding.
 */
export interface Claim {
  /** Digest of message id, quote and occurrence. */
  id: string;
  messageId: string;
  start: number;
  end: number;
  quote: string;
  /** 0 for the first time this quote stands in its message. */
  occurrence: number;
  status: 'done' | 'promised' | 'denied' | 'retracted';
  /** Of a denied one: the agent says that it tried, and that it failed. */
  tried?: true;
  /** id of an action of the table, or `other`. */
  action: string;
  /** What kind of evidence it needs: a read never supports a write. */
  kind: 'read' | 'write' | 'credit' | 'communication' | 'escalation';
  /**
   * How things are, rather than what was done. `state`: "the accounts are merged", a claim unless the agent only read it so.
   * `value`: "Seats: 12", "your visit is booked for Monday", a claim only where a recorded write is about that very thing.
   */
  tells?: 'state' | 'value';
  /** Stem of the head verb; '' where only a noun tells. */
  verb: string;
  /** The claim's own content words, normalised (lower case, stem): what an unknown verb is matched by. */
  words: string[];
  slots: Slots;
}
