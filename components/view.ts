/** What the panel shows, as plain props: the store's live answer for one ticket and what the reviewer can do with it. */
import type { ExportId } from '../lib/exports/meta.ts';
import type { Author, Claim, Decision, Finding, TicketState, ToolMapping } from '../lib/model.ts';
import type { Preview } from '../lib/protocol.ts';

/** A host that access is asked for: its name, and the match pattern that the browser is asked with. */
export interface Host {
  host: string;
  origin: string;
}

/** Why there is no ticket to show, as far as the browser lets it be known. */
export type NoTicket =
  | { why: 'nothing-set-up' }
  /** The tab shows a helpdesk that Deskcheck reads, by its product's name, and that nobody has set up. */
  | { why: 'not-set-up'; host: string; product: string }
  /** Helpdesks that are set up and that the browser gives no access to; the tab may show one of them. */
  | { why: 'no-access'; hosts: Host[] }
  /** The tab's address is a ticket's, but its page was not read yet. */
  | { why: 'not-read-yet' }
  /** The tab shows a helpdesk that is set up, on a page that is no ticket. */
  | { why: 'no-ticket-page'; host: string }
  | { why: 'elsewhere' };

export type PanelView =
  | { kind: 'waiting' }
  | ({ kind: 'no-ticket' } & NoTicket)
  | { kind: 'error'; message: string }
  | { kind: 'ticket'; ticket: TicketState };

/** What the team has set up for the helpdesk of the ticket. */
export interface Desk {
  /** Names or ids of those who are told to be AI agents, and to be people. */
  agents: string[];
  people: string[];
  /** Tools mapped in the policy that holds there. */
  tools: ToolMapping[];
  /** Where the ticket stands in the helpdesk. */
  ticketUrl: string;
  /** Null where no log is set up. */
  log: Host | null;
}

/** For whoever helps when something does not work. */
export interface About {
  version: string;
  browser: string;
  /** In bytes; null where the browser does not tell. */
  storage: { used: number; quota: number } | null;
}

export interface Reviewing {
  /** Empty until the reviewer has given it. */
  reviewer: string;
  gate: 'hold' | 'watch' | 'off';
  holdMoneyAbove: { amount: number; currency: string } | null;
  /** Product names of the log's sources, by their id. */
  sourceLabels: Record<string, string>;
  /** Null where the ticket's helpdesk is not set up. */
  desk: Desk | null;
  about: About;
  /** The worker did not answer when it was last asked. */
  workerSilent: boolean;
}

export type Word = Pick<Decision, 'kind' | 'reason' | 'why' | 'failure' | 'topic' | 'call'>;

/** Each rejects with an Error whose message can be shown. */
export interface PanelActions {
  audit(): Promise<void>;
  show(place: Pick<Claim, 'messageId' | 'quote' | 'occurrence'>): Promise<void>;
  decide(finding: Finding, word: Word, reviewer: string): Promise<void>;
  /** `rest`: the thread's other authors who are not known are people. */
  author(author: Pick<Author, 'name' | 'id'>, is: 'ai-agent' | 'person', rest: boolean): Promise<void>;
  mapTool(tool: string, claim: Pick<Claim, 'action' | 'words'>): Promise<void>;
  closeAnyway(reason: string, reviewer: string): Promise<void>;
  /** As a file. `redacted`: without what is personal. */
  exportTrail(format: ExportId, redacted: boolean): Promise<void>;
  previewExport(): Promise<Preview>;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
  /** Asks the browser for access to a host. Nothing may be awaited before it: the browser asks within a click only. */
  grant(host: Host): Promise<void>;
  openOptions(): Promise<void>;
  reloadPage(): Promise<void>;
  restartPanel(): Promise<void>;
}
