/** Zendesk Support, Agent Workspace. */
import type { Author, Gap, Message, TicketPage, TicketRef } from '../model.ts';
import { all, type Fallbacks, first, scrollArea } from './dom.ts';
import type { Helpdesk, Means, Reading } from './helpdesk.ts';
import { readText } from './text.ts';
import { closes, readSolvedNames } from './zendesk/closing.ts';
import { type Entry, joinEntries, readEntries, readStatus, statusOf } from './zendesk/log.ts';

/** Inside the active pane. The keys are the names of the landmarks. */
const LANDMARKS = {
  thread: ['[data-test-id="omni-log-container"]'],
  message: ['article[data-test-id="omni-log-comment-item"]', '[data-test-id="omni-log-comment-item"]'],
  kind: ['[data-test-id="omni-log-item-message"][type]'],
  sender: ['[data-test-id="omni-log-item-sender"]', '[data-test-id="omni-log-comment-user-link"]'],
  time: ['[data-test-id^="timestamp-"][datetime]', ':has(> [data-test-id^="timestamp-"])[datetime]', 'time[datetime]'],
  body: ['[data-test-id="omni-log-message-content"] .zd-comment', '[data-test-id="omni-log-message-content"]'],
  subject: ['input[data-test-id="omni-header-subject"]', 'input[aria-label="Subject"]'],
  submit: ['[data-test-id="submit_button-button"]'],
} satisfies Record<string, Fallbacks>;

type Landmark = keyof typeof LANDMARKS;
const IN_MESSAGE: readonly Landmark[] = ['kind', 'sender', 'time', 'body'];

/** Every open ticket stays mounted; only one pane is active. */
const ACTIVE_PANE: Fallbacks = [
  '.ticket-panes-grid-layout[data-is-active="true"]',
  '.ticket-panes-grid-layout.active',
  '[data-ticket-id][data-is-active="true"]',
];
const SHOW_MORE: Fallbacks = ['[data-test-id="convolog-show-more-button"]'];
const LOADING: Fallbacks = ['[role="progressbar"]'];
const INTERNAL_TAG: Fallbacks = ['[data-test-id="omni-log-internal-note-tag"]'];
const USER_LINK: Fallbacks = ['a[href*="users/"]'];
const NAME: Fallbacks = ['strong', 'a'];
const STATUS: Fallbacks = [
  '[data-test-id="tabs-section-nav-item-ticket"] [data-test-id^="status-badge-"]',
  '[data-test-id="tabs-section-nav-item-ticket"] .ticket_status_label',
];
/** Origins of messages that no person typed, though they may stand under a person's name. */
const AUTOMATIC = new Set(['ApiInteraction', 'Trigger']);

function activePane(document: Document, ticketId: string): Element | null {
  const pane = first(document, ACTIVE_PANE);
  const id = pane?.getAttribute('data-ticket-id');
  // While the URL has changed and the pane has not yet, there is nothing of this ticket to see.
  return id && id !== ticketId ? null : pane;
}

/** Names are part of ids. */
const LONGEST_NAME = 100;

interface Item {
  type: string;
  name: string;
  userId: string | undefined;
  origin: string;
  time: number;
  internal: boolean;
  body: Element | null;
  text: string;
}

function readItem(article: Element): Item {
  const shell = first(article, LANDMARKS.kind);
  const sender = first(article, LANDMARKS.sender);
  const body = first(article, LANDMARKS.body);
  const type = shell?.getAttribute('type') ?? '';
  const link = sender && first(sender, USER_LINK)?.getAttribute('href');
  return {
    type,
    name: sender ? readText(first(sender, NAME) ?? sender).slice(0, LONGEST_NAME) : '',
    userId: /users\/(\w+)/.exec(link ?? '')?.[1],
    origin: article.querySelector('[data-originated-from]')?.getAttribute('data-originated-from') ?? '',
    time: Date.parse(first(article, LANDMARKS.time)?.getAttribute('datetime') ?? ''),
    internal: type === 'internal' || first(article, INTERNAL_TAG) !== null,
    body,
    text: body ? readText(body) : '',
  };
}

/** Known by the vendor's word first; a name that merely looks like a bot's proves nothing. */
function authorOf(item: Item, entry: Entry | null): Author {
  const id = entry?.authorId ?? item.userId;
  const base = { name: item.name || entry?.name || '', ...(id ? { id } : {}) };
  if (entry?.kind === 'ai-agent') return { kind: 'ai-agent', ...base, knownBy: 'vendor' };
  if (entry && entry.kind !== 'unknown') return { kind: entry.kind, ...base };
  if (item.type === 'end-user') return { kind: 'customer', ...base };
  if (item.origin === 'Trigger') return { kind: 'system', ...base };
  return { kind: item.userId && !AUTOMATIC.has(item.origin) ? 'person' : 'unknown', ...base };
}

