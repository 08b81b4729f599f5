/** Who solved a ticket, and when, as Zendesk's own history of it tells. */
import type { TicketPage } from '../../model.ts';
import type { Get } from '../helpdesk.ts';
import { type Fields, fields, list, string } from './json.ts';

/** 3000 audits; whoever solved the ticket before that is not told. */
const MOST_PAGES = 30;
const CLOSED = new Set(['solved', 'closed']);

const timeOf = (audit: Fields): number => Date.parse(string(audit.created_at));

/** An update that ended the ticket's work: not the automation that closes for good what was solved days ago. */
const solves = (audit: Fields): boolean =>
  list(audit.events).some(
    ({ type, field_name: field, value, previous_value: before }) =>
      (type === 'Change' || type === 'Create') && field === 'status' && CLOSED.has(string(value)) && !CLOSED.has(string(before)),
  );

/** The latest of them; null where there is none, or the history cannot be read. */
async function lastSolving(get: Get, ticketId: string): Promise<Fields | null> {
  let last: Fields | null = null;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await get(`/api/v2/tickets/${ticketId}/audits.json?sort_order=desc&per_page=100&page=${page}`);
    if (answer.status !== 200) return null;
    const body = fields(answer.body);
    const audits = list(body.audits);
    for (const audit of audits) if (solves(audit) && (!last || timeOf(audit) >= timeOf(last))) last = audit;
    const newestFirst = audits.length > 1 && timeOf(audits[0]!) >= timeOf(audits.at(-1)!);
    if (string(body.next_page) === '' || (last && newestFirst)) break;
  }
  return last;
}

/** A rule of the account is named by its title, a person or a program by the name of its account. */
async function nameOf(get: Get, { author_id: author, via }: Fields): Promise<string | null> {
  const { channel, source } = fields(via);
  if (channel === 'rule') return string(fields(fields(source).from).title) || null;
  const answer = await get(`/api/v2/users/${encodeURIComponent(string(author))}.json`);
  return (answer.status === 200 && string(fields(fields(answer.body).user).name)) || null;
}

/** Undefined where the helpdesk does not tell. */
export async function readClosed(get: Get, ticketId: string): Promise<TicketPage['closed']> {
  const audit = await lastSolving(get, ticketId);
  if (!audit) return undefined;
  const time = timeOf(audit);
  return { by: await nameOf(get, audit), at: Number.isNaN(time) ? null : new Date(time).toISOString() };
}
