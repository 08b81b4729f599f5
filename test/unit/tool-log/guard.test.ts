import { expect, test } from 'vitest';
import { batch, postJson, type Reply, search, send, span, spansIn, startLog } from './help.ts';

const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const FIREFOX_EXTENSION = 'moz-extension://5f0a3c1e-6f0f-4c0f-9d52-0f2d1c6f7a11';

test.each([
  ['a web page', { origin: 'https://evil.example' }],
  ['a page served from this machine', { origin: 'http://localhost:3000' }],
  ['a sandboxed frame or a saved file', { origin: 'null' }],
  ['an extension in Chromium', { origin: EXTENSION }],
  ['an extension in Firefox', { origin: FIREFOX_EXTENSION }],
  ['a page whose browser hides its origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('%s may not write', async (_who, headers) => {
  const log = await startLog();
  expect(await postJson(log, batch(span()), headers)).toMatchObject({
    status: 403,
    json: { message: expect.stringContaining('web pages may not write') },
  });
  expect((await search(log)).status).toBe(404);
});

test("a page's no-cors post, which the browser sends without asking, is refused before its body is looked at", async () => {
  const log = await startLog();
  const headers = { 'content-type': 'text/plain', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  const reply = await send(`${log.otlpUrl}/v1/traces`, { method: 'POST', headers, body: JSON.stringify(batch(span())) });
  expect(reply.status).toBe(403);
  expect((await search(log)).status).toBe(404);
});

test('a preflight is refused, so that no page is let past it', async () => {
  const log = await startLog();
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  expect((await send(`${log.otlpUrl}/v1/traces`, { method: 'OPTIONS', headers })).status).toBe(403);
});

test.each([
  ['a web page', { origin: 'https://evil.example' }, 403],
  ['a sandboxed frame or a saved file', { origin: 'null' }, 403],
  ['an image on a page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ['a link on a page', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }, 403],
  ['a page that calls itself an extension of another kind', { origin: 'https-extension://abc' }, 403],
  ['a page below the name of an extension', { origin: 'http://chrome-extension' }, 403],
  ['an extension that was granted the host', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'cors' }, 200],
  ['an extension whose browser counts that as another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 200],
  ['an extension in Chromium', { origin: EXTENSION, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 200],
  ['an extension in Firefox', { origin: FIREFOX_EXTENSION }, 200],
  ['an address typed by a person', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
  ['a program', {}, 200],
])('%s reads: %o gets the answer it should', async (_who, headers, status) => {
  const log = await startLog();
  await postJson(log, batch(span()));
  const reply = await search(log, {}, headers as Record<string, string>);
  expect(reply.status).toBe(status);
  expect(spansIn(reply)).toHaveLength(status === 200 ? 1 : 0);
});

test.each(['evil.example', 'evil.example:4318', '127.0.0.1', 'localhost', '127.0.0.1:1', 'localhost.evil.example', '[::1]:4318', '0.0.0.0:4318'])(
  'under the host name %s neither door answers, as a name may have been pointed here by anyone',
  async (host) => {
    const log = await startLog();
    expect((await postJson(log, batch(span()), { host })).status).toBe(421);
    expect(await search(log, {}, { host })).toMatchObject({ status: 421, json: { error: { httpCode: 421 } } });
    expect((await search(log)).status).toBe(404);
  },
);

test('localhost with the right port is as good as 127.0.0.1', async () => {
  const log = await startLog();
  expect((await postJson(log, batch(span()), { host: `LOCALHOST:${new URL(log.otlpUrl).port}` })).status).toBe(200);
  expect((await search(log, {}, { host: `localhost:${new URL(log.queryUrl).port}` })).status).toBe(200);
});

const KEYS = { writeKey: 'write-4f1d', readKey: 'read-93ab' };

const keyHeaders: [string, Record<string, string>, { writes: boolean; reads: boolean }][] = [
  ['no key', {}, { writes: false, reads: false }],
  ['the write key as bearer', { authorization: 'Bearer write-4f1d' }, { writes: true, reads: false }],
  ['the write key as x-api-key', { 'x-api-key': 'write-4f1d' }, { writes: true, reads: false }],
  ['the read key as bearer', { authorization: 'bearer read-93ab' }, { writes: false, reads: true }],
  ['the read key as x-api-key', { 'x-api-key': 'read-93ab' }, { writes: false, reads: true }],
  ['the read key from an extension', { 'x-api-key': 'read-93ab', origin: EXTENSION }, { writes: false, reads: true }],
  ['no key from an extension', { origin: EXTENSION }, { writes: false, reads: false }],
  ['part of a key', { 'x-api-key': 'write-4f1' }, { writes: false, reads: false }],
  ['a key and more', { 'x-api-key': 'write-4f1d0' }, { writes: false, reads: false }],
  ['the scheme alone', { authorization: 'Bearer ' }, { writes: false, reads: false }],
  ['another scheme', { authorization: 'Basic write-4f1d' }, { writes: false, reads: false }],
];

test.each(keyHeaders)('with keys set, %s opens only its own door', async (_what, headers, { writes, reads }) => {
  const log = await startLog(KEYS);
  const refused = (reply: Reply) => [401, 403].includes(reply.status);
  expect(refused(await postJson(log, batch(span()), headers))).toBe(!writes);
  await postJson(log, batch(span()), { 'x-api-key': KEYS.writeKey });
  const reply = await search(log, {}, headers);
  expect(reply.status).toBe(reads ? 200 : 401);
  if (!reads) expect(JSON.stringify(reply.json)).not.toContain('resourceSpans');
});
