/**
 * The wire formats of OTLP over HTTP: request bodies in, response bodies out, by protobufjs and the standard's own schema.
 * Both encodings end in the same plain objects, so that a span sent twice, once in each, is the same span.
 */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import protojson from 'protobufjs/ext/protojson.js';
import { Refusal } from './refusal.ts';

export type Encoding = 'application/json' | 'application/x-protobuf';

export interface KeyValue {
  key: string;
  value?: Record<string, unknown>;
}

/** A span in OTLP's JSON form: ids in lower-case hex, 64-bit numbers as strings, enums as numbers. */
export interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name?: string;
  startTimeUnixNano: string;
  endTimeUnixNano?: string;
  attributes?: KeyValue[];
  links?: { traceId?: string; spanId?: string }[];
  [field: string]: unknown;
}

export interface ResourceSpans {
  resource?: { attributes?: KeyValue[] };
  schemaUrl?: string;
  scopeSpans?: { scope?: unknown; schemaUrl?: string; spans?: OtlpSpan[] }[];
}

const schema = protobuf.parse(readFileSync(new URL('./otlp.proto', import.meta.url), 'utf8')).root;
const TraceRequest = schema.lookupType('ExportTraceServiceRequest');
const TraceResponse = schema.lookupType('ExportTraceServiceResponse');
const RpcStatus = schema.lookupType('RpcStatus');

/** SQLite's integers end here: the year 2262. */
const LAST_NANOSECOND = 2n ** 63n - 1n;

/** @throws Refusal 400 that names the field, where the body is not a valid trace request. */
export function decodeTraces(body: Buffer, encoding: Encoding): ResourceSpans[] {
  const message = encoding === 'application/json' ? fromJson(body) : fromProtobuf(body);
  const plain = TraceRequest.toObject(message, { longs: String, enums: Number, bytes: String, json: true });
  const groups: ResourceSpans[] = plain.resourceSpans ?? [];
  groups.forEach((group, r) => {
    group.scopeSpans?.forEach((scope, s) => {
      scope.spans?.forEach((span, i) => {
        checkSpan(span, `resourceSpans[${r}].scopeSpans[${s}].spans[${i}]`, encoding);
      });
    });
  });
  return groups;
}

export function encodeAccepted(encoding: Encoding): Buffer {
  return encode(TraceResponse, {}, encoding);
}

/** @param code of google.rpc.Code, e.g. 3 for an invalid argument. */
export function encodeRefusal(code: number, message: string, encoding: Encoding): Buffer {
  return encode(RpcStatus, { code, message }, encoding);
}

function encode(type: protobuf.Type, value: Record<string, unknown>, encoding: Encoding): Buffer {
  return Buffer.from(encoding === 'application/json' ? protojson.toJsonString(type, value) : type.encode(value).finish());
}

function fromJson(body: Buffer): protobuf.Message {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return protojson.fromJson(TraceRequest, JSON.parse(text), { ignoreUnknownFields: true });
  } catch (error) {
    throw new Refusal(400, `The body is not OTLP in JSON: ${inShort(error)}`);
  }
}

function fromProtobuf(body: Buffer): protobuf.Message {
  try {
    return TraceRequest.decode(body);
  } catch (error) {
    throw new Refusal(400, `The body is not OTLP in protobuf: ${inShort(error)}`);
  }
}

/** protobufjs quotes the offending value whole, and it may be the customer's text. */
function inShort(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function checkSpan(span: OtlpSpan, path: string, encoding: Encoding): void {
  span.traceId = hexId(span.traceId, 16, `${path}.traceId`, encoding);
  span.spanId = hexId(span.spanId, 8, `${path}.spanId`, encoding);
  if (span.parentSpanId) span.parentSpanId = hexId(span.parentSpanId, 8, `${path}.parentSpanId`, encoding);
  span.links?.forEach((link, i) => {
    link.traceId = hexId(link.traceId, 16, `${path}.links[${i}].traceId`, encoding);
    link.spanId = hexId(link.spanId, 8, `${path}.links[${i}].spanId`, encoding);
  });
  checkTime(span.startTimeUnixNano, `${path}.startTimeUnixNano`, 1n);
  checkTime(span.endTimeUnixNano ?? '0', `${path}.endTimeUnixNano`, 0n);
}

/**
 * OTLP's one departure from protobuf's JSON: ids are hex there, not base64. The decoder has read that hex as base64; since lengths of
 * 16 and 32 are multiples of four, writing it as base64 again gives the very text that was sent.
 */
function hexId(base64: string | undefined, bytes: number, path: string, encoding: Encoding): string {
  const hex = encoding === 'application/json' ? (base64 ?? '').toLowerCase() : Buffer.from(base64 ?? '', 'base64').toString('hex');
  if (hex.length !== bytes * 2 || !/^[0-9a-f]+$/.test(hex) || /^0+$/.test(hex)) {
    throw new Refusal(
      400,
      `${path} must be ${bytes} bytes that are not all zero${encoding === 'application/json' ? `, as ${bytes * 2} hex digits` : ''}.`,
    );
  }
  return hex;
}

function checkTime(nanoseconds: string | undefined, path: string, least: bigint): void {
  const value = BigInt(nanoseconds ?? 0);
  if (value < least || value > LAST_NANOSECOND) throw new Refusal(400, `${path} must be a time in nanoseconds since 1970.`);
}
