/** The line to the worker for one ticket: sends the page as it stands, keeps a heartbeat, and tries again when nobody answers. */
import type { TicketPage, TicketRef } from '../../lib/model.ts';
import type { Verdicts } from '../../lib/protocol.ts';
import { call } from '../../lib/wire.ts';

const BEAT_MS = 20_000;
const FIRST_RETRY_MS = 1_000;
/** A worker that is silent for so long counts as gone. */
const PATIENCE_MS = 10_000;

function inTime<T>(reply: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the worker did not answer in time')), PATIENCE_MS);
  });
  return Promise.race([reply, tooLate]).finally(() => clearTimeout(timer));
}

export interface Link {
  /** Sends the page; nothing goes out where its text is that of what was sent last. */
  send(page: TicketPage, text: string): void;
  /** Tells of a page of the ticket on which its thread does not stand. */
  sendForm(): void;
  /** The worker answered when it was last asked. */
  reachable(): boolean;
}

export function openLink(ticket: TicketRef, signal: AbortSignal, onVerdicts: (verdicts: Verdicts) => void): Link {
  /** How what is to be told is told; null until there is something. */
  let tell: (() => Promise<Verdicts | null>) | null = null;
  /** What is to be told, as text, and what has been. */
  let written = '';
  let delivered = '';
  let reachable = false;
  let asking = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = (ms: number) => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(exchange, ms);
  };

  /** One question at a time: the page where it has changed, else the heartbeat of a visible ticket. */
  async function exchange(): Promise<void> {
    if (asking || !tell) return;
    const sending = written;
    if (sending === delivered && document.hidden) return again(BEAT_MS);
    asking = true;
    try {
      const verdicts = await inTime(sending === delivered ? call('page.alive', { ticket }) : tell());
      delivered = sending;
      reachable = true;
      retryMs = FIRST_RETRY_MS;
      if (verdicts && !signal.aborted) onVerdicts(verdicts);
    } catch {
      // Whatever it had kept may be gone.
      delivered = '';
      reachable = false;
      retryMs = Math.min(retryMs * 2, BEAT_MS);
    }
    asking = false;
    again(!reachable ? retryMs : written === delivered ? BEAT_MS : 0);
  }

  document.addEventListener('visibilitychange', () => void exchange(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  const put = (text: string, how: () => Promise<Verdicts | null>) => {
    if (text === written) return;
    tell = how;
    written = text;
    void exchange();
  };
  return {
    send: (page, text) => put(text, () => call('page.read', { page })),
    sendForm: () => put('form', () => call('page.form', { ticket })),
    reachable: () => reachable,
  };
}
