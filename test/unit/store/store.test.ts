import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRecord, ClaimFinding, Policy, TicketPage, ToolCall } from '../../../lib/model.ts';
import { Store, ticketKey } from '../../../lib/store/db.ts';
import { basisOf, ticketOfTab, ticketState, trailOf } from '../../../lib/store/read.ts';
import { Writer } from '../../../lib/store/write.ts';
import { lastRecord, openEvent, verifyTrail } from '../../../lib/trail/index.ts';

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
  gaps: [],
  evidence: {
    calls: [],
    inventory: { tools: [], complete: true },
    coverage: { source: 'otel-jaeger', from: t(0), to: t(minute), complete: true, askedAt: t(minute) },
  },
  claims: [],
  findings,
});

const policy: Policy = { id: 'main', version: '1', limits: [], destinations: [], tools: [] };

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
    await writer.record(record(1), policy);
    await writer.record(record(5), policy);
    expect((await trailOf(ticket, db)).events).toHaveLength(1);
    expect(await ticketState(ticket, new Date(t(6)), db)).toMatchObject({ checkedAt: t(5), record: { at: t(1) } });
  });

  it('grows by one event when the judgement differs', async () => {
    await writer.record(record(1), policy);
    await writer.record(record(5, []), policy);
    expect((await trailOf(ticket, db)).events).toHaveLength(2);
  });

  it('stays one whole chain when two write at once', async () => {
    const formats = Array.from({ length: 12 }, (_, i) => `format-${i}`);
    await Promise.all(formats.map((format) => writer.append(ticket, t(1), { kind: 'export', format, redacted: false, to: 'download' })));
    const trail = await trailOf(ticket, db);
    expect(trail.events.map((event) => openEvent(event)?.seq)).toEqual(formats.map((_, i) => i));
    expect(await verifyTrail(trail)).toBeNull();
  });

  it('holds all that a judgement rests on, and opens to the record that was made', async () => {
    const made = record(1);
    await writer.record(made, policy);
    const trail = await trailOf(ticket, db);
    expect(await verifyTrail(trail)).toBeNull();
    expect(lastRecord(trail)).toEqual(made);
    expect((await ticketState(ticket, new Date(t(2)), db)).record).toEqual(made);
    // As a file it is the same, and the words of the thread stand in it once.
    expect(await verifyTrail(JSON.parse(JSON.stringify(trail)))).toBeNull();
    expect(JSON.stringify(trail).split('refunded $48')).toHaveLength(2);
  });

  it('is signed by one key of this installation, in this life of the worker and the next', async () => {
    await writer.append(ticket, t(1), { kind: 'export', format: 'json', redacted: false, to: 'download' });
    await new Writer(db).append(ticket, t(2), { kind: 'export', format: 'json', redacted: false, to: 'download' });
    const trail = await trailOf(ticket, db);
    expect(trail.keys).toHaveLength(1);
    expect(await verifyTrail(trail)).toBeNull();
  });

  it('is signed by a key that is kept, where the store was cleared under a living worker', async () => {
    await writer.record(record(0), policy);
    await Promise.all(db.tables.map((table) => table.clear()));
    await writer.record(record(1), policy);
    const trail = await trailOf(ticket, db);
    expect(trail.events).toHaveLength(1);
    expect(await verifyTrail(trail)).toBeNull();
  });

  it('is signed by one key, where the first two events are written at once', async () => {
    const other = { ...record(0), ticket: { ...ticket, id: '413' } };
    await Promise.all([writer.record(record(0), policy), new Writer(db).record(other, policy)]);
    expect(await db.signers.count()).toBe(1);
    for (const of of [ticket, other.ticket]) expect(await verifyTrail(await trailOf(of, db))).toBeNull();
  });

  it('says that it cannot be written, until it can be again', async () => {
    const add = db.events.bulkAdd.bind(db.events);
    db.events.bulkAdd = (() => Promise.reject(new DOMException('full', 'QuotaExceededError'))) as unknown as typeof add;
    await expect(writer.append(ticket, t(1), { kind: 'export', format: 'json', redacted: false, to: 'download' })).rejects.toThrow();
    expect(writer.trailWritable).toBe(false);
    db.events.bulkAdd = add;
    await writer.append(ticket, t(1), { kind: 'export', format: 'json', redacted: false, to: 'download' });
    expect(writer.trailWritable).toBe(true);
    expect((await trailOf(ticket, db)).events).toHaveLength(1);
  });
});

