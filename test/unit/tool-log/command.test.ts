import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { batch, postJson, search, span, spansIn, startLog, tempFile } from './help.ts';

/** Starts the command; `ready` resolves when it says where it listens, or has ended. */
function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bin/tool-log.ts', ...args], { env: { ...process.env, ...env } });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const said = { out: '', error: '' };
  const listening = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
      if (said.out.includes('/api/v3')) resolve();
    });
  });
  child.stderr.on('data', (chunk) => {
    said.error += chunk;
  });
  return { child, said, ended, ready: Promise.race([listening, ended]) };
}

async function runLog(args: string[], env: Record<string, string> = {}) {
  const { child, said, ended, ready } = run(['--otlp-port', '0', '--query-port', '0', ...args], env);
  await ready;
  const [otlpUrl = '', queryUrl = ''] = said.out.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { said, stop, log: { otlpUrl, queryUrl, close: async () => {} } };
}

test('it says where to send and where to read, takes its keys from the environment, and ends when told to', async () => {
  const data = tempFile('log.sqlite');
  const { said, stop, log } = await runLog(['--data', data], { DESKCHECK_WRITE_KEY: 'w-key', DESKCHECK_READ_KEY: 'r-key' });
  expect((await postJson(log, {})).status).toBe(401);
  expect((await postJson(log, {}, { 'x-api-key': 'w-key' })).status).toBe(200);
  expect((await search(log)).status).toBe(401);
  expect((await search(log, {}, { 'x-api-key': 'r-key' })).status).toBe(404);
  expect(said.out).not.toMatch(/w-key|r-key/);
  expect(statSync(data).mode & 0o077, "the log holds customers' data: nobody else on the machine may read it").toBe(0);
  expect(await stop('SIGTERM')).toBe(0);
});

test('a taken port ends it with 1 and one line that names the port and the option', async () => {
  const port = new URL((await startLog()).otlpUrl).port;
  const { said, ended } = run(['--otlp-port', port, '--query-port', '0', '--data', tempFile('log.sqlite')]);
  expect(await ended).toBe(1);
  expect(said.error).toContain(`Port ${port} is taken by another program. Choose another with --otlp-port.`);
  expect(said.error).not.toContain('at ');
});

test.each([
  [['--query-port', 'x'], '--query-port must be a whole number'],
  [['--query-port', '70000'], '--query-port must be a whole number up to 65535'],
  [['--max-body', ''], '--max-body must be a whole number'],
  [['--read-key', ''], 'The read key is empty'],
  [['--port', '1'], "Unknown option '--port'"],
])('%o ends it with 1 and the reason', async (args, reason) => {
  const { said, ended } = run([...args, '--data', tempFile('log.sqlite')]);
  expect(await ended).toBe(1);
  expect(said.error).toContain(reason);
});

test('killed without warning and started again, it still has all that it said it had', async () => {
  const args = ['--data', tempFile('log.sqlite')];
  const first = await runLog(args);
  for (let i = 0; i < 5; i += 1) expect((await postJson(first.log, batch(span(), span()))).status).toBe(200);
  await first.stop('SIGKILL');
  const second = await runLog(args);
  expect(spansIn(await search(second.log))).toHaveLength(10);
});
