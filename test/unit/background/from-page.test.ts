/** What the worker answers a page, over a real store. The browser's own parts are the fake ones of the toolkit. */
import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AuditRecord, TicketPage } from '../../../lib/model.ts';
import type { Sender } from '../../../lib/wire.ts';

vi.stubGlobal('chrome', fakeBrowser);
vi.stubGlobal('browser', fakeBrowser);
Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
Object.assign(fakeBrowser.permissions, { contains: async () => false });
const { AuditLoop } = await import('../../../entrypoints/background/audit-loop.ts');
const { pageHandlers } = await import('../../../entrypoints/background/from-page.ts');
const { defaults } = await import('../../../lib/settings-schema.ts');
const { ticketKey, Writer } = await import('../../../lib/store/write.ts');
const { openEvent } = await import('../../../lib/trail/index.ts');
afterAll(() => vi.unstubAllGlobals());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const desk = { helpdesk: 'zendesk', url: 'https://acme.zendesk.com', log: 'main', policy: 'main', agents: [], people: [], others: 'ask' as const };
const log = { id: 'main', source: 'otel-jaeger', url: 'http://127.0.0.1:9' };
const sender: Sender = { from: 'page', tabId: 7, url: 'https://acme.zendesk.com/agent/tickets/412' };

let tickets = 0;
let ticket: TicketPage['ticket'];
let handlers: ReturnType<typeof pageHandlers>;
let writer: InstanceType<typeof Writer>;

const page = (): TicketPage => ({ ticket, subject: '', status: 'open', messages: [], gaps: [], landmarks: { found: [], missing: [] } });
const finding = {
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
const record = (at: string) =>
  ({
    ticket,
    at,
    engine: 'test',
    policyVersion: '1',
    page: page(),
    gaps: [],
    evidence: {
      calls: [],
      inventory: { tools: [], complete: true },
      coverage: { source: 'otel-jaeger', from: at, to: at, complete: true, askedAt: at },
    },
    claims: [],
    findings: [finding],
  }) as AuditRecord;
const judged = (at: string) => writer.record(record(at), { id: 'main', version: '1', limits: [], destinations: [], tools: [] });
const events = async () => (await writer.db.events.where('ticket').equals(ticketKey(ticket)).sortBy('seq')).flatMap((row) => openEvent(row) ?? []);

beforeEach(async () => {
  tickets += 1;
  ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: String(tickets) };
  await fakeBrowser.storage.local.set({ settings: { ...defaults, helpdesks: [desk], logs: [log] } });
  writer = new Writer();
  const loop = new AuditLoop(writer);
  // Audits have tests of their own; here, what is due stays due.
  loop.work = async () => undefined;
  handlers = pageHandlers(writer, loop);
});

describe('a form, from which a ticket can be closed without its thread', () => {
  it('gets the verdict on the thread that was read a moment ago, though it is being asked anew', async () => {
    await writer.pageRead(7, page(), minutesAgo(2));
    await judged(minutesAgo(1));
    expect(await handlers['page.form']({ ticket }, sender)).toMatchObject({ ticket, auditing: true, gate: { open: ['f1'], unjudged: null } });
    expect(await writer.db.views.get(7)).toEqual({ tabId: 7, ticket: ticketKey(ticket) });
  });
  it('gets none that is older: the log is asked first', async () => {
    await writer.pageRead(7, page(), minutesAgo(20));
    await judged(minutesAgo(6));
    expect(await handlers['page.form']({ ticket }, sender)).toBeNull();
  });
  it('gets none of a ticket that was never read, and makes nothing due', async () => {
    expect(await handlers['page.form']({ ticket }, sender)).toBeNull();
    expect(await writer.db.jobs.get(ticketKey(ticket))).toBeUndefined();
  });
});

describe('a thread', () => {
  it('gets no verdict from the store while it is being audited', async () => {
    await writer.pageRead(7, page(), minutesAgo(2));
    await judged(minutesAgo(1));
    expect(await handlers['page.alive']({ ticket }, sender)).toBeNull();
  });
  it('that is not kept is asked for again', async () => {
    await expect(async () => handlers['page.alive']({ ticket }, sender)).rejects.toThrow('nothing is kept of this page');
  });
});

describe('what the gate did', () => {
  const told = { outcome: 'let-through' as const, why: 'nothing-open' as const, findings: [] };
  it('is kept with the time at which it was done, but none that lies ahead', async () => {
    const at = minutesAgo(3);
    await handlers['page.gate']({ ticket, at, ...told }, sender);
    await handlers['page.gate']({ ticket, at: minutesAgo(-60), ...told }, sender);
    const kept = await events();
    expect(kept[0]?.at).toBe(at);
    expect(Date.parse(kept[1]!.at)).toBeLessThanOrEqual(Date.now());
  });
  it('is not kept where the gate is switched off', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...defaults, helpdesks: [desk], logs: [log], gate: 'off' } });
    await handlers['page.gate']({ ticket, at: minutesAgo(0), ...told }, sender);
    expect(await events()).toEqual([]);
  });
  it('uses up "close anyway" where that let it through, and else does not', async () => {
    await writer.free(ticket, minutesAgo(-1), minutesAgo(0), { kind: 'gate', outcome: 'forced', findings: [] });
    await handlers['page.gate']({ ticket, at: minutesAgo(0), ...told }, sender);
    expect(await writer.db.freed.get(ticketKey(ticket))).toBeDefined();
    await handlers['page.gate']({ ticket, at: minutesAgo(0), ...told, why: 'freed' }, sender);
    expect(await writer.db.freed.get(ticketKey(ticket))).toBeUndefined();
  });
  it('cannot be told for another host, nor as what only the worker may say', async () => {
    const at = minutesAgo(0);
    await expect(async () => handlers['page.gate']({ ticket: { ...ticket, host: 'other.zendesk.com' }, at, ...told }, sender)).rejects.toThrow(
      'not on other',
    );
    await expect(async () => handlers['page.gate']({ ticket, at, outcome: 'forced', findings: [] } as never, sender)).rejects.toThrow('gate refused');
  });
});
