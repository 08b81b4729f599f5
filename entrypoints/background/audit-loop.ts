/**
 * The audit loop: takes jobs that are due, gathers evidence, judges, stores, and shows the outcome.
 * The worker may die between any two lines. All that it would need to go on is in the store: the job stays leased to a life
 * that is over, and the next start takes it up again.
 */
import { audit } from '../../lib/audit.ts';
import { browser } from '../../lib/browser.ts';
import type { TicketRef } from '../../lib/model.ts';
import { deskFor, loadSettings, policyFor, type Settings } from '../../lib/settings.ts';
import type { JobRow } from '../../lib/store/db.ts';
import { ticketState } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab } from '../../lib/wire.ts';
import { withTeamAuthors } from './authors.ts';
import { gatherEvidence } from './evidence.ts';
import { nextAudit, type Plan, retry } from './schedule.ts';
import { showOnToolbar } from './toolbar.ts';
import { verdictsOf } from './verdicts.ts';

export const ALARM = 'jobs';

/** A job takes less than this, or its worker has died. */
const RESCUE_MS = 30_000;

export class AuditLoop {
  readonly #writer: Writer;
  /** Names this life of the worker. */
  readonly #life = crypto.randomUUID();

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /** Does all that is due. Safe to call at any time, as often as one likes. */
  async work(): Promise<void> {
    const jobs = await this.#writer.takeJobs(this.#life, new Date().toISOString());
    // Before the work, so that a worker that dies in it is woken to take it up again; and after it, for what comes next.
    await this.#wakeLater();
    await Promise.all(jobs.map((job) => this.#doJob(job)));
    await this.#wakeLater();
  }

  async #doJob(job: JobRow): Promise<void> {
    const row = await this.#writer.db.pages.get(job.ticket);
    if (!row) {
      await this.#writer.finishJob(job, null, false);
      return;
    }
    let plan: Plan;
    try {
      const settings = await loadSettings();
      const page = withTeamAuthors(row.page, deskFor(settings, row.page.ticket));
      const now = new Date();
      const evidence = await gatherEvidence(page, settings, (log) => this.#writer.secretsOf(log), now);
      const policy = policyFor(settings, page.ticket);
      const record = audit(page, evidence, policy, now.toISOString());
      await this.#writer.record(record, policy);
      plan = nextAudit(record, job.attempts, new Date());
    } catch (error) {
      console.error(`audit of ${job.ticket} failed`, error);
      plan = retry(job.attempts, new Date());
    }
    const again = await this.#writer.finishJob(job, plan.next, plan.failed);
    await this.show(row.page.ticket);
    if (again) await this.work();
  }

  /** Pushes what is known of a ticket to every tab that shows it. */
  async show(ticket: TicketRef): Promise<void> {
    const [state, settings] = await Promise.all([ticketState(ticket), loadSettings()]);
    const views = await this.#writer.db.views.where('ticket').equals(ticketKey(ticket)).toArray();
    await Promise.all(views.map(({ tabId }) => this.#showInTab(tabId, state, settings)));
  }

  async #showInTab(tabId: number, state: Awaited<ReturnType<typeof ticketState>>, settings: Settings): Promise<void> {
    await showOnToolbar(tabId, state);
    // A tab that is gone or reloading asks by itself when its script is back.
    await callTab(tabId, 'verdicts', verdictsOf(state, settings, this.#writer.trailWritable)).catch(() => undefined);
  }

  /** One alarm for the next job: it wakes a worker that the browser has put to sleep, or that has died in its work. */
  async #wakeLater(): Promise<void> {
    const { due, busy } = await this.#writer.nextDue(this.#life);
    const times = [...(due ? [Math.max(Date.parse(due), Date.now() + 1_000)] : []), ...(busy ? [Date.now() + RESCUE_MS] : [])];
    if (times.length > 0) await browser.alarms.create(ALARM, { when: Math.min(...times) });
    else await browser.alarms.clear(ALARM);
  }
}
