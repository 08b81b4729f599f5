/** What the settings say of one ticket: its helpdesk, log, policy and authors. Pure. */
import type { Author, Policy, TicketPage, TicketRef } from './model.ts';
import type { DeskConfig, Settings } from './settings-schema.ts';
import type { LogConfig } from './sources/source.ts';

/** The helpdesk that a ticket stands on, or null where none of the team's is. */
export const deskFor = (settings: Settings, ticket: TicketRef): DeskConfig | null =>
  settings.helpdesks.find((one) => one.helpdesk === ticket.helpdesk && new URL(one.url).host === ticket.host) ?? null;

/** The log that serves a ticket's helpdesk, or null where none is set up. */
export function logFor(settings: Settings, ticket: TicketRef): LogConfig | null {
  const id = deskFor(settings, ticket)?.log;
  return settings.logs.find((log) => log.id === id) ?? null;
}

const NO_POLICY: Policy = { id: 'none', version: 'none', limits: [], destinations: [], tools: [] };

/** The policy that holds for a ticket; one without limits and destinations where the team has set none. */
export function policyFor(settings: Settings, ticket: TicketRef): Policy {
  const id = deskFor(settings, ticket)?.policy;
  return settings.policies.find((policy) => policy.id === id) ?? NO_POLICY;
}

/** Shapes that an id found on the page may have: it goes into a question to the log. */
const ID = /^[\w.:@/-]{1,200}$/;
/** Longer texts are searched no further. In UTF-16 units. */
const MOST = 100_000;

function findOnPage(pattern: string, page: Pick<TicketPage, 'subject' | 'messages'>): string | null {
  const text = [page.subject, ...page.messages.map((message) => message.text)].join('\n').slice(0, MOST);
  const found = new RegExp(pattern, 'u').exec(text);
  const id = found?.[1] ?? found?.[0] ?? '';
  return ID.test(id) ? id : null;
}

/** How the log names a ticket, e.g. `zendesk:412` from `zendesk:{id}`; null where the page does not hold the id that the log goes by. */
export function conversationOf(log: LogConfig, page: Pick<TicketPage, 'ticket' | 'subject' | 'messages'>): string | null {
  const found = log.conversation.includes('{found}') ? findOnPage(log.pattern ?? '', page) : '';
  if (found === null || (found === '' && log.conversation.includes('{found}'))) return null;
  return log.conversation.replaceAll(/\{(id|host|helpdesk|found)\}/g, (_, field: 'id' | 'host' | 'helpdesk' | 'found') =>
    field === 'found' ? found : page.ticket[field],
  );
}

/** Under which name a log's key and headers are kept: they go to the address that they were given for, and to no other. */
export const secretsName = ({ id, url }: Pick<LogConfig, 'id' | 'url'>): string => `${new URL(url).origin} ${id}`;

/** The match pattern that access to an address is asked with. It carries no port: browsers refuse that. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Match patterns of every host that these settings need access to. */
export const originsOf = (settings: Settings): string[] => [...new Set([...settings.helpdesks, ...settings.logs].map(({ url }) => originOf(url)))];

const isNamed = (names: readonly string[], { name, id }: Pick<Author, 'name' | 'id'>): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase() || (id !== undefined && one.toLowerCase() === id.toLowerCase()));

/**
 * Who an author is, with what the team knows. The vendor's word that it is an AI agent or a customer is never overruled; a name of the
 * team's lists decides over the rest; who is in no list stays as the page told, unless the team says that all others are people.
 */
export function knownAuthor(author: Author, desk: DeskConfig | null): Author {
  if (!desk || author.knownBy === 'vendor' || author.kind === 'customer' || author.kind === 'system') return author;
  if (isNamed(desk.agents, author)) return { ...author, kind: 'ai-agent', knownBy: 'team' };
  if (isNamed(desk.people, author)) return { ...author, kind: 'person', knownBy: 'team' };
  return author.kind === 'unknown' && desk.others === 'people' ? { ...author, kind: 'person', knownBy: 'team' } : author;
}
