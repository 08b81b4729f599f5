/**
 * Spans out of OTLP in JSON, as logs give it back. Logs differ in small things (hex or base64 ids, numbers or names for enums, numbers or strings for
 * times); what is read is the same. What cannot be read is an error, never a span left out.
 */
import type { CoverageDetail, Iso, Json } from '../model.ts';
import { isTooDeep } from '../nesting.ts';

export interface Span {
  traceId: string;
  spanId: string;
  parentId: string | null;
  name: string;
  /** Nanoseconds since 1970, where recorded: more than a Date can hold, and the order of calls may hang on them. */
  start: bigint | null;
  end: bigint | null;
  attributes: Record<string, Json>;
  /** Of whoever sent the span. */
  resource: Record<string, Json>;
  status: 'unset' | 'ok' | 'error';
  statusMessage: string;
  /** Messages of recorded exceptions. */
  exceptions: string[];
}

/** The answer is not OTLP in JSON; says in words why. */
export class NotOtlp extends Error {
  readonly detail: CoverageDetail;

  constructor(detail: CoverageDetail) {
    super(`not OTLP: ${detail.id} ${detail.value ?? ''}`);
    this.detail = detail;
  }
}

type Fields = Record<string, unknown>;

/** Of JSON: OTLP wraps each level of a value in three. */
const MOST_LEVELS = 300;

/** @param field the one that is not what OTLP's JSON has there. */
const notOtlp = (field: string): NotOtlp => new NotOtlp({ id: 'not-otlp', value: field });

/**
 * @param text `{"result":{"resourceSpans":[…]}}`, or several of these, one a line, as a streaming server sends them.
 * @throws NotOtlp
 */
export function readSpans(text: string): Span[] {
  const spans = new Map<string, Span>();
  for (const chunk of chunksOf(text)) {
    if (isTooDeep(chunk, MOST_LEVELS)) throw notOtlp('values');
    for (const [raw, resource] of rawSpans(chunk)) {
      // Logs hand out a span twice where its sender repeated it. Only one that is the same in every field is the same.
      spans.set(JSON.stringify([raw, resource]), spanOf(raw, resource));
    }
  }
  return [...spans.values()];
}

function chunksOf(text: string): Json[] {
  if (text.trim() === '') throw new NotOtlp({ id: 'empty' });
  try {
    return [JSON.parse(text)];
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line));
    } catch {
      throw new NotOtlp({ id: /^\s*</.test(text) ? 'web-page' : 'broken-json' });
    }
  }
}

function* rawSpans(chunk: unknown): Generator<[span: Fields, resource: Record<string, Json>]> {
  const envelope = fields(chunk, 'resourceSpans');
  const result = fields(envelope.result ?? chunk, 'result');
  if (envelope.result === undefined && result.resourceSpans === undefined) throw notOtlp('resourceSpans');
  for (const group of list(result.resourceSpans, 'resourceSpans')) {
    const resource = attributesOf(fields(group.resource ?? {}, 'resource').attributes);
    for (const scope of list(group.scopeSpans, 'scopeSpans')) {
      for (const span of list(scope.spans, 'spans')) yield [span, resource];
    }
  }
}

function spanOf(raw: Fields, resource: Record<string, Json>): Span {
  const status = fields(raw.status ?? {}, 'status');
  return {
    traceId: idOf(raw.traceId, 'traceId'),
    spanId: idOf(raw.spanId, 'spanId'),
    parentId: raw.parentSpanId ? idOf(raw.parentSpanId, 'parentSpanId') : null,
    name: text(raw.name),
    start: timeOf(raw.startTimeUnixNano),
    end: timeOf(raw.endTimeUnixNano),
    attributes: attributesOf(raw.attributes),
    resource,
    status: statusOf(status.code),
    statusMessage: text(status.message),
    exceptions: list(raw.events, 'events').flatMap((event) => {
      const message = attributesOf(event.attributes)['exception.message'];
      return event.name === 'exception' && typeof message === 'string' ? [message] : [];
    }),
  };
}

function statusOf(code: unknown): Span['status'] {
  if (code === 2 || code === 'STATUS_CODE_ERROR') return 'error';
  return code === 1 || code === 'STATUS_CODE_OK' ? 'ok' : 'unset';
}

/** Hex in lower case, from hex or from the base64 that protobuf's JSON writes. */
function idOf(value: unknown, name: string): string {
  const id = text(value);
  if (/^([0-9a-f]{16}){1,2}$/i.test(id)) return id.toLowerCase();
  if (!/^([\w+/-]{11}=?|[\w+/-]{22}(==)?)$/.test(id)) throw notOtlp(name);
  const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function timeOf(value: unknown): bigint | null {
  if (value === undefined || value === null || value === 0 || value === '0' || value === '') return null;
  if (typeof value === 'number' && value > 0 && value < 2 ** 64) return BigInt(Math.round(value));
  if (typeof value !== 'string' || !/^\d{1,19}$/.test(value)) throw notOtlp('startTimeUnixNano, endTimeUnixNano');
  return BigInt(value);
}

/** To the millisecond. */
export function isoOf(nanoseconds: bigint | null): Iso | null {
  return nanoseconds === null ? null : new Date(Number(nanoseconds / 1_000_000n)).toISOString();
}

function attributesOf(value: unknown): Record<string, Json> {
  return Object.fromEntries(list(value, 'attributes').map(({ key, value }) => [text(key), unpacked(anyValue(value))]));
}

/** One AnyValue, e.g. `{ "arrayValue": { "values": [{ "intValue": "5" }] } }` is `[5]`. */
function anyValue(value: unknown): Json {
  const any = fields(value ?? {}, 'a value');
  if (any.stringValue !== undefined) return text(any.stringValue);
  if (typeof any.boolValue === 'boolean') return any.boolValue;
  if (any.intValue !== undefined) return numberOf(any.intValue);
  if (any.doubleValue !== undefined) return numberOf(any.doubleValue);
  if (any.arrayValue !== undefined) return list(fields(any.arrayValue, 'arrayValue').values, 'values').map(anyValue);
  if (any.kvlistValue !== undefined) {
    return Object.fromEntries(list(fields(any.kvlistValue, 'kvlistValue').values, 'values').map(({ key, value }) => [text(key), anyValue(value)]));
  }
  return any.bytesValue === undefined ? null : text(any.bytesValue);
}

/** As text where JavaScript's numbers cannot hold it: 64-bit integers, NaN. */
function numberOf(value: unknown): Json {
  const number = Number(value);
  const exact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return exact ? number : String(value);
}

/** Objects and lists that the sender had to write as text, since attributes of spans were scalars for long. What nests too deep stays text. */
function unpacked(value: Json): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    const json = JSON.parse(value) as Json;
    return isTooDeep(json) ? value : json;
  } catch {
    return value;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notOtlp(name);
  return value as Fields;
}

function list(value: unknown, name: string): Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw notOtlp(name);
  return value.map((one) => fields(one, name));
}
