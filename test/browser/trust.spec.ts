/** Who may do what: the extension on sites, and sites with the tool log. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';

test('installing asks for no site', async ({ desk }) => {
  const manifest = await desk.browser
    .worker()!
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { getManifest(): object } } }).chrome.runtime.getManifest());
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).toMatchObject({ optional_host_permissions: ['https://*/*', 'http://*/*'] });
});

test('another web page can neither write to the tool log nor read it', async ({ desk }) => {
  const page = await desk.browser.context.newPage();
  await page.goto(`${new URL(desk.world.url(desk.ticket('story'))).origin}/agent/filters/1`);
  const { otlpUrl, queryUrl } = desk.world.log;
  const tried = await page.evaluate(
    async ([write, read]) => {
      const attempt = async (url: string, options: RequestInit) => {
        try {
          const answer = await fetch(url, options);
          return { type: answer.type, text: await answer.text() };
        } catch {
          return null;
        }
      };
      return [
        await attempt(`${write}/v1/traces`, {
          method: 'POST',
          mode: 'no-cors',
          headers: { 'content-type': 'text/plain' },
          body: '{"resourceSpans":[]}',
        }),
        await attempt(`${read}/api/v3/services`, {}),
        await attempt(`${read}/api/v3/services`, { mode: 'no-cors' }),
      ];
    },
    [otlpUrl, queryUrl],
  );
  // An opaque answer has no text; what matters more is that the log refused: its own tests show that.
  for (const answer of tried) expect(answer?.text ?? '').toBe('');
});

test('nothing of the try-out world is built into the extension', () => {
  const files = globSync('.output/chrome-mv3/**/*.{js,json,html,css}');
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => /harborworks|Harbor Assist|Whitfield/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
