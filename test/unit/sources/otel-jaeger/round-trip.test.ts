/** From the real OpenTelemetry exporter through the embedded log to the source: the same calls come out as went in. */
import { expect, test } from 'vitest';
import type { Evidence } from '../../../../lib/model.ts';
import { emitRun } from '../../../world/emit.ts';
import type { WorldTicket } from '../../../world/ticket.ts';
import { world } from '../../../world/tickets.ts';
import { exportTo, recordedSpans } from '../../tool-log/exporters.ts';
import { startLog } from '../../tool-log/help.ts';
import { find } from './help.ts';

const keys = { writeKey: 'write-4f1d', readKey: 'read-93ab' };
const now = new Date('2026-10-01T12:00:00.000Z');

async function findIn(queryUrl: string, conversation: string): Promise<Evidence> {
  return find(queryUrl, { key: keys.readKey, now }, { conversation, from: '2026-10-01T00:00:00.000Z', to: now.toISOString() });
}

const failing: WorldTicket = {
  id: '9',
  name: 'failing',
  subject: 'A tool that fails',
  requester: 'Ana',
  status: 'open',
  messages: [],
  run: {
    tools: [{ name: 'issue_refund' }],
    calls: [{ name: 'issue_refund', minutesAgo: 90, arguments: { amount: 'Grüße 👋' }, result: null, error: 'card network down' }],
  },
  expected: { claims: [], ticket: [] },
};

for (const encoding of ['json', 'protobuf'] as const) {
  test.each([...world.tickets, failing])(`ticket $id, $name, sent as ${encoding}`, async (ticket) => {
    const log = await startLog(keys);
    for (const other of world.tickets) await emitRun({ otlpUrl: log.otlpUrl, writeKey: keys.writeKey, encoding }, other, `other:${other.id}`, now);
    await emitRun({ otlpUrl: log.otlpUrl, writeKey: keys.writeKey, encoding }, ticket, `zendesk:${ticket.id}`, now);
    const { calls, inventory, coverage } = await findIn(log.queryUrl, `zendesk:${ticket.id}`);
    const expected = ticket.run.calls.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
    expect(calls.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    expect(calls.map((call) => call.arguments)).toEqual(expected.map((call) => call.arguments));
    expect(calls.map(({ status, error }) => [status, error])).toEqual(
      expected.map(({ error }) => (error ? ['error', `tool_error: ${error}`] : ['ok', undefined])),
    );
    expect(calls.map(({ startedAt }) => startedAt)).toEqual(
      expected.map(({ minutesAgo }) => new Date(now.getTime() - minutesAgo * 60_000).toISOString()),
    );
    expect(inventory).toEqual({ tools: ticket.run.tools, complete: true });
    expect(coverage).toMatchObject({ complete: true, to: '2026-10-01T11:59:00.000Z' });
    for (const message of ticket.messages.filter(({ role }) => role === 'bot')) {
      const at = now.getTime() - message.minutesAgo * 60_000;
      expect(
        calls.every(({ turn }) => turn && Date.parse(turn.from) < at && at < Date.parse(turn.to)),
        `"${message.text}" was written in the turn of its calls`,
      ).toBe(true);
    }
  });
}

test('results come back as they went in', async () => {
  const log = await startLog(keys);
  const ticket = world.tickets[1]!;
  await emitRun({ otlpUrl: log.otlpUrl, writeKey: keys.writeKey }, ticket, 'zendesk:1', now);
  expect((await findIn(log.queryUrl, 'zendesk:1')).calls.map((call) => call.result)).toEqual(ticket.run.calls.map((call) => call.result));
});

test('a wrong key, a conversation that was never recorded, and a log that has gone', async () => {
  const log = await startLog({ ...keys, readKey: 'another' });
  expect((await findIn(log.queryUrl, 'zendesk:1')).coverage.trouble).toBe('unauthorized');
  const open = await startLog({ readKey: keys.readKey });
  await exportTo(open.otlpUrl, 'json', recordedSpans(2));
  expect((await findIn(open.queryUrl, 'zendesk:1')).coverage).toMatchObject({ complete: false, trouble: 'nothing-recorded' });
  await open.close();
  expect((await findIn(open.queryUrl, 'zendesk:1')).coverage.trouble).toBe('unreachable');
});

test('a run that the log does not take is an error that says which and why', async () => {
  const log = await startLog(keys);
  const [ticket] = world.tickets;
  for (const encoding of ['json', 'protobuf'] as const) {
    await expect(emitRun({ otlpUrl: log.otlpUrl, writeKey: 'wrong', encoding }, ticket!, 'zendesk:1', now)).rejects.toThrow(
      /run of ticket 4127 was not recorded at http:\/\/127\.0\.0\.1/,
    );
  }
});
