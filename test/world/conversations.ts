/**
 * Real conversations of LLM agents as tickets: a file of rows `{id, domain?, model?, tools, messages}`, one a line.
 *
 * | in a row | becomes |
 * |---|---|
 * | the text of a `user` message | a message of the customer |
 * | the text of an `assistant` message | a public reply of the AI agent, under the model's name |
 * | `system` and `developer` messages | nothing: they instruct the model and stand on no ticket |
 * | a simulator's marks, `###STOP###` | nothing; a message that holds nothing else is none |
 * | a call of the assistant, and the `tool` message that answers it | a recorded call, made when its answer came |
 * | a call that nothing answers | nothing: a model's request is no execution |
 * | `tool_calls` of the customer, with their answers | nothing: the customer's own device is not in the agent's log |
 * | an answer with `error` | a call that failed, with the answer's text as the error; all others went well as far as the transport knows |
 * | `tools`, as names or definitions | the inventory, complete |
 * | a row in which the agent says nothing | no ticket |
 *
 * Where a message has text and calls, the text was written first. Rows carry no times: each message and call is half a minute after the
 * one before, and the last an hour ago. A ticket's number is 10000 and the row's line.
 */
import type { Json } from '../../lib/model.ts';
import { answersOf } from './conversations/answers.ts';
import { type Line, readConversations } from './conversations/file.ts';
import type { Row, RowCall, RowMessage } from './conversations/row.ts';
import { spread } from './conversations/spread.ts';
import type { World, WorldCall, WorldMessage, WorldTicket } from './ticket.ts';

/** How many are taken where nobody says: each takes a few seconds to visit. */
export const TAKEN_BY_DEFAULT = 50;

const STEP_MINUTES = 0.5;
const LAST_MINUTES_AGO = 60;

/** A world of `take` conversations of a file, from all over it, and how many rows there are to take from. */
export function conversationWorld(path: string, take = TAKEN_BY_DEFAULT): { world: World; rows: number; silent: number } {
  const lines = readConversations(path);
  const tickets = lines.flatMap((line) => {
    const ticket = ticketOf(line);
    return ticket.messages.some((message) => message.role === 'bot') ? [{ ticket, domain: line.row.domain ?? '' }] : [];
  });
  const taken = spread(tickets, take, ({ domain }) => domain).map(({ ticket }) => ticket);
  const policy = { id: 'main', version: 'none', limits: [], destinations: [], tools: [] };
  return { world: { subdomain: 'harborworks', tickets: taken, policy }, rows: lines.length, silent: lines.length - tickets.length };
}

type Event = { message: Omit<WorldMessage, 'minutesAgo'> } | { call: Omit<WorldCall, 'minutesAgo'> };

export function ticketOf({ line, row }: Line): WorldTicket {
  const events = eventsOf(row);
  const ago = (event: Event) => LAST_MINUTES_AGO + (events.length - 1 - events.indexOf(event)) * STEP_MINUTES;
  const messages = events.flatMap((event) => ('message' in event ? [{ ...event.message, minutesAgo: ago(event) }] : []));
  const first = messages.find((message) => message.role === 'end-user') ?? messages[0];
  return {
    id: String(10_000 + line),
    name: String(row.id),
    subject: subjectOf(first?.text ?? ''),
    requester: 'Customer',
    status: 'open',
    messages,
    run: {
      tools: row.tools.map((tool) => {
        if (typeof tool === 'string') return { name: tool };
        const { name, description } = 'function' in tool ? tool.function : tool;
        return description ? { name, description } : { name };
      }),
      calls: events.flatMap((event) => ('call' in event ? [{ ...event.call, minutesAgo: ago(event) }] : [])),
    },
  };
}

function eventsOf({ messages, model }: Row): Event[] {
  const events: Event[] = [];
  const answers = answersOf(messages);
  for (const [i, message] of messages.entries()) {
    const text = textOf(message);
    const asked = answers.get(i);
    if (asked && !asked.byCustomer) events.push({ call: callOf(asked.call, message, text) });
    if (text === '') continue;
    if (message.role === 'user') events.push({ message: { role: 'end-user', name: 'Customer', visibility: 'public', text } });
    if (message.role === 'assistant') events.push({ message: { role: 'bot', name: model ?? 'AI agent', visibility: 'public', text } });
  }
  return events;
}

function textOf({ content }: RowMessage): string {
  const text = typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n');
  return text.replaceAll(/###[A-Z][A-Z -]*###/g, '').trim();
}

function callOf(call: RowCall, answer: RowMessage, text: string): Omit<WorldCall, 'minutesAgo'> {
  const { name, arguments: args } = 'function' in call ? call.function : call;
  const result = jsonOf(answer.result ?? text);
  const words = typeof answer.error === 'string' ? answer.error : text || String(answer.result);
  return { name, arguments: jsonOf(args ?? {}), result, ...(answer.error ? { error: words } : {}) };
}

/** Objects and lists often stand there as text; any other text is text. */
function jsonOf(value: unknown): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value as Json;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** The beginning of what the customer first wrote. */
function subjectOf(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length <= 70 ? line : `${line.slice(0, 70).replace(/\s+\S*$/, '')} …`;
}
