/** A log that can be made to fail: stands in front of the real one and passes requests on, until told otherwise. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'none' | 'refuses-connection' | 'never-answers' | 'refuses-key' | 'garbage' | 'server-error' | 'slow';

/** Milliseconds that the `slow` log takes; less than the extension waits. */
const SLOW = 4_000;

export async function startFaultyLog(target: string) {
  let fault: Fault = 'none';
  let asked = 0;
  const timers = new Set<NodeJS.Timeout>();

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { authorization: request.headers.authorization ?? '', 'x-api-key': String(request.headers['x-api-key'] ?? '') };
    const answer = await fetch(`${target}${request.url}`, { headers });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(await answer.text());
  }

  const server = createServer((request, response) => {
    asked += 1;
    const json = { 'content-type': 'application/json' };
    switch (fault) {
      case 'refuses-connection':
        return request.socket.destroy();
      case 'never-answers':
        return;
      case 'refuses-key':
        return response.writeHead(401, json).end('{"error":"no"}');
      case 'garbage':
        return response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Sign in</title></html>');
      case 'server-error':
        return response.writeHead(503, json).end('{}');
      case 'slow': {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void passOn(request, response).catch(() => response.destroy());
        }, SLOW);
        return void timers.add(timer);
      }
      case 'none':
        return void passOn(request, response).catch(() => response.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    be(next: Fault): void {
      fault = next;
    },
    /** How many requests came in so far. */
    asked: () => asked,
    async close(): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
