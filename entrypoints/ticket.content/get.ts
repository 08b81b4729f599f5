/** GET to the page's own origin, by the logged-in session; answers are kept for a while, so that reading again asks nothing again. */
import type { Get } from '../../lib/helpdesks/helpdesk.ts';

const KEPT_MS = 5 * 60_000;
/** The page is read without what the API would have said, rather than not at all. */
const PATIENCE_MS = 5_000;

export interface RememberingGet {
  get: Get;
  forget(): void;
}

/** In Firefox a content script's own `fetch` is the extension's; the page's is `content.fetch`. */
const pageFetch = (): typeof fetch => (globalThis as { content?: { fetch?: typeof fetch } }).content?.fetch ?? fetch;

async function ask(path: string): ReturnType<Get> {
  try {
    const answer = await pageFetch()(new URL(path, location.origin).href, {
      credentials: 'same-origin',
      // What the browser kept may be out of date, and asking whether it still holds makes some servers fail.
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}

export function rememberingGet(): RememberingGet {
  const kept = new Map<string, { at: number; answer: ReturnType<Get> }>();
  return {
    get(path) {
      const known = kept.get(path);
      if (known && Date.now() - known.at < KEPT_MS) return known.answer;
      const answer = ask(path);
      kept.set(path, { at: Date.now(), answer });
      // What failed may be asked again: a server that was busy once must not leave the page half read.
      void answer.then(({ status }) => (status === 0 || status >= 500) && kept.get(path)?.answer === answer && kept.delete(path));
      return answer;
    },
    forget: () => kept.clear(),
  };
}
