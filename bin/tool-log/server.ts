/** The embedded tool-call log: OTLP in by one port, Jaeger's API v3 out by another, SQLite between. */
import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { reader } from './query.ts';
import { receiver } from './receive.ts';
import { openStore } from './store.ts';

/** What OpenTelemetry's own Collector allows. */
export const MAX_BODY = 20 * 1024 * 1024;

export interface ToolLogOptions {
  /** 0 takes any free port. */
  otlpPort: number;
  queryPort: number;
  /** Path of the SQLite file; its folder is made. `:memory:` keeps nothing. */
  data: string;
  /** Unset: no key is asked for. */
  writeKey?: string | undefined;
  readKey?: string | undefined;
  /** In bytes, as sent and as unpacked. */
  maxBody?: number | undefined;
}

export interface ToolLog {
  /** e.g. `http://127.0.0.1:4318`; traces go to its /v1/traces. */
  otlpUrl: string;
  /** e.g. `http://127.0.0.1:16686` */
  queryUrl: string;
  /** Ends open connections, once however often it is called; whatever was answered with 200 is on disk. */
  close(): Promise<void>;
}

/** Why the log could not start, in words for the person who started it. */
export class CannotStart extends Error {}

/** @throws CannotStart where a port is taken or the file cannot be used. */
export async function startToolLog(options: ToolLogOptions): Promise<ToolLog> {
  const store = open(options.data);
  const servers: Server[] = [];
  const end = async () => {
    await Promise.all(servers.map(endServer));
    store.close();
  };
  let ended: Promise<void> | undefined;
  const close = () => {
    ended ??= end();
    return ended;
  };
  try {
    const otlp = await listen(receiver(store, { key: options.writeKey, maxBody: options.maxBody ?? MAX_BODY }), options.otlpPort, '--otlp-port');
    servers.push(otlp);
    const query = await listen(reader(store, { key: options.readKey }), options.queryPort, '--query-port');
    servers.push(query);
    return { otlpUrl: urlOf(otlp), queryUrl: urlOf(query), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function open(file: string): ReturnType<typeof openStore> {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return openStore(file);
  } catch (error) {
    throw new CannotStart(`The log's file ${file} cannot be used (${error instanceof Error ? error.message : error}). Name another with --data.`);
  }
}

function listen(listener: RequestListener, port: number, option: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 30_000 }, listener);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${error.message})`;
      reject(new CannotStart(`Port ${port} ${why}. Choose another with ${option}.`));
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function endServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
