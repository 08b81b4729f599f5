/** How a ticket's trail goes: whole, and with a tombstone in the installation's own trail. */
import type { Table } from 'dexie';
import type { ErasedFor, Iso, TicketRef, TrailBody } from '../model.ts';
import { INSTALLATION, openEvent, START } from '../trail/index.ts';
import { ticketKey, type Writer } from './write.ts';

/** Erases all that is kept of a ticket. False where nothing was kept. */
export async function erase(writer: Writer, ticket: TicketRef, why: ErasedFor, reviewer: string | null, at: Iso): Promise<boolean> {
  const { db } = writer;
  const key = ticketKey(ticket);
  const head = await writer.head(key);
  if (!head && !(await db.pages.get(key))) return false;
  const tombstone: TrailBody = { kind: 'tombstone', erased: ticket, why, reviewer, count: (head?.seq ?? -1) + 1, head: head?.hash ?? START };
  await writer.append(INSTALLATION, at, tombstone, async () => {
    const own = [db.pages, db.records, db.contents, db.jobs, db.events, db.freed, db.shown, db.views];
    await Promise.all(own.map((table) => (table as Table).where('ticket').equals(key).delete()));
  });
  return true;
}

/** Erases the tickets whose last event is older than `before`, and that no tab shows. Gives how many those were. */
export async function prune(writer: Writer, before: Iso, at: Iso): Promise<number> {
  const { db } = writer;
  const shown = new Set((await db.views.toArray()).map((view) => view.ticket));
  const old = (await db.pages.where('readAt').below(before).toArray()).filter((row) => !shown.has(row.ticket));
  let count = 0;
  for (const { ticket, page } of old) {
    const head = await writer.head(ticket);
    const last = head && openEvent(head)?.at;
    if (!last || last < before) count += Number(await erase(writer, page.ticket, 'retention', null, at));
  }
  return count;
}
