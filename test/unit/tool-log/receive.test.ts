import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { protobufOf, recordedSpans } from './exporters.ts';
import { attribute, batch, postJson, search, send, span, spansIn, startLog } from './help.ts';

const postProtobuf = (url: string, body: Buffer, headers: Record<string, string> = {}) =>
  send(`${url}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/x-protobuf', ...headers }, body });

describe('what is accepted is answered in the encoding it came in', () => {
  test('JSON', async () => {
    const log = await startLog();
    expect(await postJson(log, batch(span()))).toMatchObject({ status: 200, type: 'application/json', json: {} });
    expect((await search(log)).status).toBe(200);
  });

  test('JSON with a charset', async () => {
    const log = await startLog();
    expect((await postJson(log, batch(span()), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  test('protobuf', async () => {
    const log = await startLog();
    const reply = await postProtobuf(log.otlpUrl, await protobufOf(recordedSpans(2)));
    expect(reply).toMatchObject({ status: 200, type: 'application/x-protobuf' });
    expect(reply.body).toHaveLength(0);
    expect(spansIn(await search(log))).toHaveLength(2);
  });

  test.each(['application/json', 'application/x-protobuf'])('%s in gzip', async (type) => {
    const log = await startLog();
    const plain = type === 'application/json' ? Buffer.from(JSON.stringify(batch(span()))) : await protobufOf(recordedSpans(1));
    const headers = { 'content-type': type, 'content-encoding': 'gzip' };
    expect((await send(`${log.otlpUrl}/v1/traces`, { method: 'POST', headers, body: gzipSync(plain) })).status).toBe(200);
    expect(spansIn(await search(log))).toHaveLength(1);
  });

  test('an empty batch', async () => {
    const log = await startLog();
    expect((await postJson(log, {})).status).toBe(200);
    expect((await postProtobuf(log.otlpUrl, Buffer.alloc(0))).status).toBe(200);
  });

  test('fields that are newer than the schema are passed over, as the standard asks', async () => {
    const log = await startLog();
    expect((await postJson(log, batch(span({ fieldOfTomorrow: { a: 1 } })))).status).toBe(200);
    expect(spansIn(await search(log))[0]).not.toHaveProperty('fieldOfTomorrow');
  });

  test('a span with everything comes back as it was sent', async () => {
    const log = await startLog();
    const whole = span({
      traceState: 'vendor=1',
      parentSpanId: 'eee19b7ec3c1b174',
      kind: 3,
      flags: 257,
      attributes: [
        attribute('text', 'Grüße 👋'),
        { key: 'yes', value: { boolValue: false } },
        { key: 'int', value: { intValue: '-9223372036854775808' } },
        { key: 'double', value: { doubleValue: 32.5 } },
        { key: 'list', value: { arrayValue: { values: [{ intValue: '1' }, { stringValue: '' }] } } },
        { key: 'map', value: { kvlistValue: { values: [attribute('a', 'b')] } } },
        { key: 'bytes', value: { bytesValue: 'AAEC' } },
        { key: 'nothing', value: {} },
      ],
      droppedAttributesCount: 1,
      events: [{ timeUnixNano: '1790845200000000001', name: 'exception', attributes: [attribute('exception.message', 'no')] }],
      links: [{ traceId: '5b8efff798038103d269b633813fc60d', spanId: 'eee19b7ec3c1b175' }],
      status: { code: 2, message: 'card network down' },
    });
    await postJson(log, batch(whole));
    expect((await search(log)).json).toEqual({
      result: {
        resourceSpans: [
          { resource: { attributes: [attribute('service.name', 'support-agent')] }, scopeSpans: [{ scope: { name: 'sdk' }, spans: [whole] }] },
        ],
      },
    });
  });
});

describe('what is malformed is refused whole, with the reason, and nothing of it is stored', () => {
  const good = () => span({ traceId: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' });

  test.each<[string, unknown, RegExp]>([
    ['no JSON', 'hello', /not OTLP in JSON/],
    ['JSON that breaks off', JSON.stringify(batch(span())).slice(0, -40), /not OTLP in JSON/],
    ['an empty body', '', /not OTLP in JSON/],
    ['a list', [], /ExportTraceServiceRequest: expected object/],
    ['spans that are no list', { resourceSpans: {} }, /resourceSpans: expected array/],
    ['a name that is no text', batch(good(), span({ name: 5 })), /Span\.name: expected string: 5/],
    ['a time that is no number', batch(good(), span({ startTimeUnixNano: 'now' })), /Span\.startTimeUnixNano: invalid integer: "now"/],
    [
      'a value of two kinds',
      batch(good(), span({ attributes: [{ key: 'a', value: { stringValue: 'a', intValue: 1 } }] })),
      /multiple values for oneof/,
    ],
    [
      'a trace id that is too short',
      batch(good(), span({ traceId: 'abcd' })),
      /resourceSpans\[0\]\.scopeSpans\[0\]\.spans\[1\]\.traceId must be 16 bytes.*32 hex digits/,
    ],
    ['a trace id in base64', batch(good(), span({ traceId: 'W47/95gDgQPSabYzgT/GDA==' })), /spans\[1\]\.traceId/],
    ['a trace id of zeroes', batch(good(), span({ traceId: '0'.repeat(32) })), /spans\[1\]\.traceId .*not all zero/],
    ['no span id', batch(good(), span({ spanId: undefined })), /spans\[1\]\.spanId must be 8 bytes/],
    ['a parent id that is no id', batch(good(), span({ parentSpanId: 'xyz' })), /spans\[1\]\.parentSpanId/],
    ['no start', batch(good(), span({ startTimeUnixNano: '0' })), /spans\[1\]\.startTimeUnixNano must be a time/],
    [
      'a start after the year 2262',
      batch(good(), span({ startTimeUnixNano: '18446744073709551615' })),
      /spans\[1\]\.startTimeUnixNano must be a time/,
    ],
  ])('%s', async (_what, body, reason) => {
    const log = await startLog();
    expect(await postJson(log, body)).toMatchObject({
      status: 400,
      type: 'application/json',
      json: { code: 3, message: expect.stringMatching(reason) },
    });
    expect((await search(log)).status).toBe(404);
  });

  test('protobuf that breaks off, answered in protobuf', async () => {
    const log = await startLog();
    const reply = await postProtobuf(log.otlpUrl, (await protobufOf(recordedSpans(3))).subarray(0, -5));
    expect(reply).toMatchObject({ status: 400, type: 'application/x-protobuf' });
    expect(reply.body.toString('utf8')).toContain('not OTLP in protobuf');
    expect((await search(log)).status).toBe(404);
  });

  test('JSON that is called protobuf', async () => {
    const log = await startLog();
    expect((await postProtobuf(log.otlpUrl, Buffer.from(JSON.stringify(batch(span()))))).status).toBe(400);
  });

  test('what is called gzip and is not', async () => {
    const log = await startLog();
    expect((await postJson(log, batch(span()), { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  test('a long value is not repeated in the reason', async () => {
    const log = await startLog();
    const reply = await postJson(log, batch(span({ name: ['secret '.repeat(100)] })));
    expect(reply.status).toBe(400);
    expect(reply.body.length).toBeLessThan(400);
  });
});

describe('what is not for this log is refused by its kind', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
    'the content type "%s"',
    async (type) => {
      const log = await startLog();
      expect((await postJson(log, batch(span()), { 'content-type': type })).status).toBe(415);
    },
  );

  test('an unknown content encoding', async () => {
    const log = await startLog();
    expect((await postJson(log, batch(span()), { 'content-encoding': 'br' })).status).toBe(415);
  });

  test('another path and another method', async () => {
    const log = await startLog();
    expect((await send(`${log.otlpUrl}/v1/logs`, { method: 'POST' })).status).toBe(404);
    expect((await send(`${log.otlpUrl}/v1/traces`)).status).toBe(405);
  });
});

describe('no body is larger than allowed', () => {
  const maxBody = 10_000;
  const large = Buffer.from(JSON.stringify(batch(span({ attributes: [attribute('a', 'x'.repeat(20_000))] }))));

  test('as its length says', async () => {
    const log = await startLog({ maxBody });
    const reply = await send(`${log.otlpUrl}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: large });
    expect(reply).toMatchObject({ status: 413, json: { message: expect.stringContaining('--max-body') } });
  });

  test('as it is counted, where no length is given', async () => {
    const log = await startLog({ maxBody });
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    expect((await send(`${log.otlpUrl}/v1/traces`, { method: 'POST', headers, body: large })).status).toBe(413);
  });

  test('when unpacked, though it is small as sent', async () => {
    const log = await startLog({ maxBody });
    const bomb = gzipSync(Buffer.alloc(5_000_000, ' '));
    expect(bomb.length).toBeLessThan(maxBody);
    const reply = await send(`${log.otlpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: bomb,
    });
    expect(reply.status).toBe(413);
  });

  test('and the log takes the next one', async () => {
    const log = await startLog({ maxBody });
    await postJson(log, large.toString());
    expect((await postJson(log, batch(span()))).status).toBe(200);
  });

  test('a sender of far more than allowed still gets to see why it is refused', async () => {
    const log = await startLog({ maxBody });
    const reply = await send(`${log.otlpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(20_000_000, ' '),
    });
    expect(reply.status).toBe(413);
  });
});
