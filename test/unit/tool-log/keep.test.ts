import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { startToolLog } from '../../../bin/tool-log/server.ts';
import { exportTo, recordedSpans } from './exporters.ts';
import { attribute, batch, postJson, search, span, spansIn, startLog, tempFile } from './help.ts';

test.each(['json', 'protobuf'] as const)('the real exporter, speaking %s, is told that its spans are kept, and they are', async (encoding) => {
  const log = await startLog({ writeKey: 'w' });
  expect(await exportTo(log.otlpUrl, encoding, recordedSpans(5), { 'x-api-key': 'w' })).toMatchObject({ code: 0 });
  expect(spansIn(await search(log))).toHaveLength(5);
});

test.each(['json', 'protobuf'] as const)('the real exporter, speaking %s with a wrong key, is told that they are not', async (encoding) => {
  const log = await startLog({ writeKey: 'w' });
  expect(await exportTo(log.otlpUrl, encoding, recordedSpans(1), { 'x-api-key': 'x' })).toMatchObject({ code: 1 });
  expect((await search(log)).status).toBe(404);
});

test('the same spans sent in both encodings are the same to the last field, and are kept once', async () => {
  const log = await startLog();
  const spans = recordedSpans(3);
  await exportTo(log.otlpUrl, 'json', spans);
  const once = (await search(log)).json;
  await exportTo(log.otlpUrl, 'protobuf', spans);
  await exportTo(log.otlpUrl, 'protobuf', spans);
  expect((await search(log)).json).toEqual(once);
  expect(JSON.stringify(once)).toContain('card network down');
});

test('another span under an id that is taken is kept beside the first, and does not replace it', async () => {
  const log = await startLog();
  const first = span({ name: 'execute_tool issue_refund' });
  await postJson(log, batch(first));
  await postJson(log, batch({ ...first, name: 'execute_tool delete_account' }));
  expect(
    spansIn(await search(log))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['execute_tool delete_account', 'execute_tool issue_refund']);
});

test('a restart loses nothing, nor does a log that was never closed', async () => {
  const data = tempFile('log.sqlite');
  const first = await startLog({ data });
  await postJson(first, batch(span(), span()));
  const second = await startToolLog({ otlpPort: 0, queryPort: 0, data });
  await postJson(second, batch(span()));
  await second.close();
  const third = await startLog({ data });
  expect(spansIn(await search(third))).toHaveLength(3);
});

test('many writers at once, on two logs over one file, lose nothing', async () => {
  const data = tempFile('log.sqlite');
  const logs = [await startLog({ data }), await startLog({ data })];
  const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => postJson(logs[i % 2]!, batch(span(), span(), span()))));
  expect(replies.map(({ status }) => status)).toEqual(Array(40).fill(200));
  expect(spansIn(await search(logs[0]!))).toHaveLength(120);
});

test('a folder that is not there is made', async () => {
  const log = await startLog({ data: tempFile('a/b/log.sqlite') });
  expect((await postJson(log, batch(span()))).status).toBe(200);
});

test('a file that is no database is left alone, and the message names the option', async () => {
  const data = tempFile('notes.txt');
  writeFileSync(data, 'These are my notes, and they are longer than a header of SQLite, which is a hundred bytes in all.\n'.repeat(20));
  await expect(startToolLog({ otlpPort: 0, queryPort: 0, data })).rejects.toThrow(/notes\.txt cannot be used .*--data/);
});

test.each([
  ['otlpPort', '--otlp-port'],
  ['queryPort', '--query-port'],
] as const)('where the port of %s is taken, the message names the port and %s, and nothing is left open', async (which, option) => {
  const port = Number(new URL((await startLog()).queryUrl).port);
  const data = tempFile('log.sqlite');
  await expect(startToolLog({ otlpPort: 0, queryPort: 0, data, [which]: port })).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another with ${option}.`,
  );
  await startLog({ data });
});

test('one conversation is found among 10,000 spans, by the index of attributes and not by reading them all', async () => {
  const data = tempFile('many.sqlite');
  const log = await startLog({ data });
  for (let first = 0; first < 2_500; first += 1_250) {
    /** Four spans a conversation. */
    const spans = Array.from({ length: 5_000 }, (_, i) => {
      const conversation = first + Math.floor(i / 4);
      const attributes = [attribute('gen_ai.conversation.id', `zendesk:${conversation}`), attribute('gen_ai.operation.name', 'execute_tool')];
      return span({ traceId: (conversation + 1).toString(16).padStart(32, '0'), attributes });
    });
    expect((await postJson(log, batch(...spans))).status).toBe(200);
  }
  expect(spansIn(await search(log, { attributes: { 'gen_ai.conversation.id': 'zendesk:1700' } }))).toHaveLength(4);
  const db = new DatabaseSync(data, { readOnly: true });
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT span FROM attribute WHERE key = ? AND value = ?').all('a', 'b');
  db.close();
  expect(plan.map((step) => step.detail)).toEqual(['SEARCH attribute USING PRIMARY KEY (key=? AND value=?)']);
});
