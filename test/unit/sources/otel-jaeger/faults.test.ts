/** Every way in which a log can fail to answer is coverage that is not complete, with its trouble, and never an exception. */
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import type { Coverage, CoverageTrouble } from '../../../../lib/model.ts';
import { agent, answer, of, tool } from '../spans.ts';
import { find, serve } from './help.ts';

const KEY = 'secret-7Q2';
const good = answer([agent('a', of('zendesk:412')), tool('t', 'refund', { parent: 'a' })]);

const status =
  (code: number, body = '', headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end(body);

test.each<[string, RequestListener, CoverageTrouble, Coverage['detail'] | null]>([
  ['401', status(401), 'unauthorized', { id: 'http-status', value: '401' }],
  ['403', status(403, 'no'), 'unauthorized', { id: 'http-status', value: '403' }],
  ['429', status(429), 'rate-limited', { id: 'http-status', value: '429' }],
  ['429 that says when', status(429, '', { 'retry-after': '30' }), 'rate-limited', { id: 'retry-after', value: '30' }],
  ['500', status(500, 'panic'), 'server-error', { id: 'http-status', value: '500' }],
  ['503', status(503), 'server-error', { id: 'http-status', value: '503' }],
  ['400', status(400, '{"error":{"httpCode":400,"message":"malformed"}}'), 'server-error', { id: 'http-status', value: '400' }],
  ['a 404 of something else', status(404, '<html>nginx</html>'), 'server-error', { id: 'no-such-api' }],
  ['a web page', status(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }), 'garbage', { id: 'web-page' }],
  ['JSON that breaks off', status(200, good.slice(0, -20)), 'garbage', { id: 'broken-json' }],
  ['JSON of another API', status(200, '{"data":[]}'), 'garbage', { id: 'not-otlp', value: 'resourceSpans' }],
  ['an empty answer', status(200), 'garbage', { id: 'empty' }],
  ['no connection held', (request) => request.socket.destroy(), 'unreachable', null],
  [
    'a connection that breaks in mid-answer',
    (_request, response) => {
      response.writeHead(200, { 'content-length': String(good.length) });
      response.write(good.slice(0, 50), () => response.destroy());
    },
    'unreachable',
    null,
  ],
  ["Jaeger's own 404 for no match", status(404, '{"error":{"httpCode":404,"message":"No traces found"}}'), 'nothing-recorded', null],
  ['an empty result', status(200, '{"result":{}}'), 'nothing-recorded', null],
  [
    'traces of other conversations only',
    status(200, answer([agent('a', of('zendesk:9')), tool('t', 'refund', { parent: 'a' })])),
    'nothing-recorded',
    null,
  ],
])('%s', async (_what, listener, trouble, detail) => {
  const { calls, inventory, coverage } = await find(await serve(listener), { key: KEY });
  expect(coverage).toMatchObject({ complete: false, trouble, ...(detail && { detail }) });
  expect(calls).toEqual([]);
  expect(inventory).toEqual({ tools: [], complete: false });
  expect(JSON.stringify(coverage)).not.toContain(KEY);
});

test('a port where nothing listens', async () => {
  const { coverage } = await find('http://127.0.0.1:9');
  expect(coverage).toMatchObject({ complete: false, trouble: 'unreachable' });
});

test('a host name that there is not', async () => {
  expect((await find('http://log.invalid')).coverage).toMatchObject({ complete: false, trouble: 'unreachable' });
});

test('a browser that refuses to fetch gives no reason', async () => {
  const refuses = () => Promise.reject(new TypeError('Failed to fetch'));
  expect((await find('http://127.0.0.1:9', { fetch: refuses })).coverage).toMatchObject({
    trouble: 'unreachable',
    detail: { id: 'no-connection' },
  });
});

test('a log that never answers', async () => {
  const url = await serve(() => {});
  expect((await find(url, { timeout: 50 })).coverage).toMatchObject({
    complete: false,
    trouble: 'timeout',
    detail: { id: 'no-whole-answer', value: '0.05' },
  });
});

test('a log that answers drop by drop', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  });
  expect((await find(url, { timeout: 150 })).coverage).toMatchObject({ complete: false, trouble: 'timeout' });
});

test('a question that is withdrawn', async () => {
  const url = await serve(() => {});
  const { coverage } = await find(url, { signal: AbortSignal.timeout(50) });
  expect(coverage).toMatchObject({ complete: false, trouble: 'timeout', detail: { id: 'withdrawn' } });
});

test('an answer that does not end is cut off at 32 MB', { timeout: 20_000 }, async () => {
  const url = await serve((_request, response) => {
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    const more = () => {
      while (!response.destroyed && response.write(megabyte));
    };
    response.on('drain', more);
    more();
  });
  expect((await find(url, { timeout: 15_000 })).coverage).toMatchObject({
    complete: false,
    trouble: 'truncated',
    detail: { id: 'too-large', value: '32' },
  });
});

test('a redirect is not followed, and the key does not go there', async () => {
  const asked: (string | undefined)[] = [];
  const elsewhere = await serve((request, response) => {
    asked.push(request.headers.authorization);
    response.end(good);
  });
  const url = await serve((request, response) => response.writeHead(302, { location: elsewhere + request.url }).end());
  const { calls, coverage } = await find(url, { key: KEY });
  expect(coverage).toMatchObject({ complete: false, trouble: 'unreachable' });
  expect(calls).toEqual([]);
  expect(asked).toEqual([]);
});

test('a key is never sent over plain http to another machine, and the detail says so', async () => {
  const asked: string[] = [];
  const spy: typeof fetch = (input) => {
    asked.push(String(input));
    return Promise.resolve(new Response(good));
  };
  for (const url of ['http://jaeger.example.com:16686', 'http://127.0.0.1.example.com', 'http://10.0.0.5']) {
    const { coverage } = await find(url, { key: KEY, fetch: spy });
    expect(coverage).toMatchObject({ trouble: 'unauthorized', detail: { id: 'key-over-http' } });
  }
  expect(asked).toEqual([]);
  for (const url of ['https://jaeger.example.com', 'http://localhost:16686', 'http://[::1]:16686'])
    expect((await find(url, { key: KEY, fetch: spy })).coverage.complete).toBe(true);
  expect((await find('http://jaeger.example.com', { fetch: spy })).coverage.complete).toBe(true);
});

test('a key that no header can carry is not repeated in the detail', async () => {
  const { coverage } = await find('http://127.0.0.1:9', { key: 'ключ' });
  expect(coverage).toMatchObject({ trouble: 'unauthorized', detail: { id: 'key-characters' } });
});

test.each(['', 'localhost:16686', 'jaeger', 'ftp://jaeger.example.com', 'javascript:alert(1)', 'http://user:pass@127.0.0.1:16686'])(
  'the address "%s" is no log',
  async (url) => {
    const { coverage } = await find(url);
    expect(coverage).toMatchObject({ complete: false, trouble: 'not-configured', detail: { id: 'address' } });
    expect(JSON.stringify(coverage)).not.toContain('pass@');
  },
);