function statusShown(pane: Element): TicketPage['status'] {
  const label = first(pane, STATUS);
  const words = `${label?.getAttribute('data-test-id') ?? ''} ${label?.className ?? ''}`.match(/\b(new|open|pending|hold|solved|closed)\b/);
  return statusOf(words?.[1] ?? '');
}

function landmarksOf(pane: Element | null, articles: Element[]): TicketPage['landmarks'] {
  const found: string[] = pane ? ['pane'] : [];
  const missing: string[] = pane ? [] : ['pane'];
  for (const [name, selectors] of Object.entries(LANDMARKS)) {
    // Where there is no message, nothing is known of what stands inside one.
    if (IN_MESSAGE.includes(name as Landmark) && articles.length === 0) continue;
    const inEach = IN_MESSAGE.includes(name as Landmark) ? articles : pane ? [pane] : [];
    const seen = inEach.length > 0 && inEach.every((root) => first(root, selectors) !== null);
    (seen ? found : missing).push(name);
  }
  return { found, missing };
}

function readThread(
  pane: Element | null,
  articles: Element[],
  entries: Entry[] | null,
): Pick<Reading, 'bodies'> & Pick<TicketPage, 'messages' | 'gaps'> {
  const items = articles.map(readItem);
  const joined = joinEntries(
    items.map((item) => ({ ...item, fromCustomer: item.type === 'end-user' })),
    entries ?? [],
  );
  const messages: Message[] = [];
  const gaps: Gap[] = [];
  const bodies = new Map<string, Element>();
  const ordinals = new Map<string, number>();
  items.forEach((item, index) => {
    const entry = joined[index] ?? null;
    const author = authorOf(item, entry);
    const time = Number.isNaN(item.time) ? (entry?.time ?? Number.NaN) : item.time;
    const at = Number.isNaN(time) ? null : new Date(time).toISOString();
    const stem = `${author.name}|${at ?? ''}`;
    const ordinal = ordinals.get(stem) ?? 0;
    ordinals.set(stem, ordinal + 1);
    const id = entry?.id || `${stem}|${ordinal}`;
    messages.push({ id, author, visibility: item.internal ? 'internal' : 'public', at, text: item.text });
    if (item.body) bodies.set(id, item.body);
    if (item.text === '') gaps.push({ kind: 'unreadable', messageId: id });
    if (item.body?.querySelector('details:not([open])')) gaps.push({ kind: 'collapsed', messageId: id });
    if (author.kind === 'unknown') gaps.push({ kind: 'author', messageId: id });
    if (at === null) gaps.push({ kind: 'time', messageId: id });
  });
  const unseen = (entries?.length ?? 0) - items.length;
  const more = pane !== null && (first(pane, SHOW_MORE) !== null || (items.length === 0 && first(pane, LOADING) !== null));
  if (more || unseen > 0) gaps.push({ kind: 'not-loaded', ...(unseen > 0 ? { count: unseen } : {}) });
  else if (items.length === 0) gaps.push({ kind: 'no-messages' });
  if (messages.every((message) => message.at)) messages.sort((a, b) => Date.parse(a.at!) - Date.parse(b.at!));
  return { messages, gaps, bodies };
}

async function read(document: Document, ticket: TicketRef, { get }: Means): Promise<Reading> {
  const [entries, status] = await Promise.all([readEntries(get, ticket.id), readStatus(get, ticket.id), readSolvedNames(get, document)]);
  const pane = activePane(document, ticket.id);
  const thread = pane && first(pane, LANDMARKS.thread);
  const articles = thread ? all(thread, LANDMARKS.message) : [];
  const { messages, gaps, bodies } = readThread(pane, articles, entries);
  const subject = pane && (first(pane, LANDMARKS.subject) as HTMLInputElement | null);
  const shown = pane ? statusShown(pane) : 'unknown';
  return {
    page: {
      ticket,
      subject: subject?.value ?? '',
      status: shown === 'unknown' ? status : shown,
      messages,
      gaps,
      landmarks: landmarksOf(pane, articles),
    },
    bodies,
  };
}

function threadOf(document: Document, ticket: TicketRef): Element | null {
  const pane = activePane(document, ticket.id);
  return pane && first(pane, LANDMARKS.thread);
}

export const zendesk: Helpdesk = {
  id: 'zendesk',
  match(url) {
    const id = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
    return id && url.hostname.endsWith('.zendesk.com') ? { ticket: { helpdesk: 'zendesk', host: url.host, id }, as: 'thread' } : null;
  },
  thread: threadOf,
  scroller(document, ticket) {
    const thread = threadOf(document, ticket);
    return thread && scrollArea(thread);
  },
  read,
  closes,
};
