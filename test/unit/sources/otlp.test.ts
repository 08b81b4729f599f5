import { describe, expect, test } from 'vitest';
import { isoOf, NotOtlp, readSpans } from '../../../lib/sources/otlp.ts';

const TRACE = '5b8efff798038103d269b633813fc60c';
const TRACE_BASE64 = 'W47/95gDgQPSabYzgT/GDA==';

/** One span in the shape of Jaeger's answer. */
function envelope(fields: Record<string, unknown> = {}, resource: unknown = {}): string {
  const span = { traceId: TRACE, spanId: 'eee19b7ec3c1b174', name: 's', ...fields };
  return JSON.stringify({ result: { resourceSpans: [{ resource, scopeSpans: [{ scope: {}, spans: [span] }] }] } });
}

const one = (fields: Record<string, unknown>) => readSpans(envelope(fields))[0]!;
const decoded = (value: unknown) => one({ attributes: [{ key: 'a', value }] }).attributes.a;

test('a whole span', () => {
  const text = envelope(
    {
      parentSpanId: 'EEE19B7EC3C1B173',
      name: 'execute_tool issue_refund',
      kind: 1,
      startTimeUnixNano: '1790845200000000001',
      endTimeUnixNano: '1790845200400000000',
      attributes: [{ key: 'gen_ai.tool.name', value: { stringValue: 'issue_refund' } }],
      events: [{ name: 'exception', attributes: [{ key: 'exception.message', value: { stringValue: 'card network down' } }] }, { name: 'note' }],
      status: { code: 2, message: 'failed' },
    },
    { attributes: [{ key: 'service.name', value: { stringValue: 'support-agent' } }] },
  );
  expect(readSpans(text)).toEqual([
    {
      traceId: TRACE,
      spanId: 'eee19b7ec3c1b174',
      parentId: 'eee19b7ec3c1b173',
      name: 'execute_tool issue_refund',
      start: 1790845200000000001n,
      end: 1790845200400000000n,
      attributes: { 'gen_ai.tool.name': 'issue_refund' },
      resource: { 'service.name': 'support-agent' },
      status: 'error',
      statusMessage: 'failed',
      exceptions: ['card network down'],
    },
  ]);
});

describe('envelopes', () => {
  test.each([
    ['nothing found', '{"result":{}}', 0],
    ['an empty list', '{"result":{"resourceSpans":[]}}', 0],
    ['without result', '{"resourceSpans":[]}', 0],
    ['a group without spans', '{"result":{"resourceSpans":[{"scopeSpans":[{}]},{}]}}', 0],
    ['two chunks, one a line', `${envelope()}\n${envelope({ spanId: 'eee19b7ec3c1b175' })}\n`, 2],
    ['two chunks with a blank line between', `${envelope()}\r\n\r\n${envelope({ spanId: 'eee19b7ec3c1b175' })}`, 2],
    ['the same span in two chunks', `${envelope()}\n${envelope()}`, 1],
    ['two spans that differ under one id', `${envelope()}\n${envelope({ name: 'other' })}`, 2],
    ['over many lines', JSON.stringify(JSON.parse(envelope()), null, 2), 1],
  ])('%s', (_what, text, count) => {
    expect(readSpans(text)).toHaveLength(count);
  });
});

/** An attribute that is a list in a list in a list. */
const nested = (levels: number) => `[{"key":"a","value":${'{"arrayValue":{"values":['.repeat(levels)}${']}}'.repeat(levels)}}]`;

