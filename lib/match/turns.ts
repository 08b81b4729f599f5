/** The agent's turns within its runs: a run may be recorded as one span from the first message of a conversation to the last. */
import type { Evidence, Message, ToolCall } from '../model.ts';

/**
 * The same evidence, with each call's turn cut off where the customer writes: what was done after that was not done yet when the agent's
 * answer before it was written.
 */
export function withinTurns(evidence: Evidence, messages: readonly Pick<Message, 'author' | 'at'>[]): Evidence {
  const asked = messages.flatMap((message) => (message.author.kind === 'customer' && message.at !== null ? [message.at] : []));
  return asked.length === 0 ? evidence : { ...evidence, calls: evidence.calls.map((call) => withinTurn(call, asked)) };
}

function withinTurn(call: ToolCall, asked: readonly string[]): ToolCall {
  if (!call.turn || call.startedAt === null) return call;
  const began = Date.parse(call.startedAt);
  const { id, from, to } = call.turn;
  const before = asked.filter((at) => Date.parse(at) <= began && Date.parse(at) > Date.parse(from));
  const after = asked.filter((at) => Date.parse(at) > began && Date.parse(at) < Date.parse(to));
  return { ...call, turn: { id, from: before.sort(byTime).at(-1) ?? from, to: after.sort(byTime)[0] ?? to } };
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
