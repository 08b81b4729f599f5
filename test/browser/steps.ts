/** What several specs do and ask: presses, the trail, settings, the helpdesk from outside. */
import type { Page } from '@playwright/test';
import type { GateEvent, TicketPage, TrailBody, TrailEvent } from '../../lib/model.ts';
import type { Settings } from '../../lib/settings-schema.ts';
import { openEvent } from '../../lib/trail/index.ts';
import { type Desk, expect } from './fixture.ts';

export const PANE = '[data-is-active="true"]';
const MENU = `${PANE} [data-test-id="submit_button-menu-button"]`;
export const SOLVE = `${PANE} [data-test-id="submit_button-button"]`;

/** How often the helpdesk was really told to solve a ticket. */
export const solved = (desk: Desk, name: string) => desk.world.helpdesk.solved(desk.ticket(name));

/** The page knows the verdict: so many quotes are marked red. */
export const marksOf = (page: Page) => page.evaluate(() => CSS.highlights.get('deskcheck-red')?.size ?? 0);

/** The bodies of a ticket's events, oldest first. */
export async function trailBodies(desk: Desk, name: string): Promise<TrailBody[]> {
  const rows = await desk.browser.stored<TrailEvent & { ticket: string }>('events');
  const own = rows.filter(({ ticket }) => ticket.endsWith(`:${desk.ticket(name).id}`));
  return own.flatMap((row) => openEvent(row)?.body ?? []);
}

export async function gateEvents(desk: Desk, name: string): Promise<GateEvent[]> {
  return (await trailBodies(desk, name)).flatMap((body) => {
    if (body.kind !== 'gate') return [];
    const { kind: _, ...event } = body;
    return [event];
  });
}

/** A press that is held: the helpdesk hears nothing of it, and the trail holds it. */
export async function expectHeld(desk: Desk, name: string, press: () => Promise<unknown>): Promise<void> {
  const [before, events] = [await solved(desk, name), await gateEvents(desk, name)];
  await press();
  await expect.poll(async () => (await gateEvents(desk, name)).slice(events.length)).toEqual([{ outcome: 'held', findings: expect.any(Array) }]);
  expect(await solved(desk, name)).toBe(before);
}

/** A press that goes through: the helpdesk hears of it once, and the trail says why. */
export async function expectThrough(
  desk: Desk,
  name: string,
  told: Pick<GateEvent, 'outcome' | 'why'>,
  press: () => Promise<unknown>,
): Promise<void> {
  const [before, events] = [await solved(desk, name), await gateEvents(desk, name)];
  await press();
  await expect.poll(() => solved(desk, name)).toBe(before + 1);
  await expect.poll(async () => (await gateEvents(desk, name)).slice(events.length)).toMatchObject([told]);
}

type Extension = {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: { local: Record<'get' | 'set', (what: object | string) => Promise<{ settings: unknown }>> };
  };
};

/** Changes the settings as the options page does: stored, and told to the worker. */
export async function changeSettings(desk: Desk, page: Page, change: Partial<Settings>): Promise<void> {
  await page.evaluate(async (more) => {
    const { chrome } = globalThis as unknown as Extension;
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), ...more } });
    await chrome.runtime.sendMessage({ deskcheck: 1, kind: 'options.changed', request: {} });
  }, change);
  await expect
    .poll(() => desk.browser.stored<{ due: string }>('jobs').then((jobs) => jobs.some(({ due }) => Date.parse(due) <= Date.now())))
    .toBe(false);
}

/** Says "close anyway" in the panel, which frees the next press. */
export async function closeAnyway(panel: Page, reason: string): Promise<void> {
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await panel.getByLabel('Why must it be closed now?').fill(reason);
  const name = panel.getByLabel('Your name');
  if ((await name.count()) > 0) await name.fill('Sam Reviewer');
  await panel.getByRole('button', { name: 'Close anyway' }).click();
  await expect(panel.getByText(/The next close of this ticket goes through/)).toBeVisible();
}

/** A program sets a ticket's status through the helpdesk's API; nobody presses anything. */
export async function setStatus(page: Page, id: string, status: 'open' | 'solved'): Promise<void> {
  await page.evaluate(
    ([path, to]) =>
      fetch(path!, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: 'Bearer a-program' },
        body: JSON.stringify({ ticket: { status: to } }),
      }),
    [`/api/v2/tickets/${id}.json`, status],
  );
}

/** A ticket's page as the store has it. */
async function pageKnown(desk: Desk, name: string): Promise<TicketPage | undefined> {
  const rows = await desk.browser.stored<{ ticket: string; page: TicketPage }>('pages');
  return rows.find(({ ticket }) => ticket.endsWith(`:${desk.ticket(name).id}`))?.page;
}
export const statusKnown = async (desk: Desk, name: string) => (await pageKnown(desk, name))?.status;
export const messagesKnown = async (desk: Desk, name: string) => (await pageKnown(desk, name))?.messages.length;

/** What a tab does when a person comes back to it: it reads its page anew, and asks for its verdict. Otherwise it does so every 20 seconds. */
export const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** A message of the agent's comes in while the ticket is open: it stands at the end of the thread. */
export const addMessage = (page: Page, text: string) =>
  page.evaluate(
    ([pane, words]) => {
      const log = document.querySelector(`${pane} [data-test-id="omni-log-container"]`)!;
      const message = log.lastElementChild!.cloneNode(true) as Element;
      message.querySelector('.zd-comment')!.textContent = words!;
      message.querySelector('time')!.setAttribute('datetime', new Date().toISOString());
      log.append(message);
    },
    [PANE, text],
  );

/** A finger on a control. */
async function tap(page: Page, selector: string): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

/** Opens the menu of statuses and goes to its last item, "Solved". */
async function goToSolved(page: Page): Promise<void> {
  await page.locator(MENU).click();
  await page.keyboard.press('ArrowUp');
}

/** Every way in which a person can solve the ticket that is shown. */
export const PRESSES: Record<string, (page: Page) => Promise<void>> = {
  'the button by mouse': (page) => page.locator(SOLVE).click(),
  'the button by touch': (page) => tap(page, SOLVE),
  'the button by Enter': async (page) => {
    await page.locator(SOLVE).focus();
    await page.keyboard.press('Enter');
  },
  'the button by Space': async (page) => {
    await page.locator(SOLVE).focus();
    await page.keyboard.press('Space');
  },
  'the menu by mouse': async (page) => {
    await page.locator(MENU).click();
    await page.locator(`${PANE} [data-test-id="submit_button-menu-solved"]`).click();
  },
  'the menu by Enter': async (page) => {
    await goToSolved(page);
    await page.keyboard.press('Enter');
  },
  'the menu by Space': async (page) => {
    await goToSolved(page);
    await page.keyboard.press('Space');
  },
  'the shortcut': (page) => page.keyboard.press('Control+Alt+KeyS'),
};
