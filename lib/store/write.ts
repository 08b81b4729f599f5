/** What changes the store. Imported by the worker alone. */
import type { AuditRecord, Iso, Policy, TicketPage, TicketRef, TrailBody, TrailEvent } from '../model.ts';
import { canonical, newSalt, newSigner, type Signer } from '../seal.ts';
import { sealEvent } from '../trail.ts';
import { type Known, keep, knownOf, partsOf } from './contents.ts';
import { type JobRow, Store, ticketKey } from './db.ts';

export { ticketKey };

export class Writer {
  readonly db: Store;
  #signer: Promise<Signer> | null = null;
  /** What is kept of the ticket that was written last: only this worker writes. */
  #known: { ticket: string; digests: Known } = { ticket: '', digests: new Map() };
  /** False since the trail could not be written, until it can be again: a full disk, a broken store. */
  trailWritable = true;

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

  /** The tab shows a page of the ticket without its thread; what is known of the thread is audited anew. */
  async formShown(tabId: number, ref: TicketRef, now: Iso): Promise<void> {
    const { db } = this;
    const ticket = ticketKey(ref);
    await db.transaction('rw', db.pages, db.views, db.jobs, async () => {
      await db.views.put({ tabId, ticket });
      if (await db.pages.get(ticket)) await this.#due(ticket, now);
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

  /** Keeps a judgement that was made under `policy`. One that says nothing new writes nothing to the trail. */
  async record(record: AuditRecord, policy: Policy): Promise<void> {
    const { db } = this;
    const ticket = ticketKey(record.ticket);
    const parts = partsOf(record, policy);
    const before = await db.records.get(ticket);
    if (before?.essence === parts.essence) {
      await db.records.put({ ...before, checkedAt: record.at });
      return;
    }
    if (this.#known.ticket !== ticket) this.#known = { ticket, digests: await knownOf(db, ticket) };
    const { digests } = this.#known;
    const { rows, judgement, lists } = keep(ticket, parts, before, digests);
    const { from, to, askedAt } = record.evidence.coverage;
    const event = { judgement, asked: { from, to, at: askedAt } };
    await this.append(record.ticket, record.at, { kind: 'record', record: event }, async () => {
      await db.contents.bulkAdd(rows);
      await db.records.put({ ticket, at: record.at, record: event, essence: parts.essence, lists, checkedAt: record.at });
    });
    for (const { plain, digest } of rows) digests.set(plain, digest);
  }

  /** The key pair of this installation, made when it is first needed. */
  #ownSigner(): Promise<Signer> {
    this.#signer ??= this.#loadSigner().catch((error: unknown) => {
      this.#signer = null;
      throw error;
    });
    return this.#signer;
  }

  async #loadSigner(): Promise<Signer> {
    const known = await this.db.signers.get('own');
    if (known) return known;
    const made = await newSigner();
    await this.db.signers.put({ id: 'own', ...made });
    return made;
  }

  /**
   * Appends to the ticket's trail, and does `along` in the same transaction.
   * Hash and signature are made before the transaction, which then checks that the head is still the one that was signed over:
   * awaiting WebCrypto inside a transaction would end it.
   */
  async append(ticket: TicketRef, at: Iso, body: TrailBody, along: () => PromiseLike<unknown> = async () => undefined): Promise<TrailEvent> {
    try {
      const event = await this.#append(ticket, at, body, along);
      this.trailWritable = true;
      return event;
    } catch (error) {
      this.trailWritable = false;
      throw error;
    }
  }

  async #append(ticket: TicketRef, at: Iso, body: TrailBody, along: () => PromiseLike<unknown>): Promise<TrailEvent> {
    const { db } = this;
    const key = ticketKey(ticket);
    const signer = await this.#ownSigner();
    const head = () => db.events.where('[ticket+seq]').between([key, 0], [key, Number.POSITIVE_INFINITY]).last();
    for (;;) {
      const previous = (await head()) ?? null;
      const event = await sealEvent(previous, ticket, at, body, signer, newSalt());
      const done = await db.transaction('rw', db.events, db.contents, db.records, db.freed, async () => {
        if (((await head()) ?? null)?.hash !== previous?.hash) return false;
        await db.events.add({ ticket: key, seq: (previous?.seq ?? -1) + 1, kind: body.kind, ...event });
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

  /** Keeps a log's key (`header` null) or the value of one of its headers; an empty one removes it. */
  async setKey(log: string, header: string | null, key: string): Promise<void> {
    if (key) await this.db.keys.put({ log, header: header ?? '', key });
    else await this.db.keys.delete([log, header ?? '']);
  }

  async secretsOf(log: string): Promise<{ key: string | null; headers: Record<string, string> }> {
    const rows = await this.db.keys.where('log').equals(log).toArray();
    const headers = rows.filter((row) => row.header !== '').map((row) => [row.header, row.key] as const);
    return { key: rows.find((row) => row.header === '')?.key ?? null, headers: Object.fromEntries(headers) };
  }
}
