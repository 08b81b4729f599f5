/** Tickets that are closed past the gate, by a program or by hands that we do not see: what could not be held is flagged, once, and nobody else. */
import type { Page } from '@playwright/test';
import type { World } from '../world/ticket.ts';
import { world } from '../world/tickets.ts';
import { type Desk, expect, test } from './fixture.ts';
import { changeSettings, closeAnyway, expectHeld, gateEvents, lookAgain, marksOf, PRESSES, setStatus, solved, statusKnown } from './steps.ts';

/** An open ticket with a false claim, on the account whose log can be made to fail as on the other. */
const named = (name: string) => world.tickets.find((ticket) => ticket.name === name)!;
const open: World = {
  ...world,
  tickets: [
    { ...named('amount differs'), status: 'open' },
    { ...named('honest'), status: 'open' },
    { ...named('amount differs'), id: '4141', subdomain: 'harborworks-eu', name: 'elsewhere', status: 'open' },
  ],
};
test.use({ of: open });

/** The page shows it, and the worker has taken it in. */
const expectKnown = (desk: Desk, page: Page, name: string, status: string) =>
  expect
    .poll(
      async () => {
        await lookAgain(page);
        return statusKnown(desk, name);
      },
      { timeout: 40_000 },
    )
    .toBe(status);

/** What the trail says that the gate did or saw, once the page was looked at. */
const expectTold = (desk: Desk, page: Page, name: string, outcomes: string[]) =>
  expect
    .poll(
      async () => {
        await lookAgain(page);
        return (await gateEvents(desk, name)).map(({ outcome }) => outcome);
      },
      { timeout: 60_000 },
    )
    .toEqual(outcomes);

/** Nothing is due any more: what there was to say has been said. */
const settled = (desk: Desk) =>
  expect
    .poll(() => desk.browser.stored<{ due: string }>('jobs').then((jobs) => jobs.every(({ due }) => Date.parse(due) > Date.now())), {
      timeout: 20_000,
    })
    .toBe(true);

async function openOther(desk: Desk, name: string): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket(name)));
  return page;
}

test('closed by a program while a red finding is open: flagged with what was open, once', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const { id } = desk.ticket('amount differs');
  await setStatus(page, id, 'solved');
  await expectTold(desk, page, 'amount differs', ['closed-without-review']);
  expect((await gateEvents(desk, 'amount differs'))[0]?.findings).toEqual([expect.any(String)]);
  // Looked at again, and solved again by hand: still one.
  await page.reload();
  await panel.getByRole('button', { name: 'Audit again' }).click();
  await settled(desk);
  expect(await gateEvents(desk, 'amount differs')).toHaveLength(1);
  await expect.poll(() => marksOf(page)).toBe(1);
  await expectHeld(desk, 'amount differs', () => PRESSES['the button by mouse']!(page));
  // Opened and closed past the gate once more: that is another close.
  await setStatus(page, id, 'open');
  await expectKnown(desk, page, 'amount differs', 'open');
  await setStatus(page, id, 'solved');
  await expectTold(desk, page, 'amount differs', ['closed-without-review', 'held', 'closed-without-review']);
});

test('who closed it, and when, is read with it, and read anew when it is closed again', async ({ desk }) => {
  const { page } = await desk.open('honest');
  const { id } = desk.ticket('honest');
  const closed = async () => {
    await lookAgain(page);
    return (await desk.browser.stored<{ page: { closed?: { by: string; at: string } } }>('pages'))[0]?.page.closed;
  };
  expect(await closed()).toBeUndefined();
  await setStatus(page, id, 'solved');
  await expect.poll(closed, { timeout: 40_000 }).toEqual({ by: 'AI service account', at: expect.any(String) });
  await setStatus(page, id, 'open');
  await expect.poll(closed, { timeout: 40_000 }).toBeUndefined();
  await PRESSES['the menu by mouse']!(page);
  await expect.poll(closed, { timeout: 40_000 }).toEqual({ by: 'Sam Rivera', at: expect.any(String) });
});

test('closed by a script of the page: flagged', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-is-active="true"] [data-test-id="submit_button-menu-solved"]')?.click());
  await expectTold(desk, page, 'amount differs', ['closed-without-review']);
});

test('closed while nobody looked, and found so when the ticket is opened again: flagged', async ({ desk }) => {
  const { page } = await desk.open('amount differs');
  await settled(desk);
  await page.goto(desk.world.url(desk.ticket('honest')));
  await expectKnown(desk, page, 'honest', 'open');
  await setStatus(page, desk.ticket('amount differs').id, 'solved');
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await expectTold(desk, page, 'amount differs', ['closed-without-review']);
});

test('closed while its first audit is running: flagged once the audit has found what is red', async ({ desk }) => {
  desk.faulty.be('slow');
  const page = await openOther(desk, 'elsewhere');
  await expectKnown(desk, page, 'elsewhere', 'open');
  await setStatus(page, desk.ticket('elsewhere').id, 'solved');
  await expectTold(desk, page, 'elsewhere', ['closed-without-review']);
});

test('closed while the log cannot be read: flagged once it can be', async ({ desk }) => {
  desk.faulty.be('server-error');
  const { page, panel } = await desk.open('elsewhere');
  await setStatus(page, desk.ticket('elsewhere').id, 'solved');
  await expectKnown(desk, page, 'elsewhere', 'solved');
  expect(await gateEvents(desk, 'elsewhere')).toEqual([]);
  desk.faulty.be('none');
  await panel.getByRole('button', { name: 'Audit again' }).click();
  await expectTold(desk, page, 'elsewhere', ['closed-without-review']);
});

test('closed by a press that was let through: not flagged, in two tabs neither', async ({ desk }) => {
  const { page, panel } = await desk.open('amount differs');
  const other = await openOther(desk, 'amount differs');
  await page.bringToFront();
  await closeAnyway(panel, 'Refunded by hand.');
  await PRESSES['the menu by mouse']!(page);
  await expect.poll(() => solved(desk, 'amount differs')).toBe(1);
  await expectKnown(desk, page, 'amount differs', 'solved');
  // The other tab learns of it later, and tells of its stale thread first.
  await other.bringToFront();
  await other.reload();
  await settled(desk);
  expect((await gateEvents(desk, 'amount differs')).map(({ outcome }) => outcome)).toEqual(['forced', 'let-through']);
});

test('first read when it was closed already: not flagged, nobody saw it open', async ({ desk }) => {
  const page = await openOther(desk, 'honest');
  await setStatus(page, desk.ticket('amount differs').id, 'solved');
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await expect.poll(() => marksOf(page), { timeout: 20_000 }).toBe(1);
  await settled(desk);
  expect(await gateEvents(desk, 'amount differs')).toEqual([]);
});

test('nothing red, or the gate switched off: not flagged', async ({ desk }) => {
  const { page, panel } = await desk.open('honest');
  await setStatus(page, desk.ticket('honest').id, 'solved');
  await expectKnown(desk, page, 'honest', 'solved');
  await changeSettings(desk, panel, { gate: 'off' });
  await page.goto(desk.world.url(desk.ticket('amount differs')));
  await expectKnown(desk, page, 'amount differs', 'open');
  await setStatus(page, desk.ticket('amount differs').id, 'solved');
  await expectKnown(desk, page, 'amount differs', 'solved');
  await settled(desk);
  expect([...(await gateEvents(desk, 'honest')), ...(await gateEvents(desk, 'amount differs'))]).toEqual([]);
});
