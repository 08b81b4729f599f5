/**
 * Who may talk to the log. It listens on the loopback interface only, and two kinds of caller reach that without being meant to:
 *
 * - **A page in the browser.** It can post to localhost without asking ("simple" requests), so as to plant evidence, and it can load any address
 *   as an image. Browsers put its Origin on every post and on every read that could see the answer, and `Sec-Fetch-*` on all others.
 *   `Origin: null` is a page too: a sandboxed frame, a `data:` address, a saved file.
 * - **A page whose host name was pointed at 127.0.0.1** (DNS rebinding). To the browser it is same-origin, so it may send no Origin;
 *   but its Host header still names the other host.
 *
 * An extension's origin may read: a browser sends it where the extension has not been granted the log's host, and no web page can bear it. It
 * may not write: agents write, and they are no extensions. Where a read key is set it must match as for everyone; where none is set, any
 * program on this machine may read anyway. The log sends no CORS header, so the browser still keeps the answer from an extension
 * that was not granted the host.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[^/]+$/;

export interface Door {
  use: 'read' | 'write';
  key: string | undefined;
}

/** @throws Refusal 421, 403 or 401. */
export function guard(request: IncomingMessage, door: Door): void {
  checkHost(request);
  checkOrigin(request, door.use);
  checkKey(request, door);
}

function checkHost(request: IncomingMessage): void {
  const port = request.socket.localPort;
  const host = request.headers.host?.toLowerCase();
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    throw new Refusal(421, `This log answers to 127.0.0.1:${port} and localhost:${port} only.`);
  }
}

function checkOrigin(request: IncomingMessage, use: Door['use']): void {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (origin !== undefined) {
    if (use === 'read' && EXTENSION_ORIGIN.test(origin)) return;
    throw new Refusal(403, `Requests with an Origin header are refused: web pages may not ${use} here.`);
  }
  // An image, a script, a link on a page. Asked for by fetch() without an Origin, it is an extension that was granted this host.
  if ((site === 'cross-site' || site === 'same-site') && mode !== 'cors') {
    throw new Refusal(403, `Requests by way of another page are refused: web pages may not ${use} here.`);
  }
}

function checkKey(request: IncomingMessage, door: Door): void {
  if (door.key === undefined) return;
  const bearer = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const given = bearer ?? request.headers['x-api-key'];
  if (typeof given !== 'string' || !sameKey(given, door.key)) {
    throw new Refusal(401, `A key is needed to ${door.use}: send it as "Authorization: Bearer KEY" or "x-api-key: KEY".`);
  }
}

/** In constant time; digests first, since timingSafeEqual wants equal lengths. */
function sameKey(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
