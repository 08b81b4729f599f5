/** What pages may ask of the store. Nothing here writes. */
import { liveQuery } from 'dexie';
import type { AuditRecord, Decision, Finding, TicketRef, TicketState, Trail, TrailEvent } from '../model.ts';
import { Store, ticketKey } from './db.ts';

const store = new Store();

/** A decision holds for what was seen when it was made: it lapses when verdict, reason or calls change. */
export function basisOf(finding: Finding): Decision['on'] {
  return finding.about === 'claim'
    ? { verdict: finding.verdict, reason: finding.reason, calls: finding.calls }
    : { verdict: finding.class, reason: finding.class, calls: finding.calls };
}

/** Splits a ticket's decisions into those that stand and those that lapsed; the last word on a finding counts. */
function sortDecisions(record: AuditRecord | null, events: TrailEvent[]): { decisions: Decision[]; lapsed: Decision[] } {
  const last = new Map<string, Decision>();
  for (const { body } of events) if (body.kind === 'decision') last.set(body.decision.findingId, body.decision);
  const basis = new Map((record?.findings ?? []).map((finding) => [finding.id, JSON.stringify(basisOf(finding))]));
  const stands = (decision: Decision) => basis.get(decision.findingId) === JSON.stringify(decision.on);
  const all = [...last.values()];
  return { decisions: all.filter(stands), lapsed: all.filter((decision) => !stands(decision)) };
}

export async function ticketState(ticket: TicketRef, now = new Date(), db = store): Promise<TicketState> {
  const key = ticketKey(ticket);
  const [page, row, job, freed, shown, events] = await Promise.all([
    db.pages.get(key),
    db.records.get(key),
    db.jobs.get(key),
    db.freed.get(key),
    db.shown.get(key),
    db.events.where('ticket').equals(key).sortBy('seq'),
  ]);
  const at = now.toISOString();
  return {
    ticket,
    page: page?.page ?? null,
    record: row?.record ?? null,
    checkedAt: row?.checkedAt ?? null,
    auditing: job !== undefined && job.due <= at,
    nextAudit: job && job.due > at ? job.due : null,
    ...sortDecisions(row?.record ?? null, events),
    freeUntil: freed && freed.until > at ? freed.until : null,
    shown: shown ? { findingId: shown.findingId, at: shown.at } : null,
  };
}

export async function ticketOfTab(tabId: number, db = store): Promise<TicketRef | null> {
  const view = await db.views.get(tabId);
  return view ? ((await db.pages.get(view.ticket))?.page.ticket ?? null) : null;
}

export async function trailOf(ticket: TicketRef, db = store): Promise<Trail> {
  const rows = await db.events.where('ticket').equals(ticketKey(ticket)).sortBy('seq');
  return { format: 'deskcheck-trail/1', ticket, events: rows.map(({ ticket: _, ...event }) => event) };
}

/** Runs the query now and after every change of what it read. Returns a way to stop. */
export function live<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void = console.error): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}
