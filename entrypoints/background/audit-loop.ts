/**
 * The audit loop: takes jobs that are due, gathers evidence, judges, stores, and shows the outcome.
 * The worker may die between any two lines. All that it would need to go on is in the store: the job stays leased to a life
 * that is over, and the next start takes it up again.
 */
import { audit } from '../../lib/audit.ts';
import { browser } from '../../lib/browser.ts';
import type { TicketRef } from '../../lib/model.ts';
import { openFindings } from '../../lib/open.ts';
import type { Verdicts } from '../../lib/protocol.ts';
import { deskFor, loadSettings, policyFor, type Settings } from '../../lib/settings.ts';
import type { JobRow, PageRow } from '../../lib/store/db.ts';
import { ticketState } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab } from '../../lib/wire.ts';
import { withTeamAuthors } from './authors.ts';
import { judgeClose } from './closing.ts';
import { gatherEvidence } from './evidence.ts';
import { nextAudit, type Plan, retry } from './schedule.ts';
import { showOnToolbar } from './toolbar.ts';
import { verdictsOf, withoutStore } from './verdicts.ts';

export const ALARM = 'jobs';

/** A job takes less than this, or its worker has died. */
const RESCUE_MS = 30_000;

const now = () => new Date().toISOString();

export class AuditLoop {
  readonly #writer: Writer;
  /** Names this life of the worker. */
  readonly #life = crypto.randomUUID();
  /** Tickets whose jobs are being done now. */
  readonly #doing = new Set<string>();

  constructor(writer: Writer) {
    this.#writer = writer;
    writer.onWritable = () => void this.#showAll();
  }

  /** Does all that is due. Safe to call at any time, as often as one likes. Never rejects: what failed is due again. */
  async work(): Promise<void> {
    try {
      const jobs = await this.#writer.takeJobs(this.#life, now(), (ticket) => this.#doing.has(ticket));
      // Before the work, so that a worker that dies in it is woken to take it up again; and after it, for what comes next.
      await this.#wakeLater();
      await Promise.all(jobs.map((job) => this.#doJob(job)));
      await this.#wakeLater();
    } catch (error) {
      console.error('the store failed', error);
    }
  }

  async #doJob(job: JobRow): Promise<void> {
    if (this.#doing.has(job.ticket)) return;
    this.#doing.add(job.ticket);
    const again = await this.#audit(job).finally(() => this.#doing.delete(job.ticket));
    if (again) await this.work();
  }

  /** True where the ticket is due again already. */
  async #audit(job: JobRow): Promise<boolean> {
    const row = await this.#writer.db.pages.get(job.ticket);
    if (!row) return this.#writer.finishJob(job, null, false);
    let plan: Plan;
    try {
      await this.#writer.closeSeen(row);
      const settings = await loadSettings();
      const page = withTeamAuthors(row.page, deskFor(settings, row.page.ticket));
      const asOf = new Date();
      const evidence = await gatherEvidence(page, settings, (log) => this.#writer.secretsOf(log), asOf);
      const policy = policyFor(settings, page.ticket);
      const record = audit(page, evidence, policy, asOf.toISOString());
      await this.#writer.record(record, policy);
      await this.#judgeClose(row, settings);
      plan = nextAudit(record, job.attempts, new Date());
    } catch (error) {
      console.error(`audit of ${job.ticket} failed`, error);
      plan = retry(job.attempts, new Date());
    }
    try {
      return await this.#writer.finishJob(job, plan.next, plan.failed);
    } finally {
      await this.show(row.page.ticket);
    }
  }

  /** Flags a close that was seen and that no press accounts for. */
  async #judgeClose(row: PageRow, settings: Settings): Promise<void> {
    const { sawClose, page } = row;
    if (!sawClose) return;
    const state = await ticketState(page.ticket);
    const judged = settings.gate === 'off' ? 'accounted' : judgeClose(sawClose, page.closed, state, openFindings(state, settings));
    if (judged === 'not-known-yet') return;
    if (judged !== 'accounted') await this.#writer.append(page.ticket, now(), { kind: 'gate', outcome: 'closed-without-review', ...judged });
    await this.#writer.closeJudged(row);
  }

  /** Pushes what is known of a ticket to every tab that shows it. */
  async show(ticket: TicketRef): Promise<void> {
    const views = await this.#writer.db.views
      .where('ticket')
      .equals(ticketKey(ticket))
      .toArray()
      // A store that cannot be read: its pages hear so when they next ask.
      .catch(() => []);
    await Promise.all(views.map(({ tabId }) => this.showInTab(tabId, ticket)));
  }

  async showInTab(tabId: number, ticket: TicketRef): Promise<void> {
    const state = await ticketState(ticket).catch(() => null);
    if (state) await showOnToolbar(tabId, state);
    // A tab that is gone or reloading asks by itself when its script is back.
    await callTab(tabId, 'verdicts', await this.verdictsFor(ticket)).catch(() => undefined);
  }

  /** What a page may know of its ticket, also where the store fails. */
  async verdictsFor(ticket: TicketRef): Promise<Verdicts> {
    const settings = await loadSettings();
    const state = await ticketState(ticket).catch(() => null);
    return state ? verdictsOf(state, settings, this.#writer.trailWritable) : withoutStore(ticket, settings);
  }

  async #showAll(): Promise<void> {
    const { views, pages } = this.#writer.db;
    const shown = await views.toArray().catch(() => []);
    const rows = await pages.bulkGet([...new Set(shown.map(({ ticket }) => ticket))]).catch(() => []);
    await Promise.all(rows.flatMap((row) => (row ? [this.show(row.page.ticket)] : [])));
  }

  /** One alarm for the next job: it wakes a worker that the browser has put to sleep, or that has died in its work. */
  async #wakeLater(): Promise<void> {
    const { due, busy } = await this.#writer.nextDue(this.#life);
    const times = [...(due ? [Math.max(Date.parse(due), Date.now() + 1_000)] : []), ...(busy ? [Date.now() + RESCUE_MS] : [])];
    if (times.length > 0) await browser.alarms.create(ALARM, { when: Math.min(...times) });
    else await browser.alarms.clear(ALARM);
  }
}
