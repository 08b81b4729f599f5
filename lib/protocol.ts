/**
 * The arrows between contexts, as call types: request and reply of every message that crosses one.
 * Content scripts are untrusted: what they send is checked for shape in the worker before it is used.
 */
import type {
  Author,
  Claim,
  Colour,
  Coverage,
  Decision,
  Finding,
  GateEvent,
  Iso,
  LetThroughFor,
  TicketPage,
  TicketRef,
  ToolCall,
  ToolMapping,
} from './model.ts';
import type { LogConfig } from './sources/source.ts';

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
  /** What the finding is about: of the ticket it says what is so, where amber on a claim says that nobody can tell. */
  about: Finding['about'];
  /** A few words for the badge, e.g. "No such tool". */
  label: string;
}

/** What the page needs to know of a ticket: marks, and whether the close gate holds. Pushed on every change. */
export interface Verdicts {
  ticket: TicketRef;
  /** An audit is due or running: the thread may have changed since what is said here was found. */
  auditing: boolean;
  marks: Mark[];
  gate: {
    mode: 'hold' | 'watch' | 'off';
    /** Ids of the undecided findings to hold for: red ones, and money that cannot be verified where the team holds it. */
    open: string[];
    /** Why nothing is held although nothing is known to be right: no verdict yet, a log that cannot be read, a trail that cannot be written. */
    unjudged: Extract<LetThroughFor, 'no-verdict' | 'log-unreadable' | 'trail-unwritable'> | null;
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
  /** The tab shows a page of the ticket on which its thread does not stand, but from which it can be closed. Answered with what is known of the thread. */
  'page.form': { request: { ticket: TicketRef }; reply: Verdicts | null };
  /** The tab shows no ticket any more. */
  'page.left': { request: Record<string, never>; reply: null };
  /** Heartbeat of a visible ticket: wakes the worker, and heals a lost push. */
  'page.alive': { request: { ticket: TicketRef }; reply: Verdicts | null };
  /**
   * A badge or a held press: open the panel at this finding. `hint` is null once the panel stands open; where the browser did not
   * let us open it, it says how the person does, and the panel then opens at the finding.
   */
  'page.show': { request: { ticket: TicketRef; findingId: string | null }; reply: { hint: string | null } };
  /** What the close gate did, and when. Told again until it is in the trail. */
  'page.gate': { request: { ticket: TicketRef; at: Iso } & Pick<GateEvent, 'outcome' | 'why' | 'findings'>; reply: null };
}

/** From the worker to one tab's content script. */
export interface ToPage {
  verdicts: { request: Verdicts; reply: null };
  /** Scroll a claim's quote into view and flash it, marked or not. */
  jump: { request: Place; reply: null };
}

/** A log's answer to one question, as it is shown where it is set up. */
export interface Tried {
  /** How the log names the ticket; null where the page does not hold the id. */
  conversation: string | null;
  calls: { name: string; status: ToolCall['status']; at: string | null }[];
  tools: string[];
  inventoryComplete: boolean;
  coverage: Coverage;
}

/** A file, to be handed to the reader. */
export interface Exported {
  name: string;
  /** Media type. */
  type: string;
  text: string;
}

/** What would be taken out of a trail before it leaves, and the thread as it would leave. */
export interface Preview {
  taken: { kind: 'email' | 'phone' | 'card' | 'account' | 'address' | 'name' | 'field' | 'pattern'; text: string; times: number }[];
  messages: { author: string; text: string }[];
}

/** From the panel and the options page to the worker. */
export interface FromPanel {
  'panel.audit': { request: { ticket: TicketRef }; reply: null };
  /** `on` is the finding as the reviewer saw it: refused where it has changed since. */
  'panel.decide': {
    request: { ticket: TicketRef; decision: Pick<Decision, 'findingId' | 'kind' | 'reason' | 'why' | 'failure' | 'topic' | 'call' | 'on'> };
    reply: null;
  };
  /** Who wrote it, once for this helpdesk. `rest`: the thread's other authors of the team who are not known yet are people. Audits again. */
  'panel.author': { request: { ticket: TicketRef; author: Pick<Author, 'name' | 'id'>; is: 'ai-agent' | 'person'; rest: boolean }; reply: null };
  /** The call's tool does what the claim says: kept in the policy that holds for the ticket. Audits again. */
  'panel.mapTool': { request: { ticket: TicketRef; tool: string } & Pick<Claim, 'action' | 'words'>; reply: null };
  'panel.closeAnyway': { request: { ticket: TicketRef; reason: string }; reply: null };
  'panel.jump': { request: { tabId: number } & Place; reply: null };
  /** The trail as a file, with an event in the trail that it left. `redacted`: without what is personal. */
  'panel.export': { request: { ticket: TicketRef; format: string; redacted: boolean }; reply: Exported };
  /** The trails of several tickets, each in every format that is named, as one zip with a manifest; its bytes in base64. */
  'workbench.export': { request: { tickets: TicketRef[]; formats: string[]; redacted: boolean }; reply: { name: string; base64: string } };
  /** What a redacted export would hold, and what not. */
  'panel.preview': { request: { ticket: TicketRef }; reply: Preview };
  /** Settings were changed, or a host was granted: register scripts, audit again. */
  'options.changed': { request: Record<string, never>; reply: null };
  /** A log's key (`header` null) or the value of one of its extra headers; an empty one removes it. Never read back. */
  'options.key': { request: { log: string; header: string | null; key: string }; reply: null };
  /** Which logs have which keys. */
  'options.keys': { request: Record<string, never>; reply: { log: string; header: string | null }[] };
  /** The tickets that were read last, newest first: something to try a log on. */
  'options.tickets': { request: Record<string, never>; reply: { ticket: TicketRef; subject: string }[] };
  /** Asks a log, as it is filled in, for one ticket. Nothing is kept. */
  'options.try': { request: { log: LogConfig; ticket: TicketRef }; reply: Tried };
  /** Whose key signs the trails, its fingerprint, and how much is kept. */
  'options.trail': { request: Record<string, never>; reply: { fingerprint: string; tickets: number; events: number } };
  /** The tickets of that number of which something is kept. */
  'options.kept': { request: { id: string }; reply: { ticket: TicketRef; subject: string }[] };
  /** Erases all that is kept of a ticket, on a lawful request. */
  'options.erase': { request: { ticket: TicketRef }; reply: null };
  /** Every tool that the logs have told of, with the actions that its name and description say it does. */
  'options.tools': { request: Record<string, never>; reply: { name: string; description?: string; does: ToolMapping['action'][] }[] };
}

export type Calls = Record<string, { request: unknown; reply: unknown }>;
