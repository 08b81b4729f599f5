/** A real log on free ports for each test that asks, and requests whose every header the test decides. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startToolLog, type ToolLog, type ToolLogOptions } from '../../../bin/tool-log/server.ts';

export async function startLog(options: Partial<ToolLogOptions> = {}): Promise<ToolLog> {
  const log = await startToolLog({ otlpPort: 0, queryPort: 0, data: ':memory:', ...options });
  onTestFinished(() => log.close());
  return log;
}

export function tempFile(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-tool-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

export interface Reply {
  status: number;
  type: string | undefined;
  body: Buffer;
  /** The body as JSON, else its text. */
  json: unknown;
}

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const req = request(url, { method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, type: res.headers['content-type'], body: whole, json: parsed(whole) });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return body.toString();
  }
}

export function postJson(log: ToolLog, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return send(`${log.otlpUrl}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
}

let count = 0;

/** A valid span with an id of its own; times are seconds after 2026-10-01T09:00:00Z. */
export function span(fields: Record<string, unknown> = {}, seconds = 0): Record<string, unknown> {
  const start = BigInt(Date.UTC(2026, 9, 1, 9)) * 1_000_000n + BigInt(seconds) * 1_000_000_000n;
  count += 1;
  return {
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: count.toString(16).padStart(16, '0'),
    name: 'execute_tool issue_refund',
    kind: 1,
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(start + 1_000_000n),
    ...fields,
  };
}

export const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });

export function batch(...spans: unknown[]): unknown {
  return {
    resourceSpans: [{ resource: { attributes: [attribute('service.name', 'support-agent')] }, scopeSpans: [{ scope: { name: 'sdk' }, spans }] }],
  };
}

export interface Search {
  attributes?: Record<string, string>;
  depth?: number;
  more?: Record<string, string>;
}

/** A search over the whole of 2026. */
export function search(log: ToolLog, { attributes, depth, more = {} }: Search = {}, headers: Record<string, string> = {}): Promise<Reply> {
  const params = new URLSearchParams({ 'query.startTimeMin': '2026-01-01T00:00:00Z', 'query.startTimeMax': '2026-12-31T23:59:59Z' });
  if (attributes) params.set('query.attributes', JSON.stringify(attributes));
  if (depth) params.set('query.searchDepth', String(depth));
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return send(`${log.queryUrl}/api/v3/traces?${params}`, { headers });
}

export interface FoundSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** In nanoseconds since 1970. */
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** Spans of an answer, in its order. */
export function spansIn(reply: Reply): FoundSpan[] {
  const groups = (reply.json as { result?: { resourceSpans: { scopeSpans: { spans: FoundSpan[] }[] }[] } }).result?.resourceSpans ?? [];
  return groups.flatMap((group) => group.scopeSpans.flatMap((scope) => scope.spans));
}
