/** What the tools recorded, and what the log could have shown. */
import type { Iso, Json } from './json.ts';
import type { TicketRef } from './page.ts';

/** One recorded execution of a tool. A model's request for a call is not one. */
export interface ToolCall {
  /** Unique within the evidence: the call id, else the span id. */
  id: string;
  name: string;
  /** `undefined`: not captured. */
  arguments?: Json;
  /** `undefined`: not captured. */
  result?: Json;
  /** What the record says of the execution itself; the result's body may still tell of a failure. */
  status: 'ok' | 'error' | 'unknown';
  error?: string;
  /** Where the result was too long to be kept whole: its digest, its length, and the parts of it that evidence points at. */
  cut?: CutResult;
  startedAt: Iso | null;
  endedAt: Iso | null;
  /** The agent's turn (run) that made the call: its id and its window, where recorded. */
  turn?: { id: string; from: Iso; to: Iso };
  /** id of the source module that recorded it. */
  source: string;
}

/** What is kept of a result over 32 kB. */
export interface CutResult {
  /** SHA-256 of its canonical JSON, base64url. */
  digest: string;
  /** Of its canonical JSON, in UTF-16 units. */
  length: number;
  excerpts: { path: string; value: string }[];
}

export interface Tool {
  name: string;
  description?: string;
}

/** The tools that the agent had. Complete only where definitions were recorded with the ticket's own run, or the team declared it. */
export interface Inventory {
  tools: Tool[];
  complete: boolean;
}

/** Why the log could not show everything. Each is worth one sentence in the panel. */
export type CoverageTrouble =
  | 'not-configured' // no log is set up for this helpdesk
  | 'no-id' // the log names tickets by an id that is not on the page
  | 'no-permission' // the browser has not been given access to the log's host
  | 'unreachable' // refused, DNS, TLS, network down
  | 'timeout'
  | 'unauthorized' // 401, 403: the key was refused
  | 'rate-limited'
  | 'server-error' // any other status
  | 'garbage' // an answer that is not what the API says
  | 'truncated' // a limit of the log cut the answer off
  | 'nothing-recorded'; // not a single span of this conversation

/**
 * What happened, more exactly than the trouble tells: an id that has words in the locale (`answer_<id>`), and the one value
 * that they name, e.g. `503`. Nothing that the other side said is repeated here: it may quote the key.
 */
export interface CoverageDetail {
  id:
    | 'http-status' // value: the status
    | 'retry-after' // value: seconds
    | 'code' // value: `ECONNREFUSED` and the like, where the platform tells
    | 'no-connection'
    | 'no-whole-answer' // value: seconds
    | 'withdrawn'
    | 'too-large' // value: megabytes
    | 'address'
    | 'key-over-http'
    | 'key-characters'
    | 'no-such-api'
    | 'more-traces'
    | 'shared-trace' // value: how many calls
    | 'empty'
    | 'web-page'
    | 'broken-json'
    | 'not-otlp'; // value: the field that is not what it should be
  value?: string;
}

/** What the log could have shown: the difference between "not done" and "cannot tell". */
export interface Coverage {
  source: string;
  from: Iso;
  /** The log is settled up to here: the time of asking, less the source's settling time. */
  to: Iso;
  complete: boolean;
  trouble?: CoverageTrouble;
  detail?: CoverageDetail;
  askedAt: Iso;
}

export interface Evidence {
  calls: ToolCall[];
  inventory: Inventory;
  coverage: Coverage;
}

/** What a source is asked: everything it recorded of one conversation in a window. */
export interface Query {
  ticket: TicketRef;
  /** The log's name for this ticket, e.g. `zendesk:412`, made from the team's template. */
  conversation: string;
  from: Iso;
  to: Iso;
}
