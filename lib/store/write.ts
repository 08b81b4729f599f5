/** What changes the store. Imported by the worker alone. */
import type { AuditRecord, Iso, TicketPage, TicketRef, TrailBody, TrailEvent } from '../model.ts';
import { canonical, seal } from '../seal.ts';
import { type JobRow, Store, ticketKey } from './db.ts';

export { ticketKey };

/** What makes two judgements the same: all but the times of asking. */
function essence(record: AuditRecord): string {
  const { at: _at, evidence, ...rest } = record;
  const { from: _from, to: _to, askedAt: _askedAt, ...coverage } = evidence.coverage;
  return canonical({ ...rest, evidence: { ...evidence, coverage } });
}

export class Writer {
  readonly db: Store;

  constructor(db: Store = new Store()) {
    this.db = db;
  }

  /** Keeps the thread as read and makes its audit due, in one step: after this nothing is lost if the worker dies. */
  async pageRead(tabId: number, page: TicketPage, now: Iso): Promise<void> {
    const { db } = this;
    const ticket = ticketKey(page.ticket);
    await db.transaction('rw', db.pages, db.views, db.jobs, db.freed, async () => {
      const before = await db.pages.get(ticket);
      if (before && canonical(before.page.messages) !== canonical(page.messages)) await db.freed.delete(ticket);
      await db.pages.put({ ticket, page, readAt: now });
      await db.views.put({ tabId, ticket });
      await this.#due(ticket, now);
    });
  }

  async tabLeft(tabId: number): Promise<void> {
    await this.db.views.delete(tabId);
  }

  /** Makes an audit due now, whatever was planned. */
  async auditDue(ticket: string, now: Iso): Promise<void> {
    await this.db.transaction('rw', this.db.jobs, () => this.#due(ticket, now));
  }

  async #due(ticket: string, now: Iso): Promise<void> {
    const job = await this.db.jobs.get(ticket);
    await this.db.jobs.put({ ticket, due: now, revision: (job?.revision ?? 0) + 1, attempts: 0, lease: job?.lease ?? '' });
  }

  /** Takes every due job that no living worker holds. `life` names this worker's life. */
  async takeJobs(life: string, now: Iso): Promise<JobRow[]> {
    return this.db.transaction('rw', this.db.jobs, async () => {
      const due = await this.db.jobs.where('due').belowOrEqual(now).toArray();
      const free = due.filter((job) => job.lease !== life);
      const taken = free.map((job) => ({ ...job, lease: life }));
      await this.db.jobs.bulkPut(taken);
      return taken;
    });
  }

  /** Ends a job: planned anew at `next`, or done with. A job that became due again meanwhile stays due, and true is returned. */
  async finishJob(job: JobRow, next: Iso | null, failed: boolean): Promise<boolean> {
    return this.db.transaction('rw', this.db.jobs, async () => {
      const now = await this.db.jobs.get(job.ticket);
      if (!now) return false;
      if (now.revision !== job.revision) {
        await this.db.jobs.put({ ...now, lease: '' });
        return true;
      }
      if (next) await this.db.jobs.put({ ...now, due: next, lease: '', attempts: failed ? now.attempts + 1 : 0 });
      else await this.db.jobs.delete(job.ticket);
      return false;
    });
  }

  /** When the next job is due that this life of the worker is not doing already, and whether it is doing any. */
  async nextDue(life: string): Promise<{ due: Iso | null; busy: boolean }> {
    const jobs = await this.db.jobs.orderBy('due').toArray();
    return { due: jobs.find((job) => job.lease !== life)?.due ?? null, busy: jobs.some((job) => job.lease === life) };
  }

  /** Keeps a judgement. One that says nothing new writes nothing to the trail. */
  async record(record: AuditRecord): Promise<void> {
    const ticket = ticketKey(record.ticket);
    const before = await this.db.records.get(ticket);
    if (before && essence(before.record) === essence(record)) {
      await this.db.records.put({ ...before, checkedAt: record.at });
      return;
    }
    await this.append(record.ticket, record.at, { kind: 'record', record }, () => this.db.records.put({ ticket, record, checkedAt: record.at }));
  }

  /**
   * Appends to the ticket's trail, and does `along` in the same transaction.
   * The hash is made before the transaction, which then checks that the head is still the one hashed over:
   * awaiting WebCrypto inside a transaction would end it.
   */
  async append(ticket: TicketRef, at: Iso, body: TrailBody, along: () => PromiseLike<unknown> = async () => undefined): Promise<TrailEvent> {
    const { db } = this;
    const key = ticketKey(ticket);
    const head = () => db.events.where('[ticket+seq]').between([key, 0], [key, Number.POSITIVE_INFINITY]).last();
    for (;;) {
      const previous = (await head()) ?? null;
      const event = await seal(previous, at, body);
      const done = await db.transaction('rw', db.events, db.records, db.freed, async () => {
        if (((await head()) ?? null)?.hash !== previous?.hash) return false;
        await db.events.add({ ticket: key, ...event });
        await along();
        return true;
      });
      if (done) return event;
    }
  }

  async free(ticket: TicketRef, until: Iso, at: Iso, body: TrailBody): Promise<void> {
    await this.append(ticket, at, body, () => this.db.freed.put({ ticket: ticketKey(ticket), until }));
  }

  async freeUsed(ticket: TicketRef): Promise<void> {
    await this.db.freed.delete(ticketKey(ticket));
  }

  /** The finding that the panel should bring into view. */
  async show(ticket: TicketRef, findingId: string | null, at: Iso): Promise<void> {
    await this.db.shown.put({ ticket: ticketKey(ticket), findingId, at });
  }

  async setKey(log: string, key: string): Promise<void> {
    if (key) await this.db.keys.put({ log, key });
    else await this.db.keys.delete(log);
  }

  async keyOf(log: string): Promise<string | null> {
    return (await this.db.keys.get(log))?.key ?? null;
  }
}
