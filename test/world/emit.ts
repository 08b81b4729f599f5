/** Sends a ticket's recorded run as an instrumented agent would: the real OpenTelemetry SDK, the real exporter, GenAI conventions. */
import { type Context, ROOT_CONTEXT, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { WorldCall, WorldTicket } from './ticket.ts';

const MINUTE = 60_000;
/** How long every tool of the try-out world takes, in milliseconds. */
const CALL_TAKES = 400;

export interface EmitOptions {
  /** e.g. `http://127.0.0.1:4318` */
  otlpUrl: string;
  writeKey?: string | undefined;
  encoding?: 'json' | 'protobuf';
}

/**
 * One `invoke_agent` span that lasts from before the first call until after the last of the agent's messages, and under it one
 * `execute_tool` span a call. Resolves once the log has answered that it keeps them.
 *
 * @param conversation the log's name for the ticket, e.g. `zendesk:4127`.
 * @throws Error in words where the log did not take them.
 */
export async function emitRun(options: EmitOptions, ticket: WorldTicket, conversation: string, now: Date): Promise<void> {
  const memory = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'support-agent' }),
    spanProcessors: [new SimpleSpanProcessor(memory)],
  });
  record(provider.getTracer('support-agent'), ticket, conversation, now.getTime());
  await provider.forceFlush();
  const spans = memory.getFinishedSpans();
  const exporter = exporterOf(options);
  try {
    const { error, code } = await new Promise<Parameters<Parameters<SpanExporter['export']>[1]>[0]>((resolve) => exporter.export(spans, resolve));
    if (code !== 0)
      throw new Error(`The run of ticket ${ticket.id} was not recorded at ${options.otlpUrl}: ${error?.message ?? 'the exporter gave no reason'}`);
  } finally {
    await exporter.shutdown();
    await provider.shutdown();
  }
}

function exporterOf({ otlpUrl, writeKey, encoding = 'protobuf' }: EmitOptions): SpanExporter {
  const Exporter = encoding === 'json' ? JsonExporter : ProtobufExporter;
  return new Exporter({ url: `${otlpUrl}/v1/traces`, headers: writeKey ? { authorization: `Bearer ${writeKey}` } : {}, timeoutMillis: 10_000 });
}

function record(tracer: Tracer, ticket: WorldTicket, conversation: string, now: number): void {
  const at = (minutesAgo: number) => now - minutesAgo * MINUTE;
  const calls = ticket.run.calls.map((call) => at(call.minutesAgo));
  const replies = ticket.messages.filter(({ role }) => role === 'bot').map((message) => at(message.minutesAgo));
  const moments = [...calls, ...replies];
  const first = moments.length > 0 ? Math.min(...moments) : at(60);
  const last = moments.length > 0 ? Math.max(...moments) : at(60);
  const agent = tracer.startSpan('invoke_agent Support agent', {
    root: true,
    startTime: first - CALL_TAKES,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'Support agent',
      'gen_ai.conversation.id': conversation,
      'gen_ai.tool.definitions': JSON.stringify(ticket.run.tools.map((tool) => ({ type: 'function', ...tool }))),
    },
  });
  const inside = trace.setSpan(ROOT_CONTEXT, agent);
  ticket.run.calls.forEach((call, i) => {
    recordCall(tracer, inside, call, `call_${ticket.id}_${i + 1}`, at(call.minutesAgo));
  });
  agent.end(last + 2 * CALL_TAKES);
}

function recordCall(tracer: Tracer, inside: Context, call: WorldCall, id: string, startTime: number): void {
  const span = tracer.startSpan(
    `execute_tool ${call.name}`,
    {
      startTime,
      attributes: {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': call.name,
        'gen_ai.tool.type': 'function',
        'gen_ai.tool.call.id': id,
        'gen_ai.tool.call.arguments': JSON.stringify(call.arguments),
        'gen_ai.tool.call.result': JSON.stringify(call.result),
      },
    },
    inside,
  );
  if (call.error !== undefined) {
    span.setAttribute('error.type', 'tool_error');
    span.setStatus({ code: SpanStatusCode.ERROR, message: call.error });
  }
  span.end(startTime + CALL_TAKES);
}
