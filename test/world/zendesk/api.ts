/** A ticket of the world in the shapes of Zendesk's REST API. Pure: `now` is passed in. */
import type { WorldMessage, WorldTicket } from '../ticket.ts';

export type Status = 'open' | 'pending' | 'hold' | 'solved';

/** One change of a ticket's status: by the reviewer in the workspace, or by a program through the API. */
export interface StatusChange {
  at: Date;
  by: 'reviewer' | 'program';
  from: Status;
  to: Status;
}

/** A part of a list as cursors cut it: `after` is the cursor that the part before gave. */
export interface Part {
  size: number;
  after: string;
}

function cut<T>(list: readonly T[], { size, after }: Part): { part: T[]; meta: { has_more: boolean; after_cursor: string | null } } {
  const start = Number(after || 0);
  const more = start + size < list.length;
  return { part: list.slice(start, start + size), meta: { has_more: more, after_cursor: more ? String(start + size) : null } };
}

const REVIEWER = { id: 7001, name: 'Sam Rivera', email: 'sam.rivera@support.example', role: 'agent' };
/** The bot's messages are stored under an account of the team, as they are where an AI agent answers by the API. */
const SERVICE_ACCOUNT = { id: 7900, name: 'AI service account', email: 'ai@support.example', role: 'agent' };