describe('what is kept', () => {
  const call = (
    n: number,
    result: ToolCall['result'] = { status: 'succeeded', invoice: `INV-${n}`, customer: 'Dana Whitfield', amount: n },
  ): ToolCall => ({
    id: `call-${n}`,
    name: 'get_invoice',
    arguments: { invoice: `INV-${n}`, include: ['lines', 'payments'] },
    result: result as NonNullable<ToolCall['result']>,
    status: 'ok',
    startedAt: t(0),
    endedAt: t(0),
    source: 'otel-jaeger',
  });
  const calls = Array.from({ length: 5_000 }, (_, n) => call(n));
  const seen = (minute: number, own: ToolCall[], down = false): AuditRecord => {
    const made = record(minute, down ? [{ ...finding, verdict: 'unverifiable', reason: 'log-unavailable' }] : [finding]);
    const coverage = { ...made.evidence.coverage, ...(down ? { complete: false, trouble: 'unreachable' as const } : {}) };
    return { ...made, evidence: { ...made.evidence, calls: own, coverage } };
  };
  const size = async () => {
    const tables = await Promise.all(db.tables.map((table) => table.toArray()));
    return JSON.stringify(tables).length;
  };

  it('grows by under 1 MB in 1,000 re-audits of a ticket with 5,000 calls, a log that comes and goes and a call now and then among them', async () => {
    await writer.record(seen(0, calls), policy);
    const before = await size();
    for (let n = 1; n <= 1_000; n += 1) {
      const now = [...calls, ...Array.from({ length: Math.floor(n / 100) }, (_, late) => call(5_000 + late))];
      // Most find nothing new; every fourth finds the log down, or up again.
      const down = n % 8 === 3 || n % 8 === 4;
      await writer.record(seen(n, down ? [] : now, down), policy);
    }
    expect((await size()) - before).toBeLessThan(1_000_000);
    const trail = await trailOf(ticket, db);
    expect(trail.events.length).toBeGreaterThan(250);
    expect(await verifyTrail(trail)).toBeNull();
    expect(lastRecord(trail)?.evidence.calls).toHaveLength(5_010);
  }, 300_000);

  it('is, of a result over 32 kB, its digest, its length and what evidence points at', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => ({ id: `ORD-${n}`, note: 'x'.repeat(40) }));
    const made = seen(1, [call(1, { status: 'failed', rows })]);
    made.claims = [
      {
        id: 'c1',
        messageId: 'm1',
        start: 0,
        end: 12,
        quote: 'refunded $48',
        occurrence: 0,
        status: 'done',
        action: 'refund',
        kind: 'credit',
        verb: 'refund',
        words: ['refund'],
        slots: { money: [], ids: ['ORD-77'], cards: [], emails: [], dates: [], counts: [], texts: [], about: [] },
      },
    ];
    await writer.record(made, policy);
    const kept = (await ticketState(ticket, new Date(t(2)), db)).record?.evidence.calls[0];
    expect(kept?.result).toBeUndefined();
    expect(kept?.cut).toMatchObject({
      digest: expect.stringMatching(/^[\w-]{43}$/),
      excerpts: [
        { path: 'status', value: 'failed' },
        { path: 'rows.77.id', value: 'ORD-77' },
      ],
    });
    expect(kept?.cut?.length).toBeGreaterThan(100_000);
    expect(await size()).toBeLessThan(20_000);
  });

  it('is the same message once for two tickets, each with its own salt', async () => {
    await writer.record(record(1), policy);
    const other = { ...ticket, id: '413' };
    await writer.record({ ...record(1), ticket: other, page: { ...page('refunded $48'), ticket: other } }, policy);
    const digests = await Promise.all([ticket, other].map(async (one) => Object.keys((await trailOf(one, db)).contents)));
    // Only what holds no text is the same in both: an empty list.
    const shared = digests[0]!.filter((digest) => digests[1]!.includes(digest));
    const rows = await db.contents.where('ticket').equals(key).toArray();
    expect(rows.filter((row) => shared.includes(row.digest)).every((row) => row.kind !== 'message')).toBe(true);
  });
});

describe('a close that was only seen', () => {
  const seenClosed = () => writer.append(ticket, t(2), { kind: 'gate', outcome: 'closed-without-review', findings: ['f1'] });

  it('is told as long as a finding of then is undecided', async () => {
    await writer.record(record(1), policy);
    await seenClosed();
    expect((await ticketState(ticket, new Date(t(3)), db)).closedWithoutReview).toEqual({ at: t(2), findings: ['f1'] });
    await writer.append(ticket, t(3), {
      kind: 'decision',
      decision: { findingId: 'f1', kind: 'reopen-needed', reason: '', reviewer: 'Sam', at: t(3), on: basisOf(finding) },
    });
    expect((await ticketState(ticket, new Date(t(4)), db)).closedWithoutReview).toBeNull();
  });
});

describe('decisions', () => {
  const decide = (kind: 'confirmed' | 'dismissed') =>
    writer.append(ticket, t(2), {
      kind: 'decision',
      decision: { findingId: 'f1', kind, reason: 'seen', reviewer: 'Sam', at: t(2), on: basisOf(finding) },
    });

  it('stand while the finding is as it was decided on; the last word counts', async () => {
    await writer.record(record(1), policy);
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
    await writer.record(record(1), policy);
    await decide('confirmed');
    await writer.record(record(5, [changed]), policy);
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
  it('are kept, replaced and removed, with the values of further headers', async () => {
    await writer.setKey('main', null, 'a');
    await writer.setKey('main', null, 'b');
    await writer.setKey('main', 'X-Proxy', 'c');
    expect(await writer.secretsOf('main')).toEqual({ key: 'b', headers: { 'X-Proxy': 'c' } });
    await writer.setKey('main', null, '');
    await writer.setKey('main', 'X-Proxy', '');
    expect(await writer.secretsOf('main')).toEqual({ key: null, headers: {} });
  });
});
