/** Who may do what: the extension on sites, and sites with the tool log. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';

/** One span that an agent might have sent. */
const PLANTED = JSON.stringify({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'planted' } }] },
      scopeSpans: [
        {
          spans: [
            {
              traceId: '0af7651916cd43dd8448eb211c80319c',
              spanId: 'b7ad6b7169203331',
              name: 'execute_tool issue_refund',
              startTimeUnixNano: '1790000000000000000',
              endTimeUnixNano: '1790000001000000000',
            },
          ],
        },
      ],
    },
  ],
});

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
    async ([write, read, planted]) => {
      const attempt = async (url: string, options: RequestInit) => {
        try {
          const answer = await fetch(url, options);
          return { type: answer.type, text: await answer.text() };
        } catch {
          return null;
        }
      };
      return [
        await attempt(`${write}/v1/traces`, { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: planted! }),
        await attempt(`${write}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: planted! }),
        await attempt(`${read}/api/v3/services`, {}),
        await attempt(`${read}/api/v3/services`, { mode: 'no-cors' }),
      ];
    },
    [otlpUrl, queryUrl, PLANTED],
  );
  for (const answer of tried) expect(answer?.text ?? '').toBe('');

  const services = async () => (await fetch(`${queryUrl}/api/v3/services`, { headers: { authorization: `Bearer ${desk.world.keys.main}` } })).text();
  expect(await services()).not.toContain('planted');
  // The same bytes from a program that has the key are taken: the page was refused for what it is, not for what it said.
  const headers = { 'content-type': 'application/json', authorization: 'Bearer write-key-of-the-tests' };
  expect((await fetch(`${otlpUrl}/v1/traces`, { method: 'POST', headers, body: PLANTED })).status).toBe(200);
  expect(await services()).toContain('planted');
});

test('nothing of the try-out world is built into the extension', () => {
  const files = globSync('.output/chrome-mv3/**/*.{js,json,html,css}');
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => /harborworks|Harbor Assist|Whitfield/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