const customerId = (ticket: WorldTicket): number => 9000 + (Number(ticket.id) % 1000);
/** Of the ticket's first messages; what comes later has numbers of its own. */
const eventId = (ticket: WorldTicket, index: number): number => Number(ticket.id) * 100_000 + index + 1;
const at = (message: WorldMessage, now: Date): string => new Date(now.getTime() - message.minutesAgo * 60_000).toISOString();
const email = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@customer.example`;

const customerOf = (ticket: WorldTicket) => ({ id: customerId(ticket), name: ticket.requester, email: email(ticket.requester), role: 'end-user' });

function authorId(ticket: WorldTicket, message: WorldMessage): number {
  if (message.role === 'end-user') return customerId(ticket);
  return message.role === 'bot' ? SERVICE_ACCOUNT.id : REVIEWER.id;
}

const created = (ticket: WorldTicket, now: Date): string =>
  new Date(now.getTime() - Math.max(0, ...ticket.messages.map((message) => message.minutesAgo)) * 60_000).toISOString();

/** `GET /api/v2/tickets/{id}.json` */
export function ticketBody(ticket: WorldTicket, status: Status, now: Date) {
  return {
    ticket: {
      id: Number(ticket.id),
      status,
      subject: ticket.subject,
      requester_id: customerId(ticket),
      assignee_id: REVIEWER.id,
      group_id: 301,
      tags: ['ai_agent', 'billing'],
      via: { channel: 'native_messaging' },
      created_at: created(ticket, now),
    },
    users: [customerOf(ticket), REVIEWER],
  };
}

/** `GET /api/v2/tickets/{id}/conversation_log` */
export function conversationLogBody(ticket: WorldTicket, part: Part, now: Date) {
  const types = { 'end-user': 'user', agent: 'agent', bot: 'bot' };
  const { part: messages, meta } = cut([...ticket.messages.entries()], part);
  return {
    events: messages.map(([index, message]) => ({
      id: `event-${eventId(ticket, index)}`,
      type: message.role === 'agent' || message.visibility === 'internal' ? 'Comment' : 'Messaging::ConversationMessage',
      reference: `zen:ticket_event:${eventId(ticket, index)}`,
      created_at: at(message, now),
      attachments: [],
      author: {
        type: types[message.role],
        display_name: message.name,
        ...(message.role === 'bot' ? {} : { 'zen:support:user_id': String(authorId(ticket, message)) }),
      },
      content: { type: 'text', body: message.text },
      metadata: {},
    })),
    meta,
    links: { next: null, prev: null },
  };
}

/** `GET /api/v2/tickets/{id}/comments.json?include=users` */
export function commentsBody(ticket: WorldTicket, part: Part, now: Date) {
  const { part: messages, meta } = cut([...ticket.messages.entries()], part);
  return {
    comments: messages.map(([index, message]) => ({
      id: eventId(ticket, index),
      type: 'Comment',
      author_id: authorId(ticket, message),
      public: message.visibility === 'public',
      body: message.text,
      plain_body: message.text,
      created_at: at(message, now),
      via: { channel: message.role === 'bot' ? 'api' : 'web', source: {} },
      attachments: [],
    })),
    users: [customerOf(ticket), REVIEWER, SERVICE_ACCOUNT],
    meta,
    links: { next: null },
  };
}

/** How a list of audits is asked for: the oldest first unless `newestFirst`. */
export interface AuditsPart {
  page: number;
  size: number;
  newestFirst: boolean;
}

/** `GET /api/v2/tickets/{id}/audits.json`: who did what. */
export function auditsBody(ticket: WorldTicket, changes: readonly StatusChange[], { page, size, newestFirst }: AuditsPart, now: Date) {
  const comments = ticket.messages.map((message, index) => ({
    id: eventId(ticket, index) + 50_000,
    ticket_id: Number(ticket.id),
    created_at: at(message, now),
    author_id: authorId(ticket, message),
    via: { channel: message.role === 'bot' ? 'api' : 'web', source: {} },
    metadata: {},
    events: [
      {
        id: eventId(ticket, index),
        type: 'Comment',
        public: message.visibility === 'public',
        body: message.text,
        author_id: authorId(ticket, message),
      },
      ...(index === 0 ? [{ id: eventId(ticket, index) + 70_000, type: 'Create', field_name: 'status', value: 'new' }] : []),
    ],
  }));
  const statuses = changes.map(({ at: when, by, from, to }, index) => ({
    id: eventId(ticket, index) + 60_000,
    ticket_id: Number(ticket.id),
    created_at: when.toISOString(),
    author_id: by === 'program' ? SERVICE_ACCOUNT.id : REVIEWER.id,
    via: { channel: by === 'program' ? 'api' : 'web', source: {} },
    metadata: {},
    events: [{ id: eventId(ticket, index) + 80_000, type: 'Change', field_name: 'status', value: to, previous_value: from }],
  }));
  const all = [...comments, ...statuses];
  const audits = newestFirst ? all.toReversed() : all;
  const more = page * size < audits.length;
  const next = `/api/v2/tickets/${ticket.id}/audits.json?page=${page + 1}`;
  return { audits: audits.slice((page - 1) * size, page * size), next_page: more ? next : null, count: audits.length };
}

/** How the ticket came to the status that it has when the world begins: solved by the agent's program, with its last message. */
export function firstChanges(ticket: WorldTicket, now: Date): StatusChange[] {
  const last = Math.min(...ticket.messages.map((message) => message.minutesAgo));
  return ticket.status === 'open' ? [] : [{ at: new Date(now.getTime() - last * 60_000), by: 'program', from: 'open', to: ticket.status }];
}

/** `GET /api/v2/users/{id}.json` */
export function userBody(id: string) {
  const user = [REVIEWER, SERVICE_ACCOUNT].find((one) => String(one.id) === id);
  return user ? { user } : null;
}

/** `GET /api/v2/users/me.json` */
export const meBody = () => ({ user: REVIEWER });

/** What the page itself is drawn from. */
export function pageBody(ticket: WorldTicket, status: Status, now: Date) {
  return {
    id: ticket.id,
    subject: ticket.subject,
    status,
    requester: { id: customerId(ticket), name: ticket.requester, email: email(ticket.requester) },
    assignee: REVIEWER.name,
    created: created(ticket, now),
    messages: ticket.messages.map((message) => ({
      type: message.visibility === 'internal' ? 'internal' : message.role === 'end-user' ? 'end-user' : 'agent',
      name: message.name,
      // A bot's persona is no user that could be opened.
      user: message.role === 'bot' ? null : String(authorId(ticket, message)),
      origin: message.role === 'bot' && message.visibility === 'internal' ? 'ApiInteraction' : '',
      at: at(message, now),
      text: message.text,
    })),
  };
}

/** `GET /api/v2/custom_statuses.json` */
export const customStatusesBody = () => ({
  custom_statuses: ['open', 'pending', 'hold', 'solved'].map((category, index) => ({
    id: 100 + index,
    status_category: category,
    agent_label: category === 'hold' ? 'On-hold' : `${category.charAt(0).toUpperCase()}${category.slice(1)}`,
    active: true,
    default: true,
  })),
});
