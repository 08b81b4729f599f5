/**
 * Tool calls and inventory out of spans, by OpenTelemetry's conventions for generative AI. A model's *request* for a call, which stands in the
 * messages of a `chat` span, is no call: only a span of the execution itself is.
 * https://opentelemetry.io/docs/specs/semconv/gen-ai/
 */
import type { ToolCall } from '../model.ts';
import type { Trace } from './conversation.ts';
import { isoOf, type Span } from './otlp.ts';

/** One execution of a tool. Instrumented on several layers, it leaves several spans. */
interface Execution {
  span: Span;
  /** The same execution, as seen by the layers below. */
  layers: Span[];
  trace: Trace;
}

/** @param source id of the source module. Oldest first. */
export function toolCallsOf(traces: Trace[], source: string): ToolCall[] {
  const executions = traces.flatMap(executionsOf).sort((a, b) => Number((a.span.start ?? 0n) - (b.span.start ?? 0n)));
  const times = Map.groupBy(executions, ({ span }) => callIdOf(span));
  return executions.map((execution) => {
    const { spanId, start, end } = execution.span;
    const callId = callIdOf(execution.span);
    // A call id that was used again, for a retry, say, no longer tells one call from another.
    const id = callId !== undefined && times.get(callId)?.length === 1 ? callId : [callId, spanId].filter(Boolean).join('/');
    return {
      id,
      name: toolNameOf(execution.span),
      ...content(execution),
      ...outcome(execution),
      startedAt: isoOf(start),
      endedAt: isoOf(end),
      ...turnOf(execution),
      source,
    };
  });
}

export function isToolSpan(span: Span): boolean {
  const operation = span.attributes['gen_ai.operation.name'];
  if (operation !== undefined) return operation === 'execute_tool';
  return span.attributes['mcp.method.name'] === 'tools/call' || typeof span.attributes['gen_ai.tool.name'] === 'string';
}

/** From the attribute, else from the span's name: `execute_tool search_kb`, `tools/call search_kb`. */
function toolNameOf(span: Span): string {
  const name = span.attributes['gen_ai.tool.name'];
  return typeof name === 'string' ? name : span.name.replace(/^(execute_tool|tools\/call)\s+/, '');
}

function executionsOf(trace: Trace): Execution[] {
  const tools = new Set(trace.spans.filter(isToolSpan));
  const executions = new Map<Span, Execution>();
  const layers: [top: Span, layer: Span][] = [];
  for (const span of tools) {
    const top = topLayer(span, tools, trace);
    if (top === span) executions.set(span, { span, layers: [], trace });
    else layers.push([top, span]);
  }
  for (const [top, layer] of layers) executions.get(top)?.layers.push(layer);
  return [...executions.values()];
}

/** An MCP client's or server's span inside a tool's span is that same execution again; so is any that repeats its call id. */
function topLayer(span: Span, tools: Set<Span>, trace: Trace): Span {
  let top = span;
  for (const above of trace.lineage(span)) {
    if (above === top || !tools.has(above)) continue;
    const sameTool = 'mcp.method.name' in top.attributes && bare(toolNameOf(above)).endsWith(bare(toolNameOf(top)));
    const sameCall = callIdOf(top) !== undefined && callIdOf(top) === callIdOf(above);
    if (!sameTool && !sameCall) break;
    top = above;
  }
  return top;
}

/** `mcp__garage__assign_bay` on the agent’s side is `assign_bay` on the server's. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Trimmed: the convention's own examples have ids with a space before them. */
function callIdOf(span: Span): string | undefined {
  const id = span.attributes['gen_ai.tool.call.id'];
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
}

/** Arguments and result are recorded by choice, and often by one layer only. What is absent here was not captured. */
function content({ span, layers }: Execution): Pick<ToolCall, 'arguments' | 'result'> {
  const of = (name: string) => [span, ...layers].map((one) => one.attributes[name]).find((value) => value !== undefined);
  const args = of('gen_ai.tool.call.arguments');
  const result = of('gen_ai.tool.call.result');
  return { ...(args !== undefined && { arguments: args }), ...(result !== undefined && { result }) };
}

/** Of several layers the outermost decides; where it left its status unset, the last of those below, which may have been retries. */
function outcome({ span, layers }: Execution): Pick<ToolCall, 'status' | 'error'> {
  const last = layers.toSorted((a, b) => Number((a.start ?? 0n) - (b.start ?? 0n))).at(-1);
  const decides = span.status === 'unset' && !failed(span) && last ? last : span;
  if (failed(decides)) {
    const type = decides.attributes['error.type'];
    const words = [type, decides.statusMessage || decides.exceptions.at(-1)].filter((word) => typeof word === 'string' && word !== '');
    return { status: 'error', ...(words.length > 0 && { error: words.join(': ') }) };
  }
  // Instrumentations leave the status of what went well unset. One that never ended has not gone well yet.
  return { status: span.status === 'ok' || span.end !== null ? 'ok' : 'unknown' };
}

function failed(span: Span): boolean {
  return span.status === 'error' || span.attributes['error.type'] !== undefined;
}

function turnOf({ span, trace }: Execution): Pick<ToolCall, 'turn'> {
  for (const above of trace.lineage(span)) {
    if (above.attributes['gen_ai.operation.name'] !== 'invoke_agent') continue;
    const from = isoOf(above.start);
    const to = isoOf(above.end);
    return from && to ? { turn: { id: above.spanId, from, to } } : {};
  }
  return {};
}
