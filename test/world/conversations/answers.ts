/** Which call each answer of a tool belongs to. */
import type { RowCall, RowMessage } from './row.ts';

export interface Asked {
  call: RowCall;
  /** Made by the customer's side, on a device of theirs. */
  byCustomer: boolean;
}

/**
 * An answer goes to the oldest call of its id that has no answer yet, since ids are used again in real files; without an id, to the oldest.
 *
 * @returns by the place of the answering message.
 * @throws Error that names the field of an answer to nothing.
 */
export function answersOf(messages: readonly RowMessage[]): Map<number, Asked> {
  const open: Asked[] = [];
  const answers = new Map<number, Asked>();
  for (const [i, message] of messages.entries()) {
    const byCustomer = message.role === 'user';
    open.push(...(message.tool_calls ?? []).map((call) => ({ call, byCustomer })));
    if (message.role !== 'tool') continue;
    const id = message.tool_call_id ?? '';
    const [asked] = open.splice(id === '' ? 0 : findOpen(open, id), 1);
    if (!asked) throw new Error(`field messages.${i}.tool_call_id should name a call that has no answer yet, and is ${JSON.stringify(id)}`);
    answers.set(i, asked);
  }
  return answers;
}

function findOpen(open: readonly Asked[], id: string): number {
  const at = open.findIndex(({ call }) => call.id === id);
  return at < 0 ? open.length : at;
}
