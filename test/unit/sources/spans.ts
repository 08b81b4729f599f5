/** OTLP in JSON as a log gives it back, from short descriptions. */
import type { Json } from '../../../lib/model.ts';
import { tracesOf } from '../../../lib/sources/conversation.ts';
import { inventoryOf } from '../../../lib/sources/inventory.ts';
import { readSpans } from '../../../lib/sources/otlp.ts';
import { toolCallsOf } from '../../../lib/sources/tool-calls.ts';

export interface Described {
  /** One letter or digit; 1 where it does not matter. */
  trace?: string;
  id: string;
  parent?: string;
  name?: string;
  /** Seconds after 2026-10-01T09:00:00Z. */
  at?: number;
  /** Null: it was never ended. */
  takes?: number | null;
  attributes?: Record<string, string | number | boolean>;
  resource?: Record<string, string>;
  status?: { code?: number | string; message?: string };
  events?: unknown[];
}

const BASE = BigInt(Date.UTC(2026, 9, 1, 9)) * 1_000_000n;
const nanos = (seconds: number) => String(BASE + BigInt(Math.round(seconds * 1e9)));

export function value(of: string | number | boolean): unknown {
  if (typeof of === 'boolean') return { boolValue: of };
  return typeof of === 'number' ? { intValue: String(of) } : { stringValue: of };
}

export const keyValues = (of: Record<string, string | number | boolean>) => Object.entries(of).map(([key, one]) => ({ key, value: value(one) }));

export const hex = (id: string, digits: number) => Buffer.from(id).toString('hex').padStart(digits, '0');

function raw({ trace = '1', id, parent, name = id, at = 0, takes = 1, attributes = {}, status = {}, events }: Described): unknown {
  return {
    traceId: hex(trace, 32),
    spanId: hex(id, 16),
    ...(parent && { parentSpanId: hex(parent, 16) }),
    name,
    startTimeUnixNano: nanos(at),
    ...(takes !== null && { endTimeUnixNano: nanos(at + takes) }),
    attributes: keyValues(attributes),
    status,
    ...(events && { events }),
  };
}

export function answer(spans: Described[]): string {
  return JSON.stringify({
    result: {
      resourceSpans: spans.map((span) => ({
        resource: { attributes: keyValues(span.resource ?? {}) },
        scopeSpans: [{ scope: {}, spans: [raw(span)] }],
      })),
    },
  });
}

/** Spans by their kind. */
export const agent = (id: string, more: Partial<Described> = {}): Described => ({
  id,
  takes: 60,
  ...more,
  attributes: { 'gen_ai.operation.name': 'invoke_agent', ...more.attributes },
});

export const tool = (id: string, name: string, more: Partial<Described> = {}): Described => ({
  id,
  name: `execute_tool ${name}`,
  ...more,
  attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': name, ...more.attributes },
});

export const mcp = (id: string, name: string, more: Partial<Described> = {}): Described =>
  tool(id, name, { ...more, attributes: { 'mcp.method.name': 'tools/call', ...more.attributes } });

export const of = (conversation: string, more: Record<string, string> = {}) => ({ attributes: { 'gen_ai.conversation.id': conversation, ...more } });

export const definitions = (...names: string[]) => ({
  'gen_ai.tool.definitions': JSON.stringify(names.map((name): Json => ({ type: 'function', name }))),
});

export function tracesFrom(spans: Described[]) {
  return tracesOf(readSpans(answer(spans)), 'gen_ai.conversation.id');
}

/** Calls of all spans, whatever their conversation. */
export const callsFrom = (...spans: Described[]) => toolCallsOf(tracesFrom(spans), 'test');

export function inventoryFrom(...spans: Described[]) {
  const traces = tracesFrom(spans);
  return inventoryOf(traces, toolCallsOf(traces, 'test'));
}
