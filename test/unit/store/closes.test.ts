/** What the store remembers of a ticket's status, of jobs whose end could not be written, and of a trail that takes nothing. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketPage } from '../../../lib/model.ts';
import { Store, ticketKey } from '../../../lib/store/db.ts';
import { Writer } from '../../../lib/store/write.ts';

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const key = ticketKey(ticket);
const t = (minute: number) => new Date(Date.UTC(2026, 9, 1, 9, minute)).toISOString();
const page = (status: TicketPage['status']): TicketPage => ({
  ticket,
  subject: 'Refund',
  status,
  messages: [],
  gaps: [],
  landmarks: { found: [], missing: [] },
});

let db: Store;
let writer: Writer;
let life = 0;
beforeEach(() => {
  life += 1;
  db = new Store(`closes-${life}`);
  writer = new Writer(db);
});

describe('a close', () => {
  const readings: [what: string, statuses: TicketPage['status'][], seen: { at: string; openAt: string } | undefined][] = [
    ['is seen where an open ticket is solved', ['open', 'solved'], { at: t(1), openAt: t(0) }],
    ['... or closed for good', ['open', 'closed'], { at: t(1), openAt: t(0) }],
    ['... also over pages that do not show the status', ['open', 'unknown', 'unknown', 'solved'], { at: t(3), openAt: t(0) }],
    ['is seen once, and stays seen', ['open', 'solved', 'unknown', 'solved', 'closed'], { at: t(1), openAt: t(0) }],
    ['is not seen where the ticket was never seen open', ['solved', 'closed'], undefined],
    ['is over when the ticket is open again', ['open', 'solved', 'open'], undefined],
    ['is another one after that', ['open', 'solved', 'open', 'solved'], { at: t(3), openAt: t(2) }],
  ];
  it.each(readings)('%s', async (_, statuses, seen) => {
    for (const [minute, status] of statuses.entries()) await writer.pageRead(7, page(status), t(minute));
    expect((await db.pages.get(key))?.sawClose).toEqual(seen);
  });
  it('is done with once it was judged, but not one that was seen meanwhile', async () => {
    await writer.pageRead(7, page('open'), t(0));
    await writer.pageRead(7, page('solved'), t(1));
    const first = (await db.pages.get(key))!;
    await writer.pageRead(7, page('open'), t(2));
    await writer.pageRead(7, page('solved'), t(3));
    await writer.closeJudged(first);
    expect((await db.pages.get(key))?.sawClose?.at).toBe(t(3));
    await writer.closeJudged((await db.pages.get(key))!);
    expect(await db.pages.get(key)).not.toHaveProperty('sawClose');
  });
});

describe('a job whose end could not be written', () => {
  it('is taken again by the same life of the worker, once it is not at it any more', async () => {
    await writer.pageRead(7, page('open'), t(0));
    expect(await writer.takeJobs('life', t(1))).toHaveLength(1);
    expect(await writer.takeJobs('life', t(1), () => true)).toHaveLength(0);
    expect(await writer.takeJobs('life', t(1), () => false)).toHaveLength(1);
  });
});

describe('a trail that takes nothing', () => {
  const told: boolean[] = [];
  const append = () => writer.append(ticket, t(1), { kind: 'export', format: 'json', redacted: false, to: 'download' });
  beforeEach(() => {
    told.length = 0;
    writer.onWritable = () => told.push(writer.trailWritable);
  });

  it('is known at once, told once, and known to be mended with the next event that it takes', async () => {
    await append();
    db.close();
    await expect(append()).rejects.toThrow();
    await expect(append()).rejects.toThrow();
    await db.open();
    expect(writer.trailWritable).toBe(false);
    await append();
    expect(told).toEqual([false, true]);
  });
  it('is known by whatever could not be written, but not mended by what is no part of it', async () => {
    await append();
    db.close();
    await expect(writer.pageRead(7, page('open'), t(1))).rejects.toThrow();
    await db.open();
    await writer.pageRead(7, page('open'), t(1));
    expect([writer.trailWritable, told]).toEqual([false, [false]]);
  });
});
