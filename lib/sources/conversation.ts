/**
 * Which spans are of one conversation. The conventions put its id on the agent's and the model's spans, not on the tools': those are joined
 * by their trace. One trace may serve several conversations (a batch of tickets, say), so the nearest id decides.
 */
import type { Json } from '../model.ts';
import type { Span } from './otlp.ts';

export interface Trace {
  spans: Span[];
  /** The span itself, its parent, and so on up, as far as it was recorded. */
  lineage(span: Span): Iterable<Span>;
  /** The conversation that a span serves; null where it has none, or where several are equally near. */
  conversationOf(span: Span): string | null;
}

/** @param attribute that holds the conversation's id, on a span or on its resource, e.g. `gen_ai.conversation.id`. */
export function tracesOf(spans: Span[], attribute: string): Trace[] {
  return [...Map.groupBy(spans, (span) => span.traceId).values()].map((group) => traceOf(group, attribute));
}

function traceOf(spans: Span[], attribute: string): Trace {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  function* lineage(span: Span): Generator<Span> {
    // A trace that was tampered with can be a ring.
    const seen = new Set<Span>();
    for (let one: Span | undefined = span; one && !seen.has(one); one = one.parentId === null ? undefined : byId.get(one.parentId)) {
      seen.add(one);
      yield one;
    }
  }
  const own = (span: Span) => named(span.attributes[attribute] ?? span.resource[attribute]);

  /** For each span, the ids that stand on it or below it. */
  const below = new Map<Span, Set<string>>(spans.map((span) => [span, new Set()]));
  const all = new Set<string>();
  for (const span of spans) {
    const id = own(span);
    if (id === null) continue;
    all.add(id);
    for (const one of lineage(span)) {
      const ids = below.get(one);
      if (!ids || ids.has(id)) break; // and so has all that stands above it
      ids.add(id);
    }
  }

  const conversationOf = (span: Span): string | null => {
    for (const one of lineage(span)) {
      const id = own(one);
      if (id !== null) return id;
      const near = below.get(one) ?? new Set();
      if (near.size > 0) return only(near);
    }
    return only(all);
  };
  return { spans, lineage, conversationOf };
}

function only(ids: Set<string>): string | null {
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

function named(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
