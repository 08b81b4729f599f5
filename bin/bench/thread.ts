/** Tickets of any size, made of sentences and calls that are all different. The same numbers make the same ticket. */
import type { Message, ToolCall } from '../../lib/model.ts';
import type { Case } from '../audit/case.ts';
import { ASIDES, ASKS, DOINGS, TOOLS, type Values, valuesOf } from './parlance.ts';

const BEGAN = Date.parse('2026-03-02T09:00:00.000Z');
const at = (minute: number): string => new Date(BEGAN + minute * 60_000).toISOString();

/** What the agent says in its nth message: something friendly, and some of what was done. */
function answer(n: number, doings: number): string {
  const parts = [ASIDES[n % ASIDES.length]!(valuesOf(n))];
  for (let i = 0; i < doings; i += 1) parts.push(DOINGS[(n * 3 + i * 7) % DOINGS.length]!.says(valuesOf(n * 10 + i)));
  parts.push(ASIDES[(n * 5 + 1) % ASIDES.length]!(valuesOf(n * 10 + doings)));
  return parts.join(n % 3 === 0 ? '\n\n' : ' ');
}

function call(n: number, tool: number, values: Values, minute: number): ToolCall {
  const { tool: name, given, gives } = DOINGS[tool % DOINGS.length]!;
  // A log keeps some results as text.
  const result = n % 2 === 0 ? gives(values) : JSON.stringify(gives(values));
  return { id: `c${n}`, name, arguments: given(values), result, status: 'ok', startedAt: at(minute), endedAt: at(minute), source: 'bench' };
}

/** One text in which an agent tells of `doings` deeds, each with a friendly word. */
export const longText = (doings: number): string => Array.from({ length: doings }, (_, n) => answer(n, 1)).join('\n');

/** Customer and agent in turn; the calls spread over the agent's turns, and every third of them is one that the agent tells of. */
export function thread(messages: number, calls: number): Case {
  const turns = Math.max(1, Math.floor(messages / 2));
  const page: Message[] = Array.from({ length: messages }, (_, i) => {
    const n = Math.floor(i / 2);
    return i % 2 === 0
      ? {
          id: `m${i}`,
          author: { kind: 'customer', name: 'Ines' },
          visibility: 'public',
          at: at(i * 10),
          text: ASKS[n % ASKS.length]!(valuesOf(n * 10)),
        }
      : {
          id: `m${i}`,
          author: { kind: 'ai-agent', name: 'Ava', knownBy: 'team' },
          visibility: n % 5 === 4 ? 'internal' : 'public',
          at: at(i * 10),
          text: answer(n, 3),
        };
  });
  const made = Array.from({ length: calls }, (_, k) => {
    const turn = Math.floor((k * turns) / calls);
    const told = Math.floor(k / 3) % 3;
    const [tool, values] = k % 3 === 0 ? [turn * 3 + told * 7, valuesOf(turn * 10 + told)] : [k, valuesOf(5_000 + k)];
    return call(k, tool, values, turn * 20 + 2);
  });
  return withMessages(page, made);
}

export function withMessages(messages: Message[], calls: ToolCall[]): Case {
  const now = at(messages.length * 10 + 1_440);
  return {
    page: {
      ticket: { helpdesk: 'bench', host: 'bench', id: '1' },
      subject: '',
      status: 'solved',
      messages,
      gaps: [],
      landmarks: { found: [], missing: [] },
    },
    evidence: {
      calls,
      inventory: { tools: TOOLS, complete: true },
      coverage: { source: 'bench', from: at(-1_440), to: now, complete: true, askedAt: now },
    },
    policy: { id: 'bench', version: '1', limits: [{ action: 'refund', maxAmount: 400, currency: 'USD', per: 'call' }], destinations: [], tools: [] },
    now,
  };
}

/** One message of the agent after all of the calls. */
export const message = (text: string, calls: ToolCall[]): Case =>
  withMessages([{ id: 'm1', author: { kind: 'ai-agent', name: 'Ava', knownBy: 'team' }, visibility: 'public', at: at(20_000), text }], calls);

export const someCalls = (count: number): ToolCall[] => thread(40, count).evidence.calls;
