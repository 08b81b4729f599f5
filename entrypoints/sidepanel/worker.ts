/** Asks the worker, and knows whether it answers. */
import { useCallback, useState } from 'preact/hooks';
import { text } from '../../lib/browser.ts';
import type { FromPanel } from '../../lib/protocol.ts';
import { call, NoAnswer } from '../../lib/wire.ts';

/** In milliseconds. The worker answers before an audit is done, and has to be woken at most. */
const ANSWER_MS = 15_000;

export type Ask = <K extends keyof FromPanel>(kind: K, request: FromPanel[K]['request']) => Promise<FromPanel[K]['reply']>;

/** @throws NoAnswer in the reader's words where the worker is not there or says nothing; Error where it refuses. */
const ask: Ask = async (kind, request) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new NoAnswer()), ANSWER_MS);
  });
  try {
    return await Promise.race([call(kind, request), late]);
  } catch (error) {
    throw error instanceof NoAnswer ? new NoAnswer(text('worker_no_answer')) : error;
  } finally {
    clearTimeout(timer);
  }
};

/** `silent`: it gave no answer when it was last asked. */
export function useWorker(): { ask: Ask; silent: boolean } {
  const [silent, setSilent] = useState(false);
  const heard: Ask = useCallback(async (kind, request) => {
    try {
      const reply = await ask(kind, request);
      setSilent(false);
      return reply;
    } catch (error) {
      setSilent(error instanceof NoAnswer);
      throw error;
    }
  }, []);
  return { ask: heard, silent };
}
