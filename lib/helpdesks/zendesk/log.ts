/**
 * What Zendesk's own API knows of a ticket's messages: ids, exact times, and who is a bot. Only the Conversation Log
 * tells bots apart; it is not enabled on every account, so the comments are the fallback (ids and customers, no bots).
 */
import type { AuthorKind, TicketPage } from '../../model.ts';
import type { Get } from '../helpdesk.ts';
import { type Fields, fields, list, string } from './json.ts';

export interface Entry {
  id: string;
  /** Milliseconds since 1970; NaN where it cannot be read. */
  time: number;
  /** `unknown`: the API does not say whether it is a person or a bot. */
  kind: AuthorKind;
  name: string;
  authorId?: string;
  text: string;
}

const AUTHOR_KINDS: Record<string, AuthorKind> = { user: 'customer', agent: 'person', bot: 'ai-agent' };
/** 3000 messages; whoever wrote those after them is not known by the API. */
const MOST_PAGES = 30;

const optionalId = (value: unknown): { authorId?: string } => (string(value) ? { authorId: string(value) } : {});

/** All pages of a cursor-paged list; null where the first one is refused. */
async function pages(get: Get, path: string): Promise<Fields[] | null> {
  const bodies: Fields[] = [];
  let cursor = '';
  while (bodies.length < MOST_PAGES) {
    const answer = await get(`${path}${path.includes('?') ? '&' : '?'}page[size]=100${cursor && `&page[after]=${encodeURIComponent(cursor)}`}`);
    if (answer.status !== 200) break;
    const body = fields(answer.body);
    bodies.push(body);
    const meta = fields(body.meta);
    cursor = string(meta.after_cursor);
    if (meta.has_more !== true || cursor === '') break;
  }
  return bodies.length > 0 ? bodies : null;
}

function fromEvent(event: Fields): Entry | null {
  const author = fields(event.author);
  const kind = AUTHOR_KINDS[string(author.type)];
  if (!kind) return null;
  return {
    // `zen:ticket_event:8801` names the same event as the comment with id 8801.
    id: /^zen:ticket_event:(\w+)$/.exec(string(event.reference))?.[1] ?? string(event.id),
    time: Date.parse(string(event.created_at)),
    kind,
    name: string(author.display_name),
    ...optionalId(author['zen:support:user_id']),
    text: string(fields(event.content).body),
  };
}

function fromComment(comment: Fields, users: Map<string, Fields>): Entry {
  const user = users.get(string(comment.author_id));
  return {
    id: string(comment.id),
    time: Date.parse(string(comment.created_at)),
    kind: user?.role === 'end-user' ? 'customer' : 'unknown',
    name: string(user?.name),
    ...optionalId(comment.author_id),
    text: string(comment.plain_body) || string(comment.body),
  };
}

/** Null where neither the Conversation Log nor the comments can be read. */
export async function readEntries(get: Get, ticketId: string): Promise<Entry[] | null> {
  const log = await pages(get, `/api/v2/tickets/${ticketId}/conversation_log`);
  if (log) return log.flatMap((body) => list(body.events)).flatMap((event) => fromEvent(event) ?? []);
  const comments = await pages(get, `/api/v2/tickets/${ticketId}/comments.json?include=users`);
  if (!comments) return null;
  const users = new Map(comments.flatMap((body) => list(body.users)).map((user) => [string(user.id), user]));
  return comments.flatMap((body) => list(body.comments)).map((comment) => fromComment(comment, users));
}

const STATUSES: Record<string, TicketPage['status']> = {
  new: 'open',
  open: 'open',
  pending: 'open',
  hold: 'open',
  solved: 'solved',
  closed: 'closed',
};

/** A status in Zendesk's words (`pending`) as ours (`open`). */
export const statusOf = (word: string): TicketPage['status'] => STATUSES[word] ?? 'unknown';

export async function readStatus(get: Get, ticketId: string): Promise<TicketPage['status']> {
  const answer = await get(`/api/v2/tickets/${ticketId}.json`);
  return answer.status === 200 ? statusOf(string(fields(fields(answer.body).ticket).status)) : 'unknown';
}
