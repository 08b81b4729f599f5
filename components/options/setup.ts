/** What the options page shows, and what it asks for: props in, callbacks out. */
import type { HelpdeskMeta } from '../../lib/helpdesks/meta.ts';
import type { Claim, TicketRef } from '../../lib/model.ts';
import type { FromPanel, Tried } from '../../lib/protocol.ts';
import type { Known, Problem, Settings } from '../../lib/settings-schema.ts';
import type { LogConfig, SourceMeta } from '../../lib/sources/source.ts';

export interface Host {
  /** A match pattern, e.g. `https://acme.zendesk.com/*`. */
  pattern: string;
  granted: boolean;
}

export type SeenTool = FromPanel['options.tools']['reply'][number];
export type ReadTicket = FromPanel['options.tickets']['reply'][number];
export type KeptKey = FromPanel['options.keys']['reply'][number];

/** `persisted` is null where the browser does not tell. */
export type TrailFacts = FromPanel['options.trail']['reply'] & { storage: { used: number; quota: number } | null; persisted: boolean | null };

export interface Setup {
  /** As stored now. */
  settings: Settings;
  /** The organisation fixes the reviewer's name. */
  managed: boolean;
  /** What is wrong with settings that are stored and cannot be read; the first save replaces them. */
  unread: readonly Problem[];
  known: Known;
  sources: readonly SourceMeta[];
  helpdesks: readonly HelpdeskMeta[];
  actions: readonly { id: string; kind: Claim['kind'] }[];
  hosts: readonly Host[];
  /** Which logs have which keys; never the keys. */
  keys: readonly KeptKey[];
  /** Null until they are known. */
  tools: readonly SeenTool[] | null;
  tickets: readonly ReadTicket[];
  /** In the reader's zone, e.g. `2026-11-23`. */
  today: string;
  /** Changes the settings as they are stored at that moment. Resolves to what is wrong with them then; where anything is, nothing was saved. */
  save(change: (now: Settings) => Settings): Promise<Problem[]>;
  /** Called within the click, with nothing awaited before. Resolves to whether the browser granted it. */
  grant(pattern: string): Promise<boolean>;
  /** A log's key (`header` null) or the value of one of its headers; an empty one removes it. */
  setKey(log: string, header: string | null, key: string): Promise<void>;
  /** Asks a log as it is filled in, saved or not. */
  tryLog(log: LogConfig, ticket: TicketRef): Promise<Tried>;
  /** Null until it is known. */
  trail: TrailFacts | null;
  /** Asks the browser never to clear what is kept here. Rejects where it refuses. */
  persist(): Promise<void>;
  copy(text: string): Promise<void>;
  /** The tickets of that number of which something is kept. */
  findKept(id: string): Promise<readonly ReadTicket[]>;
  /** All that is kept of it. Rejects where a tab shows it, or nobody's name was given. */
  erase(ticket: TicketRef): Promise<void>;
  exportFile(): Promise<void>;
  /** The settings that cannot be read, as they are stored. */
  exportUnread(): Promise<void>;
}
