/** The page's own GET, against a real server. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberingGet } from '../../../entrypoints/ticket.content/get.ts';

let asked: string[] = [];
let cacheControl: string | undefined;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    cacheControl = request.headers['cache-control'];
    const found = request.url === '/found';
    response.writeHead(found || request.url === '/broken' ? 200 : 404).end(found ? '{"n":1}' : 'not JSON');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

describe('rememberingGet', () => {
  it('asks once, and again after it was told to forget', async () => {
    const { get, forget } = rememberingGet();
    expect(await get('/found')).toEqual({ status: 200, body: { n: 1 } });
    await get('/found');
    expect(asked).toEqual(['/found']);
    forget();
    await get('/found');
    expect(asked).toEqual(['/found', '/found']);
  });
  it('asks again what failed, and not what was refused', async () => {
    const { get } = rememberingGet();
    for (const path of ['/broken', '/broken', '/missing', '/missing']) await get(path);
    expect(asked).toEqual(['/broken', '/broken', '/missing']);
  });
  it('takes no answer that the browser kept', async () => {
    await rememberingGet().get('/found');
    expect(cacheControl).toBe('no-cache');
  });
  it('hands a refusal on as its status', async () => {
    expect(await rememberingGet().get('/missing')).toEqual({ status: 404, body: null });
  });
  it('takes an answer that is no JSON for a failure', async () => {
    expect(await rememberingGet().get('/broken')).toEqual({ status: 0, body: null });
  });
});