describe('what is not OTLP is an error, not an empty log', () => {
  test.each([
    ['nothing at all', '', 'empty'],
    ['a web page', '<!doctype html><title>Sign in</title>', 'web-page'],
    ['JSON that breaks off', envelope().slice(0, -9), 'broken-json'],
    ['a second chunk that breaks off', `${envelope()}\n${envelope().slice(0, -9)}`, 'broken-json'],
    ['another API', '{"data":[],"total":0}', 'not-otlp resourceSpans'],
    ['an error in the stream', `${envelope()}\n{"error":{"httpCode":500,"message":"storage"}}`, 'not-otlp resourceSpans'],
    ['a list', '[]', 'not-otlp resourceSpans'],
    ['null', 'null', 'not-otlp resourceSpans'],
    ['a result in words', '{"result":"ok"}', 'not-otlp result'],
    ['spans that are no list', '{"result":{"resourceSpans":{}}}', 'not-otlp resourceSpans'],
    ['a span that is no object', '{"result":{"resourceSpans":[{"scopeSpans":[{"spans":[5]}]}]}}', 'not-otlp spans'],
    ['a span without an id', envelope({ spanId: undefined }), 'not-otlp spanId'],
    ['a trace id of another length', envelope({ traceId: 'abc' }), 'not-otlp traceId'],
    ['a time in words', envelope({ startTimeUnixNano: 'noon' }), 'not-otlp startTimeUnixNano'],
    ['a time before 1970', envelope({ startTimeUnixNano: -5 }), 'not-otlp startTimeUnixNano'],
    ['values without an end', envelope({ attributes: 'HERE' }).replace('"HERE"', nested(20_000)), 'not-otlp values'],
  ])('%s', (_what, text, reason) => {
    expect(() => readSpans(text)).toThrow(NotOtlp);
    expect(() => readSpans(text)).toThrow(reason);
  });
});

test.each([
  ['text', { stringValue: 'a' }, 'a'],
  ['empty text', { stringValue: '' }, ''],
  ['an object written as text', { stringValue: '{"amount":32.5}' }, { amount: 32.5 }],
  ['a list written as text', { stringValue: ' [1, 2]' }, [1, 2]],
  ['text that only looks like JSON', { stringValue: '[draft] Hello' }, '[draft] Hello'],
  ['JSON that was cut off', { stringValue: '{"amount":32.5' }, '{"amount":32.5'],
  ['lists without an end', { stringValue: '['.repeat(50_000) + ']'.repeat(50_000) }, '['.repeat(50_000) + ']'.repeat(50_000)],
  ['digits stay text', { stringValue: '88213' }, '88213'],
  ['an integer as text', { intValue: '3800' }, 3800],
  ['an integer as number', { intValue: 0 }, 0],
  ['an integer beyond what numbers hold', { intValue: '9007199254740993' }, '9007199254740993'],
  ['a decimal', { doubleValue: 32.5 }, 32.5],
  ['not a number', { doubleValue: 'NaN' }, 'NaN'],
  ['false', { boolValue: false }, false],
  ['bytes', { bytesValue: 'AAEC' }, 'AAEC'],
  ['nothing', {}, null],
  ['no value', undefined, null],
  ['a list', { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '1' }, {}] } }, ['a', 1, null]],
  ['an empty list', { arrayValue: {} }, []],
  ['a map', { kvlistValue: { values: [{ key: 'a', value: { arrayValue: { values: [{ boolValue: true }] } } }] } }, { a: [true] }],
])('a value: %s', (_what, value, expected) => {
  expect(decoded(value)).toEqual(expected);
});

test.each([
  ['hex', TRACE],
  ['hex in capitals', TRACE.toUpperCase()],
  ['base64', TRACE_BASE64],
  ['base64 without its padding', TRACE_BASE64.replace('==', '')],
  ['base64 for URLs', TRACE_BASE64.replaceAll('/', '_').replaceAll('+', '-')],
])('a trace id in %s', (_what, traceId) => {
  expect(one({ traceId }).traceId).toBe(TRACE);
});

test('a span id in base64', () => {
  expect(one({ spanId: '7uGbfsPBsXQ=' }).spanId).toBe('eee19b7ec3c1b174');
});

test.each([
  [undefined, 'unset'],
  [0, 'unset'],
  [1, 'ok'],
  [2, 'error'],
  ['STATUS_CODE_OK', 'ok'],
  ['STATUS_CODE_ERROR', 'error'],
  ['STATUS_CODE_UNSET', 'unset'],
])('status code %s is %s', (code, status) => {
  expect(one({ status: { code } }).status).toBe(status);
});

test.each([
  ['1790845200000000001', '2026-10-01T09:00:00.000Z'],
  ['1790845200999999999', '2026-10-01T09:00:00.999Z'],
  [1790845200000000000, '2026-10-01T09:00:00.000Z'],
  ['0', null],
  [undefined, null],
])('a start of %s is %s', (startTimeUnixNano, iso) => {
  expect(isoOf(one({ startTimeUnixNano }).start)).toBe(iso);
});
