/** A log that fails: never red for lack of evidence, never green, the reason said, and audited again when the log is back. */
import type { CoverageTrouble } from '../../lib/model.ts';
import { lastRecord, readTrail } from '../../lib/trail/index.ts';
import type { Fault } from '../world/faulty-log.ts';
import { exportTrail } from '../world/visit.ts';
import { expect, test } from './fixture.ts';

const SOLVE = '[data-is-active="true"] [data-test-id="submit_button-button"]';

const faults: [string, Fault, CoverageTrouble][] = [
  ['refuses the connection', 'refuses-connection', 'unreachable'],
  ['never answers', 'never-answers', 'timeout'],
  ['refuses the key', 'refuses-key', 'unauthorized'],
  ['answers with a sign-in page', 'garbage', 'garbage'],
  ['answers with an error', 'server-error', 'server-error'],
];

for (const [what, fault, trouble] of faults) {
  test(`a log that ${what}: unverifiable, and supported once it is back`, async ({ desk }) => {
    desk.faulty.be(fault);
    const { page, panel } = await desk.open('log down');
    const judged = async () => lastRecord(readTrail(await exportTrail(panel, page.url())))!;
    const record = await judged();
    expect(record.evidence.coverage).toMatchObject({ complete: false, trouble });
    expect(record.findings).toMatchObject([{ verdict: 'unverifiable', reason: 'log-unavailable' }]);

    const solved = () => desk.world.helpdesk.solved(desk.ticket('log down'));
    const before = await solved();
    await page.locator(SOLVE).click();
    await expect.poll(solved, 'nobody is held for a log that cannot be read').toBe(before + 1);

    desk.faulty.be('none');
    await panel.getByRole('button', { name: 'Audit again' }).click();
    await expect(panel.getByRole('status').first()).toContainText('1 supported', { timeout: 20_000 });
    expect((await judged()).findings).toMatchObject([{ verdict: 'supported', reason: 'call-matches' }]);
  });
}

test('a ticket whose log failed is audited again by itself', async ({ desk }) => {
  desk.faulty.be('server-error');
  const { panel } = await desk.open('log down');
  desk.faulty.be('none');
  await expect(panel.getByRole('status').first()).toContainText('1 supported', { timeout: 75_000 });
});

test('a worker that is killed in mid-audit loses nothing: its next life, woken by its own alarm, ends the audit', async ({ desk }) => {
  desk.faulty.be('slow');
  const page = await desk.browser.context.newPage();
  await page.goto(desk.world.url(desk.ticket('log down')));
  await expect.poll(() => desk.faulty.asked(), { timeout: 15_000 }).toBe(1);
  // Neither a heartbeat of the page, nor the panel, nor any tab's coming and going is there to wake it.
  await page.goto('about:blank');
  await desk.browser.killWorker();
  desk.faulty.be('none');
  await expect.poll(() => desk.faulty.asked(), { timeout: 60_000 }).toBe(2);
  await expect.poll(() => desk.browser.records(), { timeout: 20_000 }).toMatchObject([{ findings: [{ verdict: 'supported' }] }]);
});
