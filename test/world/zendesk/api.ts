/** A ticket of the world in the shapes of Zendesk's REST API. Pure: `now` is passed in. */
import type { WorldMessage, WorldTicket } from '../ticket.ts';

export type Status = 'open' | 'pending' | 'hold' | 'solved';

const REVIEWER = { id: 7001, name: 'Sam Rivera', email: 'sam.rivera@support.example', role: 'agent' };
/** The bot's messages are stored under an account of the team, as they are where an AI agent answers by the API. */
const SERVICE_ACCOUNT = { id: 7900, name: 'AI service account', email: 'ai@support.example', role: 'agent' };

const customerId = (ticket: WorldTicket): number => 9000 + (Number(ticket.id) % 1000);
const eventId = (ticket: WorldTicket, index: number): number => Number(ticket.id) * 1000 + index + 1;
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
export function conversationLogBody(ticket: WorldTicket, now: Date) {
  const types = { 'end-user': 'user', agent: 'agent', bot: 'bot' };
  return {
    events: ticket.messages.map((message, index) => ({
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
    meta: { has_more: false, after_cursor: null, before_cursor: null },
    links: { next: null, prev: null },
  };
}

/** `GET /api/v2/tickets/{id}/comments.json?include=users` */
export function commentsBody(ticket: WorldTicket, now: Date) {
  return {
    comments: ticket.messages.map((message, index) => ({
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
    meta: { has_more: false },
    links: { next: null },
  };
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
