/** The tables and their versions. One database of the extension's origin: content scripts cannot reach it. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Digest, Iso, RecordEvent, TicketPage, TicketRef, TrailBody, TrailEvent, TrailKey } from '../model.ts';

/** One text for one ticket, the same in every table: `zendesk:acme.zendesk.com:412`. */
export const ticketKey = (ticket: TicketRef): string => `${ticket.helpdesk}:${ticket.host}:${ticket.id}`;

/** When a ticket was first seen closed, and when it had last been read open. */
export interface SeenClose {
  at: Iso;
  openAt: Iso;
  /** It stands in the trail. */
  noted?: boolean;
}

/** The thread as it was last read. */
export interface PageRow {
  ticket: string;
  page: TicketPage;
  readAt: Iso;
  /** The last status that a page showed, and when it last showed it open. */
  status: TicketPage['status'];
  openAt?: Iso;
  /** It was open and is closed: until that was held against the presses that the gate let through. */
  sawClose?: SeenClose;
}

/** The lists of one judgement. */
export type ListName = 'messages' | 'gaps' | 'calls' | 'claims' | 'findings';

export interface WholeList {
  digest: Digest;
  items: Digest[];
}

/** The last judgement, by digests; the trail holds all that differed. */
export interface RecordRow {
  ticket: string;
  at: Iso;
  record: RecordEvent;
  /** What makes two judgements the same: digest over all of it but the times of asking. Unsalted, and never exported. */
  essence: Digest;
  /** Its lists, whole, so that the next change of each is found without reading them together; `base`: the one before an empty one. */
  lists: Record<ListName, WholeList & { base?: WholeList }>;
  /** When the log was last asked, also where the answer changed nothing. */
  checkedAt: Iso;
}

/** A message, call, policy, list, ...: kept once for its ticket, however many judgements rest on it. Never changed. */
export interface ContentRow {
  ticket: string;
  /** Of its sealed bytes: how the trail names it. */
  digest: Digest;
  /** Of its kind and its value as it is: how it is found again. Never exported: without a salt, a text could be guessed from it. */
  plain: Digest;
  kind: string;
  value: unknown;
  salt: string;
}

/** Work that is due. The worker may die at any moment: what is not finished is taken up again at its next start. */
export interface JobRow {
  ticket: string;
  due: Iso;
  /** Counts the reasons to audit: a job whose page changed meanwhile is not finished. */
  revision: number;
  /** Failures in a row, for backing off. */
  attempts: number;
  /** The worker's life that has taken it; '' for nobody. A lease of another life is void: only one worker lives at a time. */
  lease: string;
}

export interface EventRow extends TrailEvent {
  ticket: string;
  seq: number;
  kind: TrailBody['kind'];
}

/** Which ticket a tab shows. */
export interface ViewRow {
  tabId: number;
  ticket: string;
}

/** "Close anyway": frees one press until then. */
export interface FreedRow {
  ticket: string;
  until: Iso;
}

/** The finding that the page last asked to see in the panel. */
export interface ShownRow {
  ticket: string;
  findingId: string | null;
  at: Iso;
}

/** A log's key (`header` empty) or the value of one of its extra headers. */
export interface KeyRow {
  log: string;
  header: string;
  key: string;
}

/** The key pair that this installation signs its trails with. The private half cannot be read out. */
export interface SignerRow {
  id: 'own';
  key: TrailKey;
  privateKey: CryptoKey;
}

export class Store extends Dexie {
  declare pages: EntityTable<PageRow, 'ticket'>;
  declare records: EntityTable<RecordRow, 'ticket'>;
  declare contents: Table<ContentRow, [string, string]>;
  declare jobs: EntityTable<JobRow, 'ticket'>;
  declare events: Table<EventRow, [string, number]>;
  declare views: EntityTable<ViewRow, 'tabId'>;
  declare freed: EntityTable<FreedRow, 'ticket'>;
  declare shown: EntityTable<ShownRow, 'ticket'>;
  declare keys: Table<KeyRow, [string, string]>;
  declare signers: EntityTable<SignerRow, 'id'>;

  constructor(name = 'deskcheck') {
    super(name);
    this.version(1).stores({
      pages: 'ticket, readAt',
      records: 'ticket',
      contents: '[ticket+digest], [ticket+plain+digest], ticket, kind',
      jobs: 'ticket, due',
      events: '[ticket+seq], [ticket+kind], ticket',
      views: 'tabId, ticket',
      freed: 'ticket',
      shown: 'ticket',
      keys: '[log+header], log',
      signers: 'id',
    });
  }
}
