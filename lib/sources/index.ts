/** The kinds of tool-call log that can be read. Order never matters. */
import { otelJaeger } from './otel-jaeger.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [otelJaeger];

/** The module that a log's settings name, or undefined. */
export function sourceOf(id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}
