/** The tables and their versions. One database of the extension's origin: content scripts cannot reach it. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AuditRecord, Iso, TicketPage, TicketRef, TrailEvent } from '../model.ts';

/** One text for one ticket, the same in every table: `zendesk:acme.zendesk.com:412`. */
export const ticketKey = (ticket: TicketRef): string => `${ticket.helpdesk}:${ticket.host}:${ticket.id}`;

/** The thread as it was last read. */
export interface PageRow {
  ticket: string;
  page: TicketPage;
  readAt: Iso;
}

/** The last judgement; the trail holds all that differed. */
export interface RecordRow {
  ticket: string;
  record: AuditRecord;
  /** When the log was last asked, also where the answer changed nothing. */
  checkedAt: Iso;
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

export interface KeyRow {
  log: string;
  key: string;
}

export class Store extends Dexie {
  declare pages: EntityTable<PageRow, 'ticket'>;
  declare records: EntityTable<RecordRow, 'ticket'>;
  declare jobs: EntityTable<JobRow, 'ticket'>;
  declare events: Table<EventRow, [string, number]>;
  declare views: EntityTable<ViewRow, 'tabId'>;
  declare freed: EntityTable<FreedRow, 'ticket'>;
  declare shown: EntityTable<ShownRow, 'ticket'>;
  declare keys: EntityTable<KeyRow, 'log'>;

  constructor(name = 'deskcheck') {
    super(name);
    this.version(1).stores({
      pages: 'ticket',
      records: 'ticket',
      jobs: 'ticket, due',
      events: '[ticket+seq], ticket',
      views: 'tabId, ticket',
      freed: 'ticket',
      shown: 'ticket',
      keys: 'log',
    });
  }
}
