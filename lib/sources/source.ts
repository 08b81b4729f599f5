/**
 * FETCH: one module a kind of tool-call log. It finds everything that was recorded of one ticket's conversation.
 * It runs in the worker; fetch and key are passed in.
 */
import type { Evidence, Query } from '../model.ts';

/** One input of the options form. Its words are in the locale, under `log_<id>` and `log_<id>_hint`. */
export interface Field {
  id: Exclude<keyof LogConfig, 'id' | 'source'>;
  kind: 'url' | 'text' | 'pattern' | 'seconds' | 'headers';
  required: boolean;
  /** What a new log begins with. */
  initial: string;
  /** What others often write there. */
  suggestions?: readonly string[];
}

/** What options, README and settings need to know without loading the code. */
export interface SourceMeta {
  /** = file name = settings key = test folder. */
  id: string;
  /** Product name, not translated. */
  label: string;
  fields: Field[];
}

/** A log as the team set it up: values of the module's fields. */
export interface LogConfig {
  /** The team's name for this log, e.g. `main`. */
  id: string;
  /** id of the source module. */
  source: string;
  url: string;
  /** Span attribute that holds the conversation id. */
  attribute: string;
  /** How the log names a ticket: `{id}`, `{host}` and `{helpdesk}` stand for the ticket's own, `{found}` for what `pattern` finds on the page. */
  conversation: string;
  /** A regular expression for the page's texts; its first group, or the whole match, is `{found}`. */
  pattern?: string;
  /** Names of further headers, for a proxy before the log. Their values are kept as the key is. */
  headers: string[];
  /** How long after an execution the log is sure to show it. */
  settlingSeconds: number;
}

export interface Means {
  fetch: typeof fetch;
  /** The team's key for this log, or null. Sent in a header, to the configured origin only. */
  key: string | null;
  /** Further headers by name, sent with it. */
  headers: Readonly<Record<string, string>>;
  now: Date;
  signal: AbortSignal;
  /** Milliseconds for one request. */
  timeout: number;
}

export interface Source {
  id: string;
  /** Match patterns of the hosts that permission is asked for, e.g. `http://127.0.0.1/*`. */
  origins(config: LogConfig): string[];
  /** Never throws for an expected failure: that is coverage which is not complete, with its trouble. */
  find(query: Query, config: LogConfig, means: Means): Promise<Evidence>;
}
