/**
 * The arrows between contexts, as call types: request and reply of every message that crosses one.
 * Content scripts are untrusted: what they send is checked for shape in the worker before it is used.
 */
import type { Colour, Decision, GateOutcome, TicketPage, TicketRef } from './model.ts';

/** Where a claim stands on the page. */
export interface Place {
  messageId: string;
  quote: string;
  /** 0 for the first time that the quote stands in the message. */
  occurrence: number;
}

/** One highlighted quote on the page. All texts are ready to show, in the reader's language. */
export interface Mark extends Place {
  findingId: string;
  colour: Exclude<Colour, 'green'>;
  /** A few words for the badge, e.g. "No such tool". */
  label: string;
}

/** What the page needs to know of a ticket: marks, and whether the close gate holds. Pushed on every change. */
export interface Verdicts {
  ticket: TicketRef;
  marks: Mark[];
  gate: {
    mode: 'hold' | 'watch' | 'off';
    /** Ids of the undecided red findings. Empty: nothing to hold for. */
    open: string[];
    /** False while there is no verdict yet, or the log cannot be read: then nothing is held. */
    judged: boolean;
    /** Time until which one press is let through after "close anyway"; null otherwise. */
    freeUntil: string | null;
    /** The sentence that the overlay shows when a press is held. */
    text: string;
  };
}

/** From the content script to the worker. */
export interface FromPage {
  /** The thread as it stands now. Answered as soon as it is stored; the verdict comes later, as `verdicts`. */
  'page.read': { request: { page: TicketPage }; reply: null };
  /** The tab shows no ticket any more. */
  'page.left': { request: Record<string, never>; reply: null };
  /** Heartbeat of a visible ticket: wakes the worker, and heals a lost push. */
  'page.alive': { request: { ticket: TicketRef }; reply: Verdicts | null };
  /**
   * A badge or a held press: open the panel at this finding. `hint` is null once the panel stands open; where the browser did not
   * let us open it, it says how the person does, and the panel then opens at the finding.
   */
  'page.show': { request: { ticket: TicketRef; findingId: string | null }; reply: { hint: string | null } };
  /** What the close gate did. */
  'page.gate': { request: { ticket: TicketRef; outcome: GateOutcome; findings: string[] }; reply: null };
}

/** From the worker to one tab's content script. */
export interface ToPage {
  verdicts: { request: Verdicts; reply: null };
  /** Scroll a claim's quote into view and flash it, marked or not. */
  jump: { request: Place; reply: null };
}

/** From the panel and the options page to the worker. */
export interface FromPanel {
  'panel.audit': { request: { ticket: TicketRef }; reply: null };
  'panel.decide': { request: { ticket: TicketRef; decision: Pick<Decision, 'findingId' | 'kind' | 'reason'> }; reply: null };
  'panel.closeAnyway': { request: { ticket: TicketRef; reason: string }; reply: null };
  'panel.jump': { request: { tabId: number } & Place; reply: null };
  /** The file's name and its text. */
  'panel.export': { request: { ticket: TicketRef; format: string }; reply: { name: string; type: string; text: string } };
  /** Settings were changed, or a host was granted: register scripts, audit again. */
  'options.changed': { request: Record<string, never>; reply: null };
  /** A key for one log; an empty one removes it. Never read back. */
  'options.key': { request: { log: string; key: string }; reply: null };
  /** Which logs have a key. */
  'options.keys': { request: Record<string, never>; reply: string[] };
}

export type Calls = Record<string, { request: unknown; reply: unknown }>;
