/** What pages may ask of the store. Nothing here writes. */
import { liveQuery } from 'dexie';
import type { AuditRecord, Decision, Digest, EventCore, Finding, Iso, TicketRef, TicketState, Trail } from '../model.ts';
import { type Contents, openEvent, openRecord } from '../trail/index.ts';
import { sealedRow } from './contents.ts';
import { type EventRow, type ListName, type RecordRow, Store, ticketKey } from './db.ts';

const store = new Store();

/** A decision holds for what was seen when it was made: it lapses when verdict, reason or calls change. */
export function basisOf(finding: Finding): Decision['on'] {
  return finding.about === 'claim'
    ? { verdict: finding.verdict, reason: finding.reason, calls: finding.calls }
    : { verdict: finding.class, reason: finding.class, calls: finding.calls };
}

const textOf = ({ verdict, reason, calls }: Decision['on']): string => JSON.stringify([verdict, reason, calls]);

/** The same was decided on, whatever the order of its fields. */
export const isSameBasis = (a: Decision['on'], b: Decision['on']): boolean => textOf(a) === textOf(b);

/** Splits a ticket's decisions into those that stand and those that lapsed; the last word on a finding counts. */
function sortDecisions(record: AuditRecord | null, all: Decision[]): { decisions: Decision[]; lapsed: Decision[] } {
  const last = new Map(all.map((decision) => [decision.findingId, decision]));
  const basis = new Map((record?.findings ?? []).map((finding) => [finding.id, textOf(basisOf(finding))]));
  const stands = (decision: Decision) => basis.get(decision.findingId) === textOf(decision.on);
  return { decisions: [...last.values()].filter(stands), lapsed: [...last.values()].filter((decision) => !stands(decision)) };
}

async function eventsOf(db: Store, ticket: string, kind: EventRow['kind']): Promise<EventCore[]> {
  const rows = await db.events.where('[ticket+kind]').equals([ticket, kind]).sortBy('seq');
  return rows.flatMap((row) => openEvent(row) ?? []);
}

/** The last time that the ticket was seen closed past the gate, as long as a finding of then is undecided. */
function unreviewed(gates: EventCore[], decided: ReadonlySet<string>): TicketState['closedWithoutReview'] {
  const last = gates.findLast(({ body }) => body.kind === 'gate' && body.outcome === 'closed-without-review');
  if (last?.body.kind !== 'gate') return null;
  const findings = last.body.findings.filter((id) => !decided.has(id));
  return findings.length > 0 ? { at: last.at, findings } : null;
}

/** Judgements put together lately, by their digest: a judgement never changes, and the panel asks for the same one again and again. */
const opened = new Map<Digest, Promise<AuditRecord>>();
const MOST_OPENED = 8;

async function recordOf(row: RecordRow, ticket: TicketRef, db: Store): Promise<AuditRecord> {
  const { judgement, asked } = row.record;
  let whole = opened.get(judgement);
  if (!whole) {
    whole = putTogether(row, ticket, db);
    opened.set(judgement, whole);
    whole.catch(() => opened.delete(judgement));
    if (opened.size > MOST_OPENED) opened.delete(opened.keys().next().value as Digest);
  }
  const record = await whole;
  const coverage = { ...record.evidence.coverage, from: asked.from, to: asked.to, askedAt: asked.at };
  return { ...record, at: row.at, evidence: { ...record.evidence, coverage } };
}

async function putTogether(row: RecordRow, ticket: TicketRef, db: Store): Promise<AuditRecord> {
  const get = async (digests: Digest[]) => db.contents.bulkGet(digests.map((digest): [string, string] => [row.ticket, digest]));
  const values = new Map<Digest, unknown>();
  const add = async (digests: Digest[]) => {
    for (const content of await get(digests)) if (content) values.set(content.digest, content.value);
  };
  await add([row.record.judgement]);
  const { policy, page, inventory } = values.get(row.record.judgement) as Record<'policy' | 'page' | 'inventory', Digest>;
  await add([policy, page, inventory, ...Object.values(row.lists).flatMap((list) => list.items)]);
  // The lists stand in the row, whole.
  for (const name of Object.keys(row.lists) as ListName[]) {
    const { digest, items } = row.lists[name];
    values.set(digest, { base: null, at: 0, drop: 0, add: items });
  }
  const contents: Contents = <T>(digest: Digest) => {
    const value = values.get(digest);
    if (value === undefined) throw new Error(`The store names a content that it does not hold: ${digest}`);
    return value as T;
  };
  return openRecord(ticket, row.at, row.record, contents);
}

export async function ticketState(ticket: TicketRef, now = new Date(), db = store): Promise<TicketState> {
  const key = ticketKey(ticket);
  const [page, row, job, freed, shown, decided, gates] = await Promise.all([
    db.pages.get(key),
    db.records.get(key),
    db.jobs.get(key),
    db.freed.get(key),
    db.shown.get(key),
    eventsOf(db, key, 'decision'),
    eventsOf(db, key, 'gate'),
  ]);
  const record = row ? await recordOf(row, ticket, db) : null;
  const at = now.toISOString();
  const sorted = sortDecisions(
    record,
    decided.flatMap(({ body }) => (body.kind === 'decision' ? body.decision : [])),
  );
  return {
    ticket,
    page: page?.page ?? null,
    record,
    checkedAt: row?.checkedAt ?? null,
    auditing: job !== undefined && job.due <= at,
    nextAudit: job && job.due > at ? job.due : null,
    ...sorted,
    closedWithoutReview: unreviewed(gates, new Set(sorted.decisions.map((decision) => decision.findingId))),
    lastLetThrough:
      gates.findLast(({ body }) => body.kind === 'gate' && body.outcome !== 'held' && body.outcome !== 'closed-without-review')?.at ?? null,
    freeUntil: freed && freed.until > at ? freed.until : null,
    shown: shown ? { findingId: shown.findingId, at: shown.at } : null,
  };
}

export async function ticketOfTab(tabId: number, db = store): Promise<TicketRef | null> {
  const view = await db.views.get(tabId);
  return view ? ((await db.pages.get(view.ticket))?.page.ticket ?? null) : null;
}

/** Every ticket of which a trail is kept, the one that was read last first. */
export async function keptTickets(db = store): Promise<{ ticket: TicketRef; subject: string; readAt: Iso }[]> {
  const rows = await db.pages.orderBy('readAt').reverse().toArray();
  return rows.map(({ page, readAt }) => ({ ticket: page.ticket, subject: page.subject, readAt }));
}

/** The ticket's whole trail, with every text open. */
export async function trailOf(ticket: TicketRef, db = store): Promise<Trail> {
  const key = ticketKey(ticket);
  const [events, rows, signers] = await Promise.all([
    db.events.where('ticket').equals(key).sortBy('seq'),
    db.contents.where('ticket').equals(key).toArray(),
    db.signers.toArray(),
  ]);
  return {
    ticket,
    keys: signers.map((signer) => signer.key),
    events: events.map(({ bytes, disclosures, hash, signature }) => ({ bytes, disclosures, hash, signature })),
    contents: Object.fromEntries(rows.map((row) => [row.digest, sealedRow(row)])),
  };
}

/** Runs the query now and after every change of what it read. Returns a way to stop. */
export function live<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void = console.error): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}
