/** A real server that answers as the test says, and a question to it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Evidence, Query } from '../../../../lib/model.ts';
import { otelJaeger } from '../../../../lib/sources/otel-jaeger.ts';
import type { LogConfig, Means } from '../../../../lib/sources/source.ts';

export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const query: Query = {
  ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' },
  conversation: 'zendesk:412',
  from: '2026-10-01T08:00:00.000Z',
  to: '2026-10-01T12:00:00.000Z',
};

export function configOf(url: string): LogConfig {
  return {
    id: 'main',
    source: 'otel-jaeger',
    url,
    attribute: 'gen_ai.conversation.id',
    conversation: '{helpdesk}:{id}',
    headers: [],
    settlingSeconds: 60,
  };
}

export function find(url: string, means: Partial<Means> = {}, asked: Partial<Query> = {}): Promise<Evidence> {
  const usual: Means = {
    fetch,
    key: null,
    headers: {},
    now: new Date('2026-10-01T12:00:00.000Z'),
    signal: new AbortController().signal,
    timeout: 5_000,
  };
  return otelJaeger.find({ ...query, ...asked }, configOf(url), { ...usual, ...means });
}
