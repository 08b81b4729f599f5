/** What the gate did, told until the worker has it in the trail: one that is gone, or cannot write, hears of it later. */
import type { FromPage } from '../../lib/protocol.ts';
import { call } from '../../lib/wire.ts';

const RETRY_MS = 5_000;
/** An hour; the tab's life is rarely longer. */
const MOST_TRIES = 720;

/** Goes on beyond the ticket's own view: once it is closed, the tab often shows the next one. */
export function openOutbox(signal: AbortSignal): (report: FromPage['page.gate']['request']) => void {
  return (report) => {
    const send = (left: number) =>
      call('page.gate', report).catch(() => {
        if (left === 0 || signal.aborted) return;
        const timer = setTimeout(send, RETRY_MS, left - 1);
        signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      });
    void send(MOST_TRIES);
  };
}
