/**
 * One GET to a log. Whatever can go wrong on the way is an answer, not an exception: a trouble of coverage, with a detail of our own.
 * Nothing that the other side or an exception says is repeated there, since either may quote the key.
 */
import type { CoverageDetail, CoverageTrouble } from '../model.ts';
import type { Means } from './source.ts';

export interface Failure {
  trouble: CoverageTrouble;
  detail: CoverageDetail;
}

export interface Answer {
  status: number;
  text: string;
}

/** Longer answers are cut off: a worker that runs out of memory tells nothing at all. In bytes. */
const MOST = 32 * 1024 * 1024;

/** Hosts whose plain http never leaves this machine. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The log's base address, without a slash at its end: `https://jaeger.example.com/base`. */
export function baseOf(url: string): URL | Failure {
  const base = URL.canParse(url) ? new URL(url) : null;
  if (!base || !/^https?:$/.test(base.protocol)) return { trouble: 'not-configured', detail: { id: 'address' } };
  if (base.username || base.password) return { trouble: 'not-configured', detail: { id: 'address' } };
  base.pathname = base.pathname.replace(/(?<!\/)\/+$/, '');
  base.search = '';
  base.hash = '';
  return base;
}

/** Answers of any status below 300, and 404, which some logs give for "nothing found". */
export async function get(url: URL, means: Means): Promise<Answer | Failure> {
  const headers: Record<string, string> = { ...means.headers, accept: 'application/json' };
  const refused = unsendable(means, url);
  if (refused) return refused;
  if (means.key !== null) headers.authorization = `Bearer ${means.key}`;
  const timeout = AbortSignal.timeout(means.timeout);
  try {
    const response = await means.fetch(url.href, {
      headers,
      signal: AbortSignal.any([timeout, means.signal]),
      // The key is for this origin alone, and fetch() would take it along to where the answer points.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    const failure = failureOf(response);
    if (failure) {
      await response.body?.cancel();
      return failure;
    }
    const text = await textOf(response);
    return text === null
      ? { trouble: 'truncated', detail: { id: 'too-large', value: String(MOST / 1024 / 1024) } }
      : { status: response.status, text };
  } catch (error) {
    if (timeout.aborted) return { trouble: 'timeout', detail: { id: 'no-whole-answer', value: String(means.timeout / 1000) } };
    if (means.signal.aborted) return { trouble: 'timeout', detail: { id: 'withdrawn' } };
    if (!(error instanceof Error)) throw error;
    const code = codeOf(error);
    return { trouble: 'unreachable', detail: code ? { id: 'code', value: code } : { id: 'no-connection' } };
  }
}

/** Keys and further headers go over plain http to this machine only, and hold nothing that a header cannot. */
function unsendable({ key, headers }: Means, url: URL): Failure | null {
  const values = Object.values(headers);
  if (key === null && values.length === 0) return null;
  if (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname)) return { trouble: 'unauthorized', detail: { id: 'key-over-http' } };
  const sendable = (key === null || /^[\x21-\x7e]+$/.test(key)) && values.every((value) => /^[\x20-\x7e]+$/.test(value));
  return sendable ? null : { trouble: 'unauthorized', detail: { id: 'key-characters' } };
}

function failureOf({ status, headers }: Response): Failure | null {
  if (status < 300 || status === 404) return null;
  const detail = { id: 'http-status', value: String(status) } as const;
  if (status === 401 || status === 403) return { trouble: 'unauthorized', detail };
  if (status !== 429) return { trouble: 'server-error', detail };
  const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0];
  return { trouble: 'rate-limited', detail: seconds ? { id: 'retry-after', value: seconds } : detail };
}

/** Null where it is too long. */
async function textOf(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > MOST) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/** `ECONNREFUSED` and the like, which Node tells and browsers do not. */
function codeOf(error: Error): string | undefined {
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : undefined;
}
