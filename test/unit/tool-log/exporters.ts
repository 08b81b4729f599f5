/** Spans of the real OpenTelemetry SDK, and the real exporters that send them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';

export type Encoding = 'json' | 'protobuf';

/** With something in every field that the SDK can fill. */
export function recordedSpans(count: number): ReadableSpan[] {
  const memory = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'support-agent', 'process.pid': 17 }),
    spanProcessors: [new SimpleSpanProcessor(memory)],
  });
  const tracer = provider.getTracer('test', '1.2.3', { schemaUrl: 'https://opentelemetry.io/schemas/1.41.0' });
  const linked = { traceId: '5b8efff798038103d269b633813fc60c', spanId: 'eee19b7ec3c1b174', traceFlags: TraceFlags.SAMPLED };
  const root = tracer.startSpan('invoke_agent', { root: true });
  for (let i = 0; i < count - 1; i += 1) {
    const span = tracer.startSpan(
      `execute_tool t${i}`,
      {
        kind: SpanKind.CLIENT,
        attributes: { text: 'Grüße', yes: true, int: 42, negative: -1, double: 32.5, texts: ['a', ''], ints: [1, 2] },
        links: [{ context: linked, attributes: { why: 'retry' } }],
      },
      trace.setSpan(ROOT_CONTEXT, root),
    );
    span.addEvent('note', { n: i });
    span.recordException(new Error('card network down'));
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'failed' });
    span.end();
  }
  root.end();
  return memory.getFinishedSpans();
}

/** Resolves with the exporter's own word on whether the spans arrived. */
export async function exportTo(
  url: string,
  encoding: Encoding,
  spans: ReadableSpan[],
  headers: Record<string, string> = {},
): Promise<{ code: number; error?: Error }> {
  const Exporter = encoding === 'json' ? JsonExporter : ProtobufExporter;
  const exporter: SpanExporter = new Exporter({ url: `${url}/v1/traces`, headers, timeoutMillis: 5_000 });
  try {
    return await new Promise((resolve) => exporter.export(spans, resolve));
  } finally {
    await exporter.shutdown();
  }
}

/** The very bytes that the exporter puts on the wire. */
export async function protobufOf(spans: ReadableSpan[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await exportTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'protobuf', spans);
  server.close();
  return Buffer.concat(chunks);
}
