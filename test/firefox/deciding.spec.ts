/** Decisions in Firefox: they free the close, and none is lost where two sidebars decide at once. */
import type { Trail } from '../../lib/model.ts';
import { openEvent, readTrail, verifyTrail } from '../../lib/trail/index.ts';
import type { Sidebar } from '../world/firefox/sidebar.ts';
import { type Desk, expect, test } from './fixture.ts';

const SOLVE = '[data-is-active="true"] [data-test-id="submit_button-button"]';
const QUOTES = ['confirmed billing in Stripe', 'escalated to AE', 'refunded $48'];

const decided = (sidebar: Sidebar, quote: string) => expect.poll(() => sidebar.text(quote)).toContain('Confirmed by Sam Reviewer');

/** Asks the worker for the export that the panel's button asks for. */
async function trailOf({ firefox, url, ticket }: Desk, name: string): Promise<Trail> {
  const ref = { helpdesk: 'zendesk', host: new URL(url(name)).host, id: ticket(name).id };
  const reply = await firefox.inExtension((asked) => {
    const { browser } = globalThis as unknown as {
      browser: { runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: { text: string } }> } };
    };
    return browser.runtime.sendMessage({ deskcheck: 1, kind: 'panel.export', request: { ticket: asked, format: 'json', redacted: false } });
  }, ref);
  expect(reply.ok).toBe(true);
  return readTrail(reply.value.text);
}

test('the close is held until each red finding is decided, and then goes through', async ({ desk }) => {
  const { page, sidebar } = await desk.open('story');
  const story = desk.ticket('story');
  const before = await desk.world.helpdesk.solved(story);
  await page.click(SOLVE);
  await expect.poll(async () => (await desk.firefox.overlayOf(page))?.line?.text).toMatch(/Close held/);
  expect(await desk.world.helpdesk.solved(story)).toBe(before);
  for (const quote of QUOTES) {
    // The name is asked for once.
    await sidebar.decide(quote, 'Checked by hand: it did not happen.', quote === QUOTES[0] ? 'Sam Reviewer' : undefined);
    await decided(sidebar, quote);
  }
  // The page hears of the last decision a moment after the sidebar does; what is held meanwhile is pressed again.
  await expect
    .poll(async () => {
      await page.click(SOLVE);
      return desk.world.helpdesk.solved(story);
    })
    .toBeGreaterThan(before);
});

test('two sidebars that decide at once lose nothing, and the chain of the trail holds', async ({ desk }) => {
  const one = await desk.open('story');
  const two = await desk.open('story', 'window');
  // The first decision gives the name, which is asked for once.
  await one.sidebar.decide(QUOTES[0]!, 'Checked by hand.', 'Sam Reviewer');
  await decided(one.sidebar, QUOTES[0]!);
  await decided(two.sidebar, QUOTES[0]!);
  await one.sidebar.writeDecision(QUOTES[1]!, 'Decided in the first window.');
  await two.sidebar.writeDecision(QUOTES[2]!, 'Decided in the second window.');
  await Promise.all([one.sidebar.press('Save decision', QUOTES[1]), two.sidebar.press('Save decision', QUOTES[2])]);
  for (const sidebar of [one.sidebar, two.sidebar]) for (const quote of QUOTES) await decided(sidebar, quote);

  const trail = await trailOf(desk, 'story');
  const reasons = trail.events.flatMap((event) => {
    const body = openEvent(event)?.body;
    return body?.kind === 'decision' ? [body.decision.reason] : [];
  });
  expect(reasons.sort()).toEqual(['Checked by hand.', 'Decided in the first window.', 'Decided in the second window.']);
  expect(await verifyTrail(trail)).toBeNull();
});
