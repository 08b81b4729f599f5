/** Who wrote a transaction, and for whom. RT knows no AI agents: staff are unknown until the team names them. */
import type { Author, Message } from '../../model.ts';
import { type Entry, type Known, MESSAGES, type User } from './rest.ts';
import type { Item } from './transaction.ts';

/** RT's own users: itself, and the owner of what nobody owns. */
const SYSTEM = { logins: ['RT_System', 'Nobody'], userId: '1' };
/** What the page says of a message to the customer, where the API does not tell. */
const PUBLIC = /\b(?:Ticket created|Correspondence added)\b/;
/** Names are shown in one line. */
const LONGEST = 100;

/** As a person would call them; the login where there is no name. */
export const called = ({ login, realName }: User): string => (realName || login).slice(0, LONGEST);

/**
 * A real name is believed of the team's own (privileged) users only: anybody who writes a mail can call themselves what they like,
 * so their login stands beside it.
 */
export function authorOf(item: Item, entry: Entry | null, isRequestor: boolean, { privileged }: Known): Author {
  if (!entry) {
    const kind = item.userId === SYSTEM.userId ? 'system' : isRequestor ? 'customer' : 'unknown';
    return { kind, name: item.name.slice(0, LONGEST), ...(item.userId ? { id: item.userId } : {}) };
  }
  const { login: id, realName } = entry.by;
  const name = called(entry.by);
  if (SYSTEM.logins.includes(id)) return { kind: 'system', name, id };
  if (privileged.get(id)) return { kind: 'unknown', name, id };
  if (isRequestor) return { kind: 'customer', name, id };
  return { kind: 'unknown', name: (realName && realName !== id ? `${realName} <${id}>` : id).slice(0, LONGEST), id };
}

/** What cannot be told, in a language that is not read here, is taken for a note: nothing in it then counts as told to the customer. */
export function visibilityOf(item: Item, entry: Entry | null): Message['visibility'] {
  return (entry && MESSAGES[entry.type]) || (PUBLIC.test(item.description) ? 'public' : 'internal');
}
