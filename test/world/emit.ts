/** Sends a ticket's recorded run as an instrumented agent would: the real OpenTelemetry SDK, the real exporter, GenAI conventions. */
import { ROOT_CONTEXT, type Span, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { WorldCall, WorldTicket } from './ticket.ts';

const MINUTE = 60_000;
/** How long every tool of the try-out world takes, in milliseconds, where the times are made up. */
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
  const at = (minutesAgo: number) => now.getTime() - minutesAgo * MINUTE;
  const calls = ticket.run.calls.map((call) => at(call.minutesAgo));
  const replies = ticket.messages.filter(({ role }) => role === 'bot').map((message) => at(message.minutesAgo));
  const moments = [...calls, ...replies];
  const first = moments.length > 0 ? Math.min(...moments) : at(60);
  const last = moments.length > 0 ? Math.max(...moments) : at(60);
  const recorder = openRecorder(options, ticket, conversation, first - CALL_TAKES);
  for (const call of ticket.run.calls) recorder.addCall(call, at(call.minutesAgo), at(call.minutesAgo) + CALL_TAKES);
  recorder.agent.end(last + 2 * CALL_TAKES);
  try {
    await recorder.flush();
  } finally {
    await recorder.close();
  }
}

/** A run that is under way: what ended is sent by `flush`, in one trace however often that is called. */
export interface Recorder {
  /** The `invoke_agent` span, which carries the conversation and the tools; whoever opened the recorder ends it. */
  agent: Span;
  /** Adds an `execute_tool` span under it. Times are milliseconds since 1970. */
  addCall(call: WorldCall, startTime: number, endTime: number): void;
  /** Resolves once the log has answered that it keeps every span that has ended. @throws Error in words where it did not take them. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** @param startTime of the agent's span, in milliseconds since 1970. */
export function openRecorder(options: EmitOptions, ticket: WorldTicket, conversation: string, startTime: number): Recorder {
  const memory = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'support-agent' }),
    spanProcessors: [new SimpleSpanProcessor(memory)],
  });
  const tracer = provider.getTracer('support-agent');
  const exporter = exporterOf(options);
  const agent = startAgent(tracer, ticket, conversation, startTime);
  let calls = 0;

  return {
    agent,
    addCall(call, callStart, callEnd) {
      calls += 1;
      startCall(tracer, agent, call, `call_${ticket.id}_${calls}`, callStart).end(callEnd);
    },
    async flush() {
      await provider.forceFlush();
      const spans = memory.getFinishedSpans();
      memory.reset();
      if (spans.length === 0) return;
      const { error, code } = await new Promise<Parameters<Parameters<SpanExporter['export']>[1]>[0]>((resolve) => exporter.export(spans, resolve));
      if (code !== 0)
        throw new Error(`The run of ticket ${ticket.id} was not recorded at ${options.otlpUrl}: ${error?.message ?? 'the exporter gave no reason'}`);
    },
    async close() {
      await exporter.shutdown();
      await provider.shutdown();
    },
  };
}

function exporterOf({ otlpUrl, writeKey, encoding = 'protobuf' }: EmitOptions): SpanExporter {
  const Exporter = encoding === 'json' ? JsonExporter : ProtobufExporter;
  return new Exporter({ url: `${otlpUrl}/v1/traces`, headers: writeKey ? { authorization: `Bearer ${writeKey}` } : {}, timeoutMillis: 10_000 });
}

function startAgent(tracer: Tracer, ticket: WorldTicket, conversation: string, startTime: number): Span {
  return tracer.startSpan('invoke_agent Support agent', {
    root: true,
    startTime,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'Support agent',
      'gen_ai.conversation.id': conversation,
      'gen_ai.tool.definitions': JSON.stringify(ticket.run.tools.map((tool) => ({ type: 'function', ...tool }))),
    },
  });
}

function startCall(tracer: Tracer, agent: Span, call: WorldCall, id: string, startTime: number): Span {
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
    trace.setSpan(ROOT_CONTEXT, agent),
  );
  if (call.error !== undefined) {
    span.setAttribute('error.type', 'tool_error');
    span.setStatus({ code: SpanStatusCode.ERROR, message: call.error });
  }
  return span;
}
