/** The OTLP door: POST /v1/traces. A batch is stored whole and then answered with 200, or refused whole with the reason. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { guard } from './guard.ts';
import { decodeTraces, type Encoding, encodeAccepted, encodeRefusal } from './otlp.ts';
import { Refusal, refusalOf } from './refusal.ts';
import type { SpanStore } from './store.ts';

/** google.rpc.Code for each status; the exporters themselves go by the status. */
const RPC_CODE: Record<number, number> = { 400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 413: 8, 415: 3, 421: 7, 500: 13, 503: 14 };

export function receiver(store: SpanStore, options: { key: string | undefined; maxBody: number }): RequestListener {
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    guard(request, { use: 'write', key: options.key });
    if (new URL(request.url ?? '', 'http://log').pathname !== '/v1/traces')
      throw new Refusal(404, 'Traces are received at /v1/traces, and nothing else is.');
    if (request.method !== 'POST') throw new Refusal(405, 'Traces are sent by POST.');
    const encoding = encodingOf(request);
    if (!encoding) throw new Refusal(415, 'Content-Type must be application/json or application/x-protobuf.');
    const groups = decodeTraces(await readBody(request, options.maxBody), encoding);
    try {
      store.add(groups);
    } catch (error) {
      // A full disk, say. Exporters try again after a 503, and after no other status that fits.
      throw new Refusal(503, `The log could not store the spans: ${error instanceof Error ? error.message : error}`);
    }
    answer(response, 200, encoding, encodeAccepted(encoding));
  }

  return (request, response) => {
    receive(request, response).catch((error: unknown) => {
      const { status, message } = refusalOf(error);
      const encoding = encodingOf(request) ?? 'application/json';
      // The rest of a refused body is thrown away, not left unread: a sender that is still writing could not see the answer.
      request.resume();
      answer(response, status, encoding, encodeRefusal(RPC_CODE[status] ?? 2, message, encoding));
    });
  };
}

function encodingOf(request: IncomingMessage): Encoding | null {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' || type === 'application/x-protobuf' ? type : null;
}

function answer(response: ServerResponse, status: number, encoding: Encoding, body: Buffer): void {
  response.writeHead(status, { 'content-type': encoding, 'content-length': body.length }).end(body);
}
