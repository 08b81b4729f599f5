/** An agent's run sent while it happens, for a helpdesk that stamps its own times: the log has each call before the page has the reply. */
import { type EmitOptions, openRecorder } from './emit.ts';
import type { WorldMessage, WorldTicket } from './ticket.ts';

export interface LiveRun {
  /**
   * To be called before the agent's reply is posted: makes the calls that come before it in the ticket's order, and ends the agent's own
   * span before its last reply. Resolves once the log keeps them. @throws Error in words where it did not take them.
   */
  before(reply: WorldMessage): Promise<void>;
  /** What comes after the last reply; all of it, where there is none. */
  end(): Promise<void>;
}

/** Oldest first; what has the same minute stays as it stands. */
export const inOrder = <T extends { minutesAgo: number }>(moments: T[]): T[] => moments.toSorted((a, b) => b.minutesAgo - a.minutesAgo);

/** How long a call takes, in milliseconds: by it two calls never have the same time. */
const CALL_TAKES = 2;

/** @param conversation the log's name for the ticket. The run begins now. */
export function startLiveRun(options: EmitOptions, ticket: WorldTicket, conversation: string): LiveRun {
  const recorder = openRecorder(options, ticket, conversation, Date.now());
  const lastReply = inOrder(ticket.messages).findLast(({ role }) => role === 'bot');
  const calls = inOrder(ticket.run.calls);

  /** Makes the calls that are at least so many minutes old. */
  async function call(minutesAgo: number): Promise<void> {
    while (calls[0] && calls[0].minutesAgo >= minutesAgo) {
      const start = Date.now();
      await new Promise((done) => setTimeout(done, CALL_TAKES));
      recorder.addCall(calls.shift()!, start, Date.now());
    }
  }

  return {
    async before(reply) {
      await call(reply.minutesAgo);
      if (reply === lastReply) recorder.agent.end(Date.now());
      await recorder.flush();
    },
    async end() {
      try {
        await call(Number.NEGATIVE_INFINITY);
        if (recorder.agent.isRecording()) recorder.agent.end(Date.now());
        await recorder.flush();
      } finally {
        await recorder.close();
      }
    },
  };
}
