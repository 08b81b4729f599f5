import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketRef } from '../../../lib/model.ts';
import { type Store, ticketKey } from '../../../lib/store/db.ts';
import { erase, prune } from '../../../lib/store/erase.ts';
import { trailOf } from '../../../lib/store/read.ts';
import { Writer } from '../../../lib/store/write.ts';
import { INSTALLATION, openEvent, verifyTrail } from '../../../lib/trail/index.ts';
import { world } from '../../world/tickets.ts';
import { pageOf } from '../audit/pages.ts';
import { type Kept, later, newStore, trailFor } from '../trail/a-trail.ts';

const YEAR = 365 * 24 * 60;

describe('a trail that is erased', () => {
  let db: Store;
  let kept: Kept;
  let other: Kept;
  let ticket: TicketRef;
  beforeEach(async () => {
    db = newStore();
    kept = await trailFor('story', undefined, db);
    other = await trailFor('honest', undefined, db);
    ticket = kept.trail.ticket;
  });

  const rowsOf = async (of: TicketRef) => {
    const tables = db.tables.filter(
      (table) => table.schema.indexes.some((index) => index.name === 'ticket') || table.schema.primKey.name === 'ticket',
    );
    const counts = await Promise.all(tables.map((table) => table.where('ticket').equals(ticketKey(of)).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  it('is gone whole, and leaves a tombstone that says how long it was and how it ended', async () => {
    expect(await rowsOf(ticket)).toBeGreaterThan(10);
    expect(await erase(new Writer(db), ticket, 'request', 'Sam Reviewer', later(10))).toBe(true);
    expect(await rowsOf(ticket)).toBe(0);
    const own = await trailOf(INSTALLATION, db);
    expect(await verifyTrail(own)).toBeNull();
    expect(openEvent(own.events[0]!)).toMatchObject({
      at: later(10),
      body: {
        kind: 'tombstone',
        erased: ticket,
        why: 'request',
        reviewer: 'Sam Reviewer',
        count: kept.trail.events.length,
        head: kept.trail.events.at(-1)!.hash,
      },
    });
  });

  it('leaves the trails of other tickets as they were', async () => {
    await erase(new Writer(db), ticket, 'request', 'Sam Reviewer', later(10));
    expect(await trailOf(other.trail.ticket, db)).toEqual(other.trail);
    expect(await verifyTrail(await trailOf(other.trail.ticket, db))).toBeNull();
  });

  it('is not erased twice, and a new one may begin', async () => {
    const writer = new Writer(db);
    await erase(writer, ticket, 'request', 'Sam Reviewer', later(10));
    expect(await erase(writer, ticket, 'request', 'Sam Reviewer', later(11))).toBe(false);
    await writer.record(kept.record, world.policy);
    const begun = await trailOf(ticket, db);
    expect(begun.events).toHaveLength(1);
    expect(await verifyTrail(begun)).toBeNull();
  });

  it('stays, and no tombstone is written, where the store fails in the midst of it', async () => {
    const writer = new Writer(db);
    const { where } = db.contents;
    db.contents.where = (() => {
      throw new DOMException('full', 'QuotaExceededError');
    }) as unknown as typeof where;
    await expect(erase(writer, ticket, 'request', 'Sam Reviewer', later(10))).rejects.toThrow();
    db.contents.where = where;
    expect(await trailOf(ticket, db)).toEqual(kept.trail);
    expect((await trailOf(INSTALLATION, db)).events).toEqual([]);
  });

  it('goes by its age, unless a tab shows it or something was done on it since', async () => {
    const writer = new Writer(db);
    const page = (name: string) => pageOf(world.tickets.find((one) => one.name === name)!);
    await writer.pageRead(1, page('story'), later(0));
    await writer.pageRead(2, page('honest'), later(0));
    expect(await prune(writer, later(YEAR), later(2 * YEAR))).toBe(0);
    await writer.tabLeft(1);
    await writer.tabLeft(2);
    // Read long ago, decided on lately.
    await writer.append(page('honest').ticket, later(YEAR + 1), { kind: 'gate', outcome: 'held', findings: [] });
    expect(await prune(writer, later(-YEAR), later(2 * YEAR))).toBe(0);
    expect(await prune(writer, later(YEAR), later(2 * YEAR))).toBe(1);
    expect(await rowsOf(ticket)).toBe(0);
    expect(await rowsOf(page('honest').ticket)).toBeGreaterThan(0);
    expect(openEvent((await trailOf(INSTALLATION, db)).events[0]!)?.body).toMatchObject({ kind: 'tombstone', why: 'retention', reviewer: null });
  });
});

describe('what happens to a ticket stands in its trail', () => {
  it('a change of the policy, between the judgements before and after it', async () => {
    const { db, record, trail } = await trailFor('story');
    const writer = new Writer(db);
    await writer.record({ ...record, at: later(8), policyVersion: '2026-11-01' }, { ...world.policy, version: '2026-11-01' });
    const grown = await trailOf(trail.ticket, db);
    expect(grown.events.slice(trail.events.length).map((event) => openEvent(event)?.body)).toMatchObject([
      { kind: 'policy', before: { id: 'main', version: world.policy.version }, after: { id: 'main', version: '2026-11-01' } },
      { kind: 'record' },
    ]);
    expect(await verifyTrail(grown)).toBeNull();
  });

  it('that it was seen closed, once, with the name that the page gives', async () => {
    const db = newStore();
    const writer = new Writer(db);
    const page = pageOf(world.tickets[0]!);
    await writer.pageRead(1, { ...page, status: 'open' }, later(0));
    await writer.pageRead(1, { ...page, status: 'solved', closed: { by: 'Sam (agent)', at: later(1) } }, later(2));
    for (const _ of [1, 2]) await writer.closeSeen((await db.pages.get(ticketKey(page.ticket)))!);
    const { events } = await trailOf(page.ticket, db);
    expect(events.map((event) => openEvent(event))).toMatchObject([
      { at: later(2), body: { kind: 'closed', by: 'Sam (agent)', closedAt: later(1) } },
    ]);
  });
});
