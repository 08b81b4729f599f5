/**
 * OpenTelemetry traces behind Jaeger's HTTP API v3 (Jaeger 2.19 and later), or behind the embedded log, which answers in the same shape.
 * https://www.jaegertracing.io/docs/latest/apis/
 */
import type { Coverage, Evidence, Query } from '../model.ts';
import { type Trace, tracesOf } from './conversation.ts';
import { baseOf, type Failure, get } from './http.ts';
import { inventoryOf } from './inventory.ts';
import { NotOtlp, readSpans, type Span } from './otlp.ts';
import type { LogConfig, Means, Source } from './source.ts';
import { isToolSpan, toolCallsOf } from './tool-calls.ts';

const ID = 'otel-jaeger';

type Trouble = Pick<Required<Coverage>, 'trouble'> & Pick<Coverage, 'detail'>;

/** Traces asked for at most: there are no pages, so where as many come, the same is asked again deeper. */
const DEPTHS = [100, 1_000, 10_000];

export const otelJaeger: Source = {
  id: ID,

  origins(config) {
    const base = baseOf(config.url);
    if ('trouble' in base) throw new Error(`Log "${config.id}": its address must be https:// or http://, without a user name or password.`);
    // Match patterns hold no port: the browser grants the host on all of them.
    return [`${base.protocol}//${base.hostname}/*`];
  },

  async find(query, config, means) {
    let shallower: Span[] | null = null;
    for (const depth of DEPTHS) {
      const spans = await search(query, config, means, depth);
      if ('trouble' in spans) return shallower ? cutOff(shallower, query, config, means) : evidence([], query, config, means, spans);
      const traces = new Set(spans.map((span) => span.traceId)).size;
      if (traces < depth) return evidence(tracesOf(spans, config.attribute), query, config, means);
      shallower = spans;
    }
    return cutOff(shallower ?? [], query, config, means);
  },
};

function cutOff(spans: Span[], query: Query, config: LogConfig, means: Means): Evidence {
  return evidence(tracesOf(spans, config.attribute), query, config, means, { trouble: 'truncated', detail: { id: 'more-traces' } });
}

async function search(query: Query, config: LogConfig, means: Means, depth: number): Promise<Span[] | Failure> {
  const url = baseOf(config.url);
  if ('trouble' in url) return url;
  url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v3/traces`;
  url.search = new URLSearchParams({
    'query.startTimeMin': query.from,
    'query.startTimeMax': query.to,
    'query.attributes': JSON.stringify({ [config.attribute]: query.conversation }),
    'query.searchDepth': String(depth),
  }).toString();
  const answer = await get(url, means);
  if ('trouble' in answer) return answer;
  if (answer.status === 404) return isNoMatch(answer.text) ? [] : { trouble: 'server-error', detail: { id: 'no-such-api' } };
  try {
    return readSpans(answer.text);
  } catch (error) {
    if (!(error instanceof NotOtlp)) throw error;
    return { trouble: 'garbage', detail: error.detail };
  }
}

/** Jaeger says "no match" by 404: `{"error":{"httpCode":404,"message":"No traces found"}}`. Any other 404 comes from something that is no Jaeger. */
function isNoMatch(text: string): boolean {
  try {
    return JSON.parse(text)?.error?.httpCode === 404;
  } catch {
    return false;
  }
}

/** @param failure what went wrong on the way; what was found may still tell of trouble. */
function evidence(found: Trace[], query: Query, config: LogConfig, means: Means, failure?: Failure): Evidence {
  const own: Trace[] = [];
  let loose = 0;
  for (const trace of found) {
    const served = Map.groupBy(trace.spans, trace.conversationOf);
    const spans = served.get(query.conversation);
    if (!spans) continue;
    own.push({ ...trace, spans });
    loose += served.get(null)?.filter(isToolSpan).length ?? 0;
  }
  const trouble = failure ?? troubleOf(own.length, loose);
  const calls = toolCallsOf(own, ID);
  return { calls, inventory: inventoryOf(own, calls), coverage: coverage(query, config, means.now, trouble) };
}

function troubleOf(traces: number, loose: number): Trouble | null {
  if (loose > 0) return { trouble: 'truncated', detail: { id: 'shared-trace', value: String(loose) } };
  return traces === 0 ? { trouble: 'nothing-recorded' } : null;
}

function coverage(query: Query, config: LogConfig, now: Date, trouble: Trouble | null): Coverage {
  const settled = now.getTime() - config.settlingSeconds * 1000;
  return {
    source: ID,
    from: query.from,
    to: new Date(Math.min(settled, Date.parse(query.to))).toISOString(),
    complete: trouble === null,
    ...trouble,
    askedAt: now.toISOString(),
  };
}
