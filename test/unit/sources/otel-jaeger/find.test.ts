import { expect, test } from 'vitest';
import { otelJaeger } from '../../../../lib/sources/otel-jaeger.ts';
import { agent, answer, type Described, definitions, of, tool } from '../spans.ts';
import { configOf, find, query, serve } from './help.ts';

/** A log that holds these spans and tells what it was asked. */
async function logOf(spans: Described[]) {
  const asked: URL[] = [];
  const headers: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://log'));
    headers.push(request.headers.authorization);
    response.end(answer(spans));
  });
  return { url, asked, headers };
}

test('it asks for one conversation in one window, with the key in a header only', async () => {
  const { url, asked, headers } = await logOf([agent('a', of('zendesk:412'))]);
  await find(`${url}/jaeger/?x=1#y`, { key: 'secret-7Q2' });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.pathname).toBe('/jaeger/api/v3/traces');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    'query.startTimeMin': query.from,
    'query.startTimeMax': query.to,
    'query.attributes': '{"gen_ai.conversation.id":"zendesk:412"}',
    'query.searchDepth': '100',
  });
  expect(headers).toEqual(['Bearer secret-7Q2']);
});

test('it gives the calls, the inventory and the coverage of that conversation', async () => {
  const { url } = await logOf([
    agent('a', of('zendesk:412', definitions('search_kb', 'issue_refund'))),
    tool('t', 'search_kb', { parent: 'a', at: 1 }),
    agent('b', { trace: '2', ...of('zendesk:9', definitions('delete_account')) }),
    tool('u', 'delete_account', { parent: 'b', trace: '2' }),
  ]);
  expect(await find(url)).toMatchObject({
    calls: [{ name: 'search_kb', source: 'otel-jaeger' }],
    inventory: { tools: [{ name: 'search_kb' }, { name: 'issue_refund' }], complete: true },
    coverage: { source: 'otel-jaeger', from: query.from, to: '2026-10-01T11:59:00.000Z', complete: true, askedAt: '2026-10-01T12:00:00.000Z' },
  });
});

test('spans of the conversation and no tool among them: nothing was called', async () => {
  const { calls, coverage } = await find((await logOf([agent('a', of('zendesk:412'))])).url);
  expect(calls).toEqual([]);
  expect(coverage.complete).toBe(true);
  expect(coverage).not.toHaveProperty('trouble');
});

test('the coverage never reaches beyond what was asked for', async () => {
  const { url } = await logOf([agent('a', of('zendesk:412'))]);
  expect((await find(url, {}, { to: '2026-10-01T10:00:00.000Z' })).coverage.to).toBe('2026-10-01T10:00:00.000Z');
});

test('a tool call that may be of another conversation leaves the coverage incomplete', async () => {
  const { url } = await logOf([agent('a', of('zendesk:412')), agent('b', of('zendesk:9')), tool('t', 'issue_refund', { parent: 'lost' })]);
  const { calls, coverage } = await find(url);
  expect(calls).toEqual([]);
  expect(coverage).toMatchObject({
    complete: false,
    trouble: 'truncated',
    detail: { id: 'shared-trace', value: '1' },
  });
});

test('tool calls of a trace that has nothing to do with the conversation trouble nobody', async () => {
  const { url } = await logOf([agent('a', of('zendesk:412')), tool('t', 'issue_refund', { trace: '2' })]);
  expect(await find(url)).toMatchObject({ calls: [], coverage: { complete: true } });
});

/** A log of so many traces, which hands out as many as are asked for, and never more than `most`. */
async function deepLog(traces: number, most = Number.POSITIVE_INFINITY, fails = false) {
  const depths: number[] = [];
  const url = await serve((request, response) => {
    const depth = Number(new URL(request.url ?? '', 'http://log').searchParams.get('query.searchDepth'));
    depths.push(depth);
    if (fails && depths.length > 1) return response.writeHead(500).end();
    const spans = Array.from(
      { length: Math.min(traces, depth, most) },
      (_, i): Described => ({ ...tool('t', 'refund', of('zendesk:412')), trace: `t${i}` }),
    );
    return response.end(answer(spans));
  });
  return { url, depths };
}

test('where as many traces come as were asked for, it asks again deeper', async () => {
  const { url, depths } = await deepLog(250);
  const { calls, coverage } = await find(url);
  expect(depths).toEqual([100, 1000]);
  expect(calls).toHaveLength(250);
  expect(coverage.complete).toBe(true);
});

test('and where there is no end, it gives what it has and says that it was cut off', async () => {
  const { url, depths } = await deepLog(20_000);
  const { calls, coverage } = await find(url);
  expect(depths).toEqual([100, 1000, 10_000]);
  expect(calls).toHaveLength(10_000);
  expect(coverage).toMatchObject({ complete: false, trouble: 'truncated' });
});

test('and where the deeper answer fails, it keeps the first and says that it was cut off', async () => {
  const { url } = await deepLog(250, undefined, true);
  const { calls, coverage } = await find(url);
  expect(calls).toHaveLength(100);
  expect(coverage).toMatchObject({ complete: false, trouble: 'truncated' });
});

test.each([
  ['http://127.0.0.1:16686', 'http://127.0.0.1/*'],
  ['https://jaeger.example.com:8443/base/', 'https://jaeger.example.com/*'],
  ['HTTPS://Jaeger.Example.com', 'https://jaeger.example.com/*'],
])('%s asks permission for %s, since match patterns hold no port', (url, pattern) => {
  expect(otelJaeger.origins(configOf(url))).toEqual([pattern]);
});

test('an address that is none is told in words', () => {
  expect(() => otelJaeger.origins(configOf('jaeger'))).toThrow('Log "main": its address must be https:// or http://');
});
