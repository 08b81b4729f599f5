import { expect, test } from 'vitest';
import { attribute, batch, postJson, search, send, span, spansIn, startLog } from './help.ts';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);
const C = 'c'.repeat(32);

/** Three traces: A is the oldest and of conversation 1, B of 2, C is the newest and of 1. */
async function threeTraces() {
  const log = await startLog();
  const conversation = (id: string) => attribute('gen_ai.conversation.id', id);
  await postJson(
    log,
    batch(
      span({ traceId: A, name: 'invoke_agent', attributes: [conversation('1'), { key: 'n', value: { intValue: '5' } }] }, 0),
      span({ traceId: A, name: 'execute_tool', attributes: [attribute('gen_ai.tool.name', 'issue_refund')] }, 1),
      span({ traceId: B, name: 'invoke_agent', attributes: [conversation('2'), { key: 'yes', value: { boolValue: true } }] }, 60),
      span({ traceId: C, name: 'invoke_agent', attributes: [conversation('1'), { key: 'd', value: { doubleValue: 1.5 } }] }, 120),
    ),
  );
  return log;
}

test.each([
  ['by an attribute: whole traces, newest first', { 'gen_ai.conversation.id': '1' }, [C, A, A]],
  ['by an attribute of the sender', { 'service.name': 'support-agent' }, [C, B, A, A]],
  ['by both, on one span', { 'gen_ai.conversation.id': '2', 'service.name': 'support-agent' }, [B]],
  ['by no attribute', {}, [C, B, A, A]],
  ['by a whole number', { n: '5' }, [A, A]],
  ['by a truth value', { yes: 'true' }, [B]],
  ['by a decimal', { d: '1.5' }, [C]],
  ['pairs that stand on two spans of a trace are no match', { 'gen_ai.conversation.id': '1', 'gen_ai.tool.name': 'issue_refund' }, []],
  ['a value of another case', { 'gen_ai.tool.name': 'Issue_Refund' }, []],
  ['a value that only begins so', { 'gen_ai.tool.name': 'issue' }, []],
])('a search %s', async (_what, attributes, traces) => {
  const reply = await search(await threeTraces(), { attributes: attributes as Record<string, string> });
  expect(reply.status).toBe(traces.length === 0 ? 404 : 200);
  expect(spansIn(reply).map(({ traceId }) => traceId)).toEqual(traces);
});

test.each([
  ['serviceName', { 'query.serviceName': 'support-agent' }, 4],
  ['service_name', { 'query.service_name': 'another' }, 0],
  ['operationName', { 'query.operationName': 'execute_tool' }, 2],
  ['operation_name', { 'query.operation_name': 'invoke_agent' }, 4],
  ['search_depth', { 'query.search_depth': '1' }, 1],
  ['searchDepth', { 'query.searchDepth': '2' }, 2],
  ['a window that ends before the newest', { 'query.startTimeMax': '2026-10-01T09:01:00Z' }, 3],
  ['a window that ends a nanosecond before a span', { 'query.startTimeMax': '2026-10-01T09:00:59.999999999Z' }, 2],
  ['a window that begins with a span, in another zone', { 'query.startTimeMin': '2026-10-01T11:02:00+02:00' }, 1],
  ['a window in which nothing began', { 'query.startTimeMin': '2026-11-01T00:00:00Z' }, 0],
])('a search with %s', async (_what, more, spans) => {
  expect(spansIn(await search(await threeTraces(), { more: more as unknown as Record<string, string> }))).toHaveLength(spans);
});

test('times are taken in snake_case too', async () => {
  const log = await threeTraces();
  const window = 'query.start_time_min=2026-01-01T00:00:00Z&query.start_time_max=2026-12-31T00:00:00Z';
  expect(spansIn(await send(`${log.queryUrl}/api/v3/traces?${window}`))).toHaveLength(4);
});

test("no match is 404 with Jaeger's body", async () => {
  expect(await search(await startLog())).toMatchObject({
    status: 404,
    type: 'application/json',
    json: { error: { httpCode: 404, message: 'No traces found' } },
  });
});

test.each([
  ['no start', '?query.startTimeMax=2026-12-31T00:00:00Z', /query\.startTimeMin/],
  ['no end', '?query.startTimeMin=2026-12-31T00:00:00Z', /query\.startTimeMax/],
  ['a time in words', '?query.startTimeMin=yesterday&query.startTimeMax=2026-12-31T00:00:00Z', /query\.startTimeMin/],
  ['a day that there is not', '?query.startTimeMin=2026-13-01T00:00:00Z&query.startTimeMax=2026-12-31T00:00:00Z', /query\.startTimeMin/],
])('%s is 400 and says so', async (_what, query, message) => {
  const log = await startLog();
  const reply = await send(`${log.queryUrl}/api/v3/traces${query}`);
  expect(reply).toMatchObject({ status: 400, json: { error: { httpCode: 400, message: expect.stringMatching(message) } } });
});

test.each([
  ['attributes that are no JSON', { 'query.attributes': '{' }, /query\.attributes/],
  ['attributes in a list', { 'query.attributes': '[]' }, /query\.attributes/],
  ['an attribute that is no text', { 'query.attributes': '{"a":1}' }, /values are strings/],
  ['an attribute too long to be found', { 'query.attributes': JSON.stringify({ a: 'x'.repeat(257) }) }, /256/],
  ['a depth of none', { 'query.searchDepth': '0' }, /query\.searchDepth/],
  ['a depth that is no number', { 'query.searchDepth': 'all' }, /query\.searchDepth/],
  ['a filter that would be passed over', { 'query.durationMin': '1s' }, /query\.durationMin is not supported/],
])('%s is 400 and says so', async (_what, more, message) => {
  const reply = await search(await startLog(), { more: more as unknown as Record<string, string> });
  expect(reply).toMatchObject({ status: 400, json: { error: { httpCode: 400, message: expect.stringMatching(message) } } });
});

test('a trace by its id, in either case', async () => {
  const log = await threeTraces();
  expect(spansIn(await send(`${log.queryUrl}/api/v3/traces/${A}`))).toHaveLength(2);
  expect(spansIn(await send(`${log.queryUrl}/api/v3/traces/${A.toUpperCase()}`))).toHaveLength(2);
  expect((await send(`${log.queryUrl}/api/v3/traces/${'d'.repeat(32)}`)).status).toBe(404);
  expect((await send(`${log.queryUrl}/api/v3/traces/xyz`)).status).toBe(400);
});

test('services by name', async () => {
  const log = await threeTraces();
  expect((await send(`${log.queryUrl}/api/v3/services`)).json).toEqual({ services: ['support-agent'] });
});

test('other paths and methods are refused', async () => {
  const log = await startLog();
  expect((await send(`${log.queryUrl}/api/traces`)).status).toBe(404);
  expect((await send(`${log.queryUrl}/api/v3/services`, { method: 'POST' })).status).toBe(405);
});
