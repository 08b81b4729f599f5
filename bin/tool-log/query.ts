/** The reading door, in the shape of Jaeger's HTTP API v3, so that one source module reads this log and a team's own Jaeger. */
import type { RequestListener } from 'node:http';
import { guard } from './guard.ts';
import type { ResourceSpans } from './otlp.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { SEARCHABLE_LENGTH, type SpanStore, type TraceSearch } from './store.ts';

/** Jaeger's own default for `searchDepth`. */
const DEPTH = 100;

export function reader(store: SpanStore, options: { key: string | undefined }): RequestListener {
  function read(path: string, params: URLSearchParams): unknown {
    if (path === '/api/v3/services') return { services: store.services() };
    if (path === '/api/v3/traces') return found(store.search(parseSearch(params)));
    const traceId = /^\/api\/v3\/traces\/([^/]+)$/.exec(path)?.[1];
    if (traceId) return found(store.trace(parseTraceId(traceId)));
    throw new Refusal(404, 'Known here: /api/v3/services, /api/v3/traces?query.…, /api/v3/traces/{id}.');
  }

  return (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
    };
    try {
      guard(request, { use: 'read', key: options.key });
      if (request.method !== 'GET') throw new Refusal(405, 'The log is read by GET.');
      const [path = '', search] = (request.url ?? '').split('?');
      answer(200, read(path, new URLSearchParams(search)));
    } catch (error) {
      const { status, message } = refusalOf(error);
      answer(status, { error: { httpCode: status, message } });
    }
  };
}

function found(resourceSpans: ResourceSpans[]): unknown {
  if (resourceSpans.length === 0) throw new Refusal(404, 'No traces found');
  return { result: { resourceSpans } };
}

/** Names in camelCase or snake_case, as Jaeger takes them. @throws Refusal 400 */
function parseSearch(params: URLSearchParams): TraceSearch {
  const get = (name: string) =>
    params.get(`query.${name}`) ?? params.get(`query.${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`) ?? undefined;
  for (const name of ['durationMin', 'durationMax']) {
    if (get(name) !== undefined) throw new Refusal(400, `query.${name} is not supported by this log.`);
  }
  return {
    from: parseTime('query.startTimeMin', get('startTimeMin')),
    to: parseTime('query.startTimeMax', get('startTimeMax')),
    service: get('serviceName'),
    operation: get('operationName'),
    attributes: parseAttributes(get('attributes') ?? '{}'),
    depth: parseDepth(get('searchDepth') ?? String(DEPTH)),
  };
}

/** RFC 3339, to the nanosecond: `2026-10-01T09:00:00.000000001Z`. */
function parseTime(name: string, text: string | undefined): bigint {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text ?? '');
  const seconds = Date.parse(`${parts?.[1]}${parts?.[3]}`) / 1000;
  if (!parts || Number.isNaN(seconds)) throw new Refusal(400, `${name} must be a time such as 2026-10-01T09:00:00Z.`);
  return BigInt(seconds) * 1_000_000_000n + BigInt((parts[2] ?? '').padEnd(9, '0'));
}

function parseAttributes(text: string): Record<string, string> {
  const wrong = new Refusal(400, 'query.attributes must be a JSON object whose values are strings.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong;
  for (const one of Object.values(value)) {
    if (typeof one !== 'string') throw wrong;
    if (one.length > SEARCHABLE_LENGTH)
      throw new Refusal(400, `query.attributes: values longer than ${SEARCHABLE_LENGTH} characters cannot be searched for.`);
  }
  return value as Record<string, string>;
}

function parseDepth(text: string): number {
  const depth = Number(text);
  if (!Number.isInteger(depth) || depth < 1) throw new Refusal(400, 'query.searchDepth must be a whole number above 0.');
  return depth;
}

/** Leading zeros may be left out, as Jaeger's page does. */
function parseTraceId(text: string): string {
  if (!/^[0-9a-f]{1,32}$/i.test(text)) throw new Refusal(400, 'A trace id is up to 32 hex digits.');
  return text.toLowerCase().padStart(32, '0');
}
