/** When nobody may be held: the gate lets a press through, and the trail says why nothing was known. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { changeSettings, expectHeld, expectThrough, gateEvents, lookAgain, marksOf, messagesKnown, SOLVE, solved } from './steps.ts';

const press = (page: Page) => page.locator(SOLVE).click();

const marksSeen = async (page: Page) => {
  await lookAgain(page);
  return marksOf(page);
};

test('no verdict yet: through, and said so', async ({ desk }) => {
  desk.faulty.be('slow');
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket('log down')));
  await expectThrough(desk, 'log down', { outcome: 'closed-before-audit', why: 'no-verdict' }, () => press(page));
});

test('a log that cannot be read: through, and said so; held all the same for more unverified money than the team lets pass', async ({ desk }) => {
  desk.faulty.be('server-error');
  const { page, panel } = await desk.open('log down');
  await expectThrough(desk, 'log down', { outcome: 'closed-before-audit', why: 'log-unreadable' }, () => press(page));
  await changeSettings(desk, panel, { holdMoneyAbove: { amount: 10, currency: 'USD' } });
  await expectHeld(desk, 'log down', () => press(page));
  // $19 are claimed.
  await changeSettings(desk, panel, { holdMoneyAbove: { amount: 19, currency: 'USD' } });
  await expectThrough(desk, 'log down', { outcome: 'closed-before-audit', why: 'log-unreadable' }, () => press(page));
});

/** Changes the tables of the store from outside, as an interrupted update might. */
const alterStore = (panel: Page, how: 'refuses-events' | 'takes-events' | 'is-broken' | 'is-mended') =>
  panel.evaluate(async (what) => {
    const open = (version?: number, upgrade?: (db: IDBDatabase, transaction: IDBTransaction) => void) =>
      new Promise<number>((done, failed) => {
        const request = indexedDB.open('deskcheck', version);
        request.onupgradeneeded = () => upgrade?.(request.result, request.transaction!);
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          request.result.close();
          done(request.result.version);
        };
      });
    await open((await open()) + 10, (db, transaction) => {
      // A second event of a ticket breaks this rule: it is refused, and all can still be read.
      if (what === 'refuses-events') transaction.objectStore('events').createIndex('once', 'ticket', { unique: true });
      if (what === 'takes-events') transaction.objectStore('events').deleteIndex('once');
      if (what === 'is-broken' || what === 'is-mended') db.deleteObjectStore('events');
      if (what === 'is-broken') db.createObjectStore('events', { keyPath: 'another' });
      if (what === 'is-mended') {
        const events = db.createObjectStore('events', { keyPath: ['ticket', 'seq'] });
        events.createIndex('[ticket+kind]', ['ticket', 'kind']);
        events.createIndex('ticket', 'ticket');
      }
    });
  }, how);

test('a trail that refuses what is written: through, told later with its time, and held again once it can be written', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await expect.poll(() => marksOf(page)).toBe(1);
  await alterStore(panel, 'refuses-events');
  // The first press is held, and it is its own event that finds the trail closed: the page hears so at once.
  const before = await solved(desk, 'amount differs');
  await press(page);
  await expect
    .poll(async () => {
      await press(page);
      return solved(desk, 'amount differs');
    })
    // A press that went through may be counted after the next one.
    .toBeGreaterThan(before);
  expect(await gateEvents(desk, 'amount differs')).toEqual([]);
  await alterStore(panel, 'takes-events');
  await expect
    .poll(() => gateEvents(desk, 'amount differs'), { timeout: 20_000 })
    .toContainEqual({ outcome: 'closed-before-audit', why: 'trail-unwritable', findings: [] });
  expect((await gateEvents(desk, 'amount differs'))[0]).toMatchObject({ outcome: 'held' });
  await expectHeld(desk, 'amount differs', () => press(page));
});

test('a store that is broken: through, and held again once it is mended', async ({ desk }) => {
  test.setTimeout(180_000);
  const { page, panel } = await desk.open('amount differs');
  await expect.poll(() => marksOf(page)).toBe(1);
  const before = await solved(desk, 'amount differs');
  await alterStore(panel, 'is-broken');
  // No press has to be tried for it: the next heartbeat tells.
  await expect.poll(() => marksSeen(page), { timeout: 40_000 }).toBe(0);
  await press(page);
  await expect.poll(() => solved(desk, 'amount differs')).toBe(before + 1);
  await alterStore(panel, 'is-mended');
  await expect
    .poll(() => gateEvents(desk, 'amount differs'), { timeout: 40_000 })
    .toMatchObject([{ outcome: 'closed-before-audit', why: 'trail-unwritable' }]);
  await expect.poll(() => marksSeen(page), { timeout: 40_000 }).toBe(1);
  await expectHeld(desk, 'amount differs', () => press(page));
});

test('a thread that the store has lost is told again by its page', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  await panel.evaluate(
    () =>
      new Promise((done, failed) => {
        const open = indexedDB.open('deskcheck');
        open.onsuccess = () => {
          const transaction = open.result.transaction(['pages', 'views'], 'readwrite');
          for (const name of ['pages', 'views']) transaction.objectStore(name).clear();
          transaction.oncomplete = done;
          transaction.onerror = failed;
          open.result.close();
        };
      }),
  );
  expect(await messagesKnown(desk, 'amount differs')).toBeUndefined();
  await lookAgain(page);
  await expect.poll(() => messagesKnown(desk, 'amount differs'), { timeout: 40_000 }).toBe(2);
});

test('a worker that does not answer: through once its heartbeat is missed, and held again when it is back', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = await desk.open('amount differs');
  await expectHeld(desk, 'amount differs', () => press(page));
  const before = await solved(desk, 'amount differs');
  // It is busy with something that does not end, as a log's endless answer might be.
  const blocked = desk.browser
    .worker()!
    .evaluate(() => {
      const end = Date.now() + 60_000;
      while (Date.now() < end);
    })
    // The browser may end it for that.
    .catch(() => undefined);
  await expect
    .poll(
      async () => {
        await press(page);
        return solved(desk, 'amount differs');
      },
      { timeout: 50_000, intervals: [2_000] },
    )
    .toBe(before + 1);
  await blocked;
  await expect
    .poll(async () => (await gateEvents(desk, 'amount differs')).filter(({ outcome }) => outcome === 'closed-before-audit'), { timeout: 60_000 })
    .toEqual([{ outcome: 'closed-before-audit', why: 'no-heartbeat', findings: [] }]);
  await expect
    .poll(
      async () => {
        const held = (await gateEvents(desk, 'amount differs')).length;
        await press(page);
        await page.waitForTimeout(500);
        return (await gateEvents(desk, 'amount differs')).slice(held).map(({ outcome }) => outcome);
      },
      { timeout: 60_000 },
    )
    .toEqual(['held']);
});
