/** What changes the store. Imported by the worker alone. */
import type { AuditRecord, Digest, Iso, Policy, TicketPage, TicketRef, TrailBody } from '../model.ts';
import { canonical, newSalt, newSigner, type Signer } from '../seal.ts';
import { sealEvent } from '../trail/index.ts';
import { type Known, keep, knownOf, partsOf } from './contents.ts';
import { type ContentRow, type EventRow, type JobRow, type PageRow, type RecordRow, Store, ticketKey } from './db.ts';

export { ticketKey };

/** What is remembered of a ticket's status, over pages that do not show it. */
function statusOf(before: PageRow | undefined, page: TicketPage, now: Iso): Pick<PageRow, 'status' | 'openAt' | 'sawClose'> {
  const was = before?.status ?? 'unknown';
  const status = page.status === 'unknown' ? was : page.status;
  const closed = status === 'solved' || status === 'closed';
  const openAt = page.status === 'open' ? now : before?.openAt;
  const sawClose = !closed ? undefined : was === 'open' ? { at: now, openAt: openAt ?? now } : before?.sawClose;
  return { status, ...(openAt ? { openAt } : {}), ...(sawClose ? { sawClose } : {}) };
}

export class Writer {
  readonly db: Store;
  /** What is kept of the ticket that was written last: only this worker writes. */
  #known: { ticket: string; digests: Known } = { ticket: '', digests: new Map() };
  #trailWritable = true;
  /** Called when the trail cannot be written any more, and when it can be again. */
  onWritable: () => void = () => {};

  constructor(db: Store = new Store()) {
    this.db = db;
  }

  /** False since the trail could not be written, until it can be again: a full disk, a broken store. */
  get trailWritable(): boolean {
    return this.#trailWritable;
  }

