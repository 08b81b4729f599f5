/**
 * What RT's own API (REST 2) knows of a ticket, asked by the reader's session: exact times, what is public, who is a customer.
 * Rows that the reader may not see are left out of an answer, and `total` is told to few.
 */
import type { Message } from '../../model.ts';
import type { Get } from '../helpdesk.ts';

export interface User {
  /** The login name, e.g. `dana`; customers who wrote by mail have their address there. */
  login: string;
  /** May be empty. */
  realName: string;
}

export interface Entry {
  /** = `data-transaction-id` on the page. */
  id: string;
  /** `Create`, `Correspond`, `Comment`, `Status`, ... */
  type: string;
  /** Milliseconds since 1970; NaN where it cannot be read. */
  at: number;
  /** The ticket that it happened on: a ticket that was merged into another brings its history along. */
  ticketId: string;
  by: User;
}

/** Types of transactions that carry a message, and for whom it is. */
export const MESSAGES: Readonly<Partial<Record<string, Message['visibility']>>> = { Create: 'public', Correspond: 'public', Comment: 'internal' };

export const isMessage = (entry: Entry): boolean => Object.hasOwn(MESSAGES, entry.type);

/** What is known of a ticket beside its page. */
export interface Known {
  /** Null where the API refuses, is not there, or does not know the ticket. */
  ticket: Ticket | null;
  /** Oldest first, as far as the reader may see them. */
  entries: Entry[] | null;
  /** Logins that are of the team, or not; absent where RT does not say. */
  privileged: ReadonlyMap<string, boolean>;
}

export const NOTHING_KNOWN: Known = { ticket: null, entries: null, privileged: new Map() };

export interface Ticket {
  /** Another one than was asked for, where that was merged into it. */
  id: string;
  subject: string;
  status: string;
  /** When a status last ended it, in milliseconds; opening it again does not take that back. NaN: never. */
  resolved: number;
  /** Login names of requestors and of those in copy. */
  watchers: ReadonlySet<string>;
}

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const string = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const PAGE = 100;
/** 6,000 rows, about 2,000 messages; what is on the page beyond them is read without the API. */
const MOST_PAGES = 60;
/** Authors that are asked about. */
const MOST_USERS = 60;

const HISTORY = `per_page=${PAGE}&orderby=id&fields=Type,Created,ObjectId,Creator&fields[Creator]=Name,RealName`;

const user = (creator: Fields): User => ({ login: string(creator.Name) || string(creator.id), realName: string(creator.RealName) });

const entry = (item: Fields, asked: string): Entry => ({
  id: string(item.id),
  type: string(item.Type),
  at: Date.parse(string(item.Created)),
  ticketId: string(item.ObjectId) || asked,
  by: user(fields(item.Creator)),
});

async function readTicket(get: Get, webPath: string, id: string): Promise<Ticket | null> {
  const answer = await get(`${webPath}/REST/2.0/ticket/${id}`);
  const ticket = fields(answer.body);
  if (answer.status !== 200 || !string(ticket.id)) return null;
  const resolved = Date.parse(string(ticket.Resolved));
  return {
    id: string(ticket.id),
    subject: string(ticket.Subject),
    status: string(ticket.Status),
    // A date that was never set is the first of 1970.
    resolved: resolved > 0 ? resolved : Number.NaN,
    watchers: new Set([...list(ticket.Requestor), ...list(ticket.Cc)].map((one) => string(one.id))),
  };
}

/**
 * A short answer may only hide rows. It is taken for the last one where it reaches the newest message of the page and tells of none
 * beyond it; else answers are asked for until one is empty.
 */
async function readEntries(get: Get, webPath: string, id: string, newest: number): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await get(`${webPath}/REST/2.0/ticket/${id}/history?${HISTORY}&page=${page}`);
    const { items } = fields(answer.body);
    if (answer.status !== 200 || !Array.isArray(items)) return page === 1 ? null : entries;
    const told = list(items).map((item) => entry(item, id));
    entries.push(...told);
    const reached = newest > 0 && Number(told.at(-1)?.id) >= newest && !told.some((one) => isMessage(one) && Number(one.id) > newest);
    if (told.length === 0 || (told.length < PAGE && reached)) break;
  }
  return entries;
}

async function readPrivileged(get: Get, webPath: string, logins: ReadonlySet<string>): Promise<Known['privileged']> {
  const asked = [...logins].slice(0, MOST_USERS).map(async (login): Promise<[string, boolean][]> => {
    const answer = await get(`${webPath}/REST/2.0/user/${encodeURIComponent(login)}`);
    const { Privileged: privileged } = fields(answer.body);
    return answer.status === 200 && privileged !== undefined ? [[login, Number(privileged) === 1]] : [];
  });
  return new Map((await Promise.all(asked)).flat());
}

/** @param newest the highest id of a message on the page; 0 where there is none. */
export async function readKnown(get: Get, webPath: string, id: string, newest: number): Promise<Known> {
  const [ticket, entries] = await Promise.all([readTicket(get, webPath, id), readEntries(get, webPath, id, newest)]);
  const authors = new Set((entries ?? []).filter(isMessage).map((one) => one.by.login));
  return { ticket, entries, privileged: await readPrivileged(get, webPath, authors) };
}
