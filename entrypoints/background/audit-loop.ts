/**
 * The audit loop: takes jobs that are due, gathers evidence, judges, stores, and shows the outcome.
 * The worker may die between any two lines. All that it would need to go on is in the store: the job stays leased to a life
 * that is over, and the next start takes it up again.
 */
import { audit } from '../../lib/audit.ts';
import { browser } from '../../lib/browser.ts';
import type { AuditRecord, Iso, TicketPage, TicketRef } from '../../lib/model.ts';
import { loadSettings, type Settings } from '../../lib/settings.ts';
import type { JobRow } from '../../lib/store/db.ts';
import { ticketState } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab } from '../../lib/wire.ts';
import { gatherEvidence } from './evidence.ts';
import { showOnToolbar } from './toolbar.ts';
import { verdictsOf } from './verdicts.ts';

export const ALARM = 'jobs';

/** Evidence is asked again so long after the newest message: late spans, queued actions. In minutes. */
const LOOK_AGAIN = [1, 5, 30];

/** A job takes less than this, or its worker has died. */
const RESCUE_MS = 30_000;

/** After a log that could not be read: 30 s, doubled with every failure, at most 15 minutes. */
const backOff = (attempts: number): number => Math.min(30_000 * 2 ** attempts, 15 * 60_000);

/** A name or id that the team set makes an author its AI agent. The vendor's own word is never overruled. */
export function withTeamAuthors(page: TicketPage, agents: string[]): TicketPage {
  const known = new Set(agents.map((name) => name.toLowerCase()));
  const messages = page.messages.map((message) => {
    const { author } = message;
    const named = known.has(author.name.toLowerCase()) || (author.id !== undefined && known.has(author.id.toLowerCase()));
    if (!named || author.knownBy === 'vendor' || author.kind === 'customer') return message;
    return { ...message, author: { ...author, kind: 'ai-agent' as const, knownBy: 'team' as const } };
  });
  return { ...page, messages };
}

/** When this ticket is to be audited again by itself; null when there is no reason to. */
export function nextAudit(record: AuditRecord, attempts: number, now: Date): { next: Iso | null; failed: boolean } {
  const { coverage } = record.evidence;
  const at = (ms: number) => new Date(ms).toISOString();
  if (coverage.trouble === 'not-configured' || coverage.trouble === 'no-permission') return { next: null, failed: false };
  if (coverage.trouble) return { next: at(now.getTime() + backOff(attempts)), failed: true };
  const newest = Math.max(...record.page.messages.map((message) => (message.at ? Date.parse(message.at) : 0)), 0);
  const settling = now.getTime() - Date.parse(coverage.to);
  const times = [newest + settling + 1_000, ...LOOK_AGAIN.map((minutes) => newest + minutes * 60_000)].filter((time) => time > now.getTime());
  return { next: times.length > 0 ? at(Math.min(...times)) : null, failed: false };
}

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
    // Set before the work, so that a worker that dies in it is woken to take it up again.
    if (jobs.length > 0) await browser.alarms.create(ALARM, { when: Date.now() + RESCUE_MS });
    await Promise.all(jobs.map((job) => this.#doJob(job)));
    await this.#wakeLater();
  }

  async #doJob(job: JobRow): Promise<void> {
    const row = await this.#writer.db.pages.get(job.ticket);
    if (!row) {
      await this.#writer.finishJob(job, null, false);
      return;
    }
    let plan: { next: Iso | null; failed: boolean };
    try {
      const settings = await loadSettings();
      const page = withTeamAuthors(row.page, settings.agents);
      const now = new Date();
      const evidence = await gatherEvidence(page, settings, (log) => this.#writer.keyOf(log), now);
      const record = audit(page, evidence, settings.policy, now.toISOString());
      await this.#writer.record(record);
      plan = nextAudit(record, job.attempts, new Date());
    } catch (error) {
      console.error(`audit of ${job.ticket} failed`, error);
      plan = { next: new Date(Date.now() + backOff(job.attempts)).toISOString(), failed: true };
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
    await callTab(tabId, 'verdicts', verdictsOf(state, settings)).catch(() => undefined);
  }

  /** One alarm for the next job: it wakes a worker that the browser has put to sleep. */
  async #wakeLater(): Promise<void> {
    const due = await this.#writer.nextDue();
    if (due) await browser.alarms.create(ALARM, { when: Math.max(Date.parse(due), Date.now() + 1_000) });
    else await browser.alarms.clear(ALARM);
  }
}