  /** Writes, and remembers whether it could be done. Only what goes with the trail proves that the trail can be written again. */
  async #tried<T>(what: 'trail' | 'other', write: () => PromiseLike<T>): Promise<T> {
    const turn = (writable: boolean) => {
      const turned = writable !== this.#trailWritable;
      this.#trailWritable = writable;
      if (turned) this.onWritable();
    };
    try {
      const written = await write();
      if (what === 'trail') turn(true);
      return written;
    } catch (error) {
      turn(false);
      throw error;
    }
  }

  /** Keeps the thread as read and makes its audit due, in one step: after this nothing is lost if the worker dies. */
  async pageRead(tabId: number, page: TicketPage, now: Iso): Promise<void> {
    const { db } = this;
    const ticket = ticketKey(page.ticket);
    await this.#tried('other', () =>
      db.transaction('rw', db.pages, db.views, db.jobs, db.freed, async () => {
        const before = await db.pages.get(ticket);
        if (before && canonical(before.page.messages) !== canonical(page.messages)) await db.freed.delete(ticket);
        await db.pages.put({ ticket, page, readAt: now, ...statusOf(before, page, now) });
        await db.views.put({ tabId, ticket });
        await this.#due(ticket, now);
      }),
    );
  }

  /** A close that was seen was held against the presses; one that was seen after it is still to be. */
  async closeJudged({ ticket, sawClose }: PageRow): Promise<void> {
    await this.db.transaction('rw', this.db.pages, async () => {
      const row = await this.db.pages.get(ticket);
      if (!row || row.sawClose?.at !== sawClose?.at) return;
      const { sawClose: _, ...rest } = row;
      await this.db.pages.put(rest);
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

  /**
   * Takes every due job that no living worker is doing. `life` names this worker's life, and `doing` says which of those that it
   * has taken it is still at: the end of one may not have been written.
   */
  async takeJobs(life: string, now: Iso, doing: (ticket: string) => boolean = () => true): Promise<JobRow[]> {
    const { jobs } = this.db;
    const due = (await jobs.where('due').belowOrEqual(now).toArray()).filter((job) => job.lease !== life || !doing(job.ticket));
    if (due.length === 0) return [];
    return this.#tried('other', () =>
      this.db.transaction('rw', jobs, async () => {
        const still = (await jobs.bulkGet(due.map((job) => job.ticket))).filter((job) => job !== undefined);
        const taken = still.filter((job) => job.due <= now && (job.lease !== life || !doing(job.ticket))).map((job) => ({ ...job, lease: life }));
        await jobs.bulkPut(taken);
        return taken;
      }),
    );
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
      await this.#tried('trail', () => db.records.put({ ...before, checkedAt: record.at }));
      return;
    }
    // Without a record before it, nothing is: the store may have been cleared.
    if (!before || this.#known.ticket !== ticket) this.#known = { ticket, digests: await knownOf(db, ticket) };
    const { digests } = this.#known;
    const { rows, judgement, lists } = keep(ticket, parts, before, digests);
    const { from, to, askedAt } = record.evidence.coverage;
    const event = { judgement, asked: { from, to, at: askedAt } };
    const changed = before && (await this.#policyChange(ticket, before, policy, rows, judgement));
    const bodies: TrailBody[] = [...(changed ? [changed] : []), { kind: 'record', record: event }];
    await this.appendAll(record.ticket, record.at, bodies, async () => {
      await db.contents.bulkAdd(rows);
      await db.records.put({ ticket, at: record.at, record: event, essence: parts.essence, lists, checkedAt: record.at });
    });
    for (const { plain, digest } of rows) digests.set(plain, digest);
  }

  /** What stands between two judgements of a ticket under different policies. */
  async #policyChange(
    ticket: string,
    { record }: RecordRow,
    policy: Policy,
    rows: readonly ContentRow[],
    judgement: Digest,
  ): Promise<TrailBody | null> {
    const { contents } = this.db;
    const valueAt = async <T>(digest: Digest): Promise<T | undefined> =>
      (rows.find((row) => row.digest === digest) ?? (await contents.get([ticket, digest])))?.value as T | undefined;
    const [old, next] = await Promise.all([record.judgement, judgement].map(async (digest) => (await valueAt<{ policy: Digest }>(digest))?.policy));
    if (!old || !next || old === next) return null;
    const before = await valueAt<Policy>(old);
    if (!before) return null;
    const ref = ({ id, version }: Policy, content: Digest) => ({ id, version, content });
    return { kind: 'policy', before: ref(before, old), after: ref(policy, next) };
  }

  /** The key pair of this installation, made when it is first needed; asked each time, since the store can be cleared under us. */
  async signer(): Promise<Signer> {
    const { signers } = this.db;
    const known = await signers.get('own');
    if (known) return known;
    const made = await newSigner();
    return this.db.transaction('rw', signers, async () => {
      const meanwhile = await signers.get('own');
      if (meanwhile) return meanwhile;
      await signers.add({ id: 'own', ...made });
      return made;
    });
  }

  /**
   * Appends to the ticket's trail, and does `along` in the same transaction.
   * Hash and signature are made before the transaction, which then checks that head and key are still those that it was signed with:
   * awaiting WebCrypto inside a transaction would end it.
   */
  async append(ticket: TicketRef, at: Iso, body: TrailBody, along: () => PromiseLike<unknown> = async () => undefined): Promise<void> {
    return this.appendAll(ticket, at, [body], along);
  }

  /** The same of several events at once: all of them, or none. */
  async appendAll(
    ticket: TicketRef,
    at: Iso,
    bodies: readonly TrailBody[],
    along: () => PromiseLike<unknown> = async () => undefined,
  ): Promise<void> {
    return this.#tried('trail', () => this.#append(ticket, at, bodies, along));
  }

  /** The last event of a ticket's trail. */
  head(key: string): Promise<EventRow | undefined> {
    return this.db.events.where('[ticket+seq]').between([key, 0], [key, Number.POSITIVE_INFINITY]).last();
  }

  async #append(ticket: TicketRef, at: Iso, bodies: readonly TrailBody[], along: () => PromiseLike<unknown>): Promise<void> {
    const { db } = this;
    const key = ticketKey(ticket);
    for (;;) {
      const signer = await this.signer();
      const head = await this.head(key);
      const rows: EventRow[] = [];
      for (const body of bodies) {
        const last = rows.at(-1) ?? head ?? null;
        rows.push({ ticket: key, seq: (last?.seq ?? -1) + 1, kind: body.kind, ...(await sealEvent(last, ticket, at, body, signer, newSalt())) });
      }
      const done = await db.transaction('rw', db.tables, async () => {
        const same = (await this.head(key))?.hash === head?.hash && (await db.signers.get('own'))?.key.id === signer.key.id;
        if (!same) return false;
        await db.events.bulkAdd(rows);
        await along();
        return true;
      });
      if (done) return;
    }
  }

  /** The page showed the ticket closed: said once in its trail. */
  async closeSeen({ page, sawClose }: PageRow): Promise<void> {
    if (!sawClose || sawClose.noted) return;
    const { pages } = this.db;
    const body: TrailBody = { kind: 'closed', by: page.closed?.by ?? null, closedAt: page.closed?.at ?? null };
    await this.append(page.ticket, sawClose.at, body, async () => {
      const row = await pages.get(ticketKey(page.ticket));
      if (row?.sawClose?.at === sawClose.at) await pages.put({ ...row, sawClose: { ...row.sawClose, noted: true } });
    });
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
