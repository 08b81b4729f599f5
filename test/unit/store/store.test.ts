import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord, ClaimFinding, TicketPage } from '../../../lib/model.ts';
import { firstBroken } from '../../../lib/seal.ts';
import { Store, ticketKey } from '../../../lib/store/db.ts';
import { basisOf, ticketOfTab, ticketState, trailOf } from '../../../lib/store/read.ts';
import { Writer } from '../../../lib/store/write.ts';

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const key = ticketKey(ticket);
const t = (minute: number) => new Date(Date.UTC(2026, 9, 1, 9, minute)).toISOString();

const page = (text: string): TicketPage => ({
  ticket,
  subject: 'Refund',
  status: 'solved',
  messages: [{ id: 'm1', author: { kind: 'ai-agent', name: 'Bot', knownBy: 'vendor' }, visibility: 'public', at: t(0), text }],
  gaps: [],
  landmarks: { found: [], missing: [] },
});

const finding: ClaimFinding = {
  about: 'claim',
  id: 'f1',
  claimId: 'c1',
  verdict: 'unsupported',
  reason: 'no-call',
  rule: 'no-call',
  calls: [],
  detail: {},
  others: [],
};

const record = (minute: number, findings = [finding]): AuditRecord => ({
  ticket,
  at: t(minute),
  engine: 'test',
  policyVersion: '1',
  page: page('refunded $48'),
  evidence: {
    calls: [],
    inventory: { tools: [], complete: true },
    coverage: { source: 'otel-jaeger', from: t(0), to: t(minute), complete: true, askedAt: t(minute) },
  },
  claims: [],
  findings,
});

let db: Store;
let writer: Writer;
let life = 0;
beforeEach(() => {
  life += 1;
  db = new Store(`test-${life}`);
  writer = new Writer(db);
});

describe('jobs', () => {
  it('are due as soon as a page is read, in the same step', async () => {
    await writer.pageRead(7, page('refunded $48'), t(1));
    expect(await ticketOfTab(7, db)).toEqual(ticket);
    expect(await ticketState(ticket, new Date(t(2)), db)).toMatchObject({ auditing: true, record: null });
  });

  it('are taken once by a worker, and again by the next life of it', async () => {
    await writer.pageRead(7, page('refunded $48'), t(1));
    expect(await writer.takeJobs('first life', t(2))).toHaveLength(1);
    expect(await writer.takeJobs('first life', t(2))).toHaveLength(0);
    expect(await writer.takeJobs('second life', t(2))).toHaveLength(1);
  });

  it('stay due when the page changed while they were done', async () => {
    await writer.pageRead(7, page('refunded $48'), t(1));
    const [job] = await writer.takeJobs('life', t(2));
    await writer.pageRead(7, page('refunded $50'), t(2));
    expect(await writer.finishJob(job!, null, false)).toBe(true);
    expect(await writer.takeJobs('life', t(2))).toHaveLength(1);
  });

  it('are gone when done, planned when there is a next time, and count failures in a row', async () => {
    await writer.pageRead(7, page('refunded $48'), t(1));
    const [job] = await writer.takeJobs('life', t(2));
    await writer.finishJob(job!, t(5), true);
    expect(await writer.nextDue('life')).toEqual({ due: t(5), busy: false });
    expect(await ticketState(ticket, new Date(t(3)), db)).toMatchObject({ auditing: false, nextAudit: t(5) });
    const [again] = await writer.takeJobs('life', t(6));
    expect(again?.attempts).toBe(1);
    expect(await writer.nextDue('life')).toEqual({ due: null, busy: true });
    expect(await writer.nextDue('next life')).toEqual({ due: t(5), busy: false });
    await writer.finishJob(again!, null, false);
    expect(await writer.nextDue('life')).toEqual({ due: null, busy: false });
  });
});

describe('the trail', () => {
  it('keeps a judgement once, however often it is made again', async () => {
    await writer.record(record(1));
    await writer.record(record(5));
    expect((await trailOf(ticket, db)).events).toHaveLength(1);
    expect(await ticketState(ticket, new Date(t(6)), db)).toMatchObject({ checkedAt: t(5), record: { at: t(1) } });
  });

  it('grows by one event when the judgement differs', async () => {
    await writer.record(record(1));
    await writer.record(record(5, []));
    expect((await trailOf(ticket, db)).events).toHaveLength(2);
  });

  it('stays one whole chain when two write at once', async () => {
    const formats = Array.from({ length: 12 }, (_, i) => `format-${i}`);
    await Promise.all(formats.map((format) => writer.append(ticket, t(1), { kind: 'export', format })));
    const trail = await trailOf(ticket, db);
    expect(trail.events.map((event) => event.seq)).toEqual(formats.map((_, i) => i));
    expect(await firstBroken(trail)).toBeNull();
  });
});

describe('decisions', () => {
  const decide = (kind: 'confirmed' | 'dismissed') =>
    writer.append(ticket, t(2), {
      kind: 'decision',
      decision: { findingId: 'f1', kind, reason: 'seen', reviewer: 'Sam', at: t(2), on: basisOf(finding) },
    });

  it('stand while the finding is as it was decided on; the last word counts', async () => {
    await writer.record(record(1));
    await decide('confirmed');
    await decide('dismissed');
    const state = await ticketState(ticket, new Date(t(3)), db);
    expect(state.decisions.map((decision) => decision.kind)).toEqual(['dismissed']);
    expect(state.lapsed).toEqual([]);
  });

  it.each([
    ['verdict', { ...finding, verdict: 'contradicted' as const }],
    ['reason', { ...finding, reason: 'no-such-tool' as const }],
    ['calls', { ...finding, calls: ['call_1'] }],
  ])('lapse when the %s changes', async (_, changed) => {
    await writer.record(record(1));
    await decide('confirmed');
    await writer.record(record(5, [changed]));
    const state = await ticketState(ticket, new Date(t(6)), db);
    expect(state.decisions).toEqual([]);
    expect(state.lapsed.map((decision) => decision.findingId)).toEqual(['f1']);
  });
});

describe('"close anyway"', () => {
  it('frees the ticket until its time is over', async () => {
    await writer.free(ticket, t(3), t(2), { kind: 'gate', outcome: 'forced', reviewer: 'Sam', reason: 'urgent', findings: ['f1'] });
    expect((await ticketState(ticket, new Date(t(2)), db)).freeUntil).toBe(t(3));
    expect((await ticketState(ticket, new Date(t(4)), db)).freeUntil).toBeNull();
  });

  it('no longer frees it when the thread changes', async () => {
    await writer.pageRead(7, page('refunded $48'), t(1));
    await writer.free(ticket, t(9), t(2), { kind: 'gate', outcome: 'forced', reviewer: 'Sam', reason: 'urgent', findings: ['f1'] });
    await writer.pageRead(7, page('refunded $48'), t(3));
    expect((await ticketState(ticket, new Date(t(3)), db)).freeUntil).toBe(t(9));
    await writer.pageRead(7, page('refunded $50'), t(3));
    expect((await ticketState(ticket, new Date(t(3)), db)).freeUntil).toBeNull();
  });
});

describe('keys of logs', () => {
  it('are kept, replaced and removed', async () => {
    await writer.setKey('main', 'a');
    await writer.setKey('main', 'b');
    expect(await writer.keyOf('main')).toBe('b');
    await writer.setKey('main', '');
    expect(await writer.keyOf(key)).toBeNull();
    expect(await writer.keyOf('main')).toBeNull();
  });
});
