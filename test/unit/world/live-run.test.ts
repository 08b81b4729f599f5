/** A run that is sent as it happens: what the log holds when a reply may be posted. */
import { expect, onTestFinished, test } from 'vitest';
import type { ToolLog } from '../../../bin/tool-log/server.ts';
import { type LiveRun, startLiveRun } from '../../world/live-run.ts';
import type { WorldMessage, WorldTicket } from '../../world/ticket.ts';
import { type FoundSpan, search, spansIn, startLog } from '../tool-log/help.ts';

const said = (role: WorldMessage['role'], minutesAgo: number, text: string): WorldMessage => ({
  role,
  name: role,
  visibility: 'public',
  minutesAgo,
  text,
});

const called = (name: string, minutesAgo: number) => ({ name, minutesAgo, arguments: {}, result: { ok: true } });

const ticket: WorldTicket = {
  id: '7',
  name: 'live',
  subject: 'Live',
  requester: 'Ana',
  status: 'open',
  messages: [said('end-user', 60, 'Hi'), said('bot', 50, 'one'), said('agent', 40, 'a person'), said('bot', 30, 'two'), said('bot', 30, 'three')],
  run: {
    tools: [{ name: 'search_kb' }, { name: 'issue_refund' }],
    // Not in the order in which they were made; two in one minute; one in the minute of its reply; one after the last reply.
    calls: [called('two', 30), called('one-b', 55), called('late', 10), { ...called('one-a', 58), error: 'no network' }, called('one-c', 55)],
  },
  expected: { claims: [], ticket: [] },
};

function start(log: ToolLog): LiveRun {
  const run = startLiveRun(log, ticket, 'rt:12');
  onTestFinished(() => run.end());
  return run;
}

const recorded = async (log: ToolLog): Promise<FoundSpan[]> =>
  spansIn(await search(log, { depth: 10 })).toSorted((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)));

const names = async (log: ToolLog): Promise<string[]> => (await recorded(log)).map(({ name }) => name.replace('execute_tool ', ''));

const replies = ticket.messages.filter(({ role }) => role === 'bot');

test('before each reply the log has the calls that come before it, oldest first, and no other', async () => {
  const log = await startLog();
  const run = start(log);
  await run.before(replies[0]!);
  expect(await names(log)).toEqual(['one-a', 'one-b', 'one-c']);
  await run.before(replies[1]!);
  expect(await names(log)).toEqual(['one-a', 'one-b', 'one-c', 'two']);
});

test('the agent’s own span is there before its last reply, and not before another', async () => {
  const log = await startLog();
  const run = start(log);
  await run.before(replies[0]!);
  await run.before(replies[1]!);
  expect(await names(log)).not.toContain('invoke_agent Support agent');
  await run.before(replies[2]!);
  expect(await names(log)).toContain('invoke_agent Support agent');
});

test('calls after the last reply follow at the end', async () => {
  const log = await startLog();
  const run = start(log);
  for (const reply of replies) await run.before(reply);
  expect(await names(log)).not.toContain('late');
  await run.end();
  expect(await names(log)).toContain('late');
});

test('all spans are one trace, the calls under the agent’s, which alone carries conversation and tools', async () => {
  const log = await startLog();
  const run = start(log);
  for (const reply of replies) await run.before(reply);
  await run.end();
  const spans = await recorded(log);
  const agent = spans.find(({ name }) => name.startsWith('invoke_agent'))!;
  const calls = spans.filter((span) => span !== agent);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(calls.map(({ parentSpanId }) => parentSpanId)).toEqual(ticket.run.calls.map(() => agent.spanId));
  const value = (span: FoundSpan, key: string) => span.attributes.find((one) => one.key === key)?.value.stringValue;
  expect(spans.filter((span) => value(span, 'gen_ai.conversation.id') === 'rt:12')).toEqual([agent]);
  expect(JSON.parse(value(agent, 'gen_ai.tool.definitions')!)).toEqual(ticket.run.tools.map((tool) => ({ type: 'function', ...tool })));
  expect(calls.map((call) => value(call, 'error.type'))).toEqual(['tool_error', undefined, undefined, undefined, undefined]);
});

test('calls follow one another without overlapping, and have ended when the log has them', async () => {
  const log = await startLog();
  const run = start(log);
  for (const reply of replies) await run.before(reply);
  await run.end();
  const now = BigInt(Date.now() + 1) * 1_000_000n;
  const calls = (await recorded(log)).filter(({ name }) => name.startsWith('execute_tool'));
  const moments = calls.flatMap((call) => [BigInt(call.startTimeUnixNano), BigInt(call.endTimeUnixNano)]);
  expect(moments).toEqual(moments.toSorted((a, b) => Number(a - b)));
  expect(moments.at(-1)! < now).toBe(true);
});

test('a run without a reply or call is recorded at its end: nothing was called', async () => {
  const log = await startLog();
  await startLiveRun(log, { ...ticket, messages: [], run: { ...ticket.run, calls: [] } }, 'rt:13').end();
  expect(await names(log)).toEqual(['invoke_agent Support agent']);
});

test('where the log does not take it, the reply is not let through', async () => {
  const log = await startLog({ writeKey: 'right' });
  const run = startLiveRun({ ...log, writeKey: 'wrong' }, ticket, 'rt:14');
  await expect(run.before(replies[0]!)).rejects.toThrow(/run of ticket 7 was not recorded at http:\/\/127\.0\.0\.1/);
});
