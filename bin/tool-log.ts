/**
 * `npm run tool-log`: the embedded tool-call log, until it is stopped.
 *
 *   npm run tool-log -- --otlp-port 4318 --query-port 16686 --data .world/tool-log.sqlite --max-body 20971520
 *
 * Keys are better given as DESKCHECK_WRITE_KEY and DESKCHECK_READ_KEY than as --write-key and --read-key: other users of the machine can
 * see command lines.
 */
import { parseArgs } from 'node:util';
import { CannotStart, MAX_BODY, startToolLog, type ToolLogOptions } from './tool-log/server.ts';

function optionsOf(args: string[], env: NodeJS.ProcessEnv): ToolLogOptions {
  const { values } = parse(args);
  return {
    otlpPort: wholeNumber('--otlp-port', values['otlp-port'] ?? '4318', 65_535),
    queryPort: wholeNumber('--query-port', values['query-port'] ?? '16686', 65_535),
    data: values.data ?? '.world/tool-log.sqlite',
    // An empty key is one that was meant to be set: `DESKCHECK_READ_KEY= npm run tool-log` must not open the door.
    writeKey: key('write', values['write-key'] ?? env.DESKCHECK_WRITE_KEY),
    readKey: key('read', values['read-key'] ?? env.DESKCHECK_READ_KEY),
    maxBody: wholeNumber('--max-body', values['max-body'] ?? String(MAX_BODY), 1024 ** 3),
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: { 'otlp-port': text, 'query-port': text, data: text, 'write-key': text, 'read-key': text, 'max-body': text },
    });
  } catch (error) {
    throw new CannotStart(
      `${(error as Error).message}\nOptions: --otlp-port N, --query-port N, --data FILE, --max-body BYTES, --write-key KEY, --read-key KEY`,
    );
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (text === '' || !Number.isInteger(number) || number < 0 || number > most)
    throw new CannotStart(`${option} must be a whole number up to ${most}.`);
  return number;
}

function key(use: string, value: string | undefined): string | undefined {
  if (value === '') throw new CannotStart(`The ${use} key is empty. Give one, or leave it out to ask for none.`);
  return value;
}

try {
  // The log holds customers' data: its files are the user's own.
  process.umask(0o077);
  const options = optionsOf(process.argv.slice(2), process.env);
  const log = await startToolLog(options);
  console.log(`Tool-call log, kept in ${options.data}`);
  console.log(`  send traces to  ${log.otlpUrl}/v1/traces${options.writeKey ? '  (with the write key)' : ''}`);
  console.log(`  read them at    ${log.queryUrl}/api/v3${options.readKey ? '  (with the read key)' : ''}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
