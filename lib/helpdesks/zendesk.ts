/** Zendesk Support, Agent Workspace. */
import { digest } from '../id.ts';
import type { Gap, Message, TicketPage, TicketRef } from '../model.ts';
import { all, first, scrollArea } from './dom.ts';
import type { Helpdesk, Means, Reading } from './helpdesk.ts';
import { readClosed } from './zendesk/closed.ts';
import { closes, readSolvedNames } from './zendesk/closing.ts';
import { authorOf, type Item, readItem } from './zendesk/item.ts';
import { joinEntries } from './zendesk/join.ts';
import { LANDMARKS, landmarksOf } from './zendesk/landmarks.ts';
import { type Entry, readEntries, readStatus } from './zendesk/log.ts';
import { activePane, statusShown, threadOf, unseen } from './zendesk/pane.ts';

const MESSAGE = LANDMARKS.message.join();

type Thread = Pick<Reading, 'bodies'> & Pick<TicketPage, 'messages' | 'gaps'>;

/** Makes messages of what stands on the page and what the API says of it, oldest first. */
async function messagesOf(items: readonly Item[], entries: readonly (Entry | null)[], pause: Means['pause']): Promise<Thread> {
  const messages: Message[] = [];
  const gaps: Gap[] = [];
  const bodies = new Map<string, Element>();
  const ordinals = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    await pause();
    const entry = entries[index] ?? null;
    const author = authorOf(item, entry);
    const time = Number.isNaN(item.time) ? (entry?.time ?? Number.NaN) : item.time;
    const at = Number.isNaN(time) ? null : new Date(time).toISOString();
    const stem = [author.name, at ?? ''].join('|');
    const ordinal = ordinals.get(stem) ?? 0;
    ordinals.set(stem, ordinal + 1);
    // Ids stand plain in the trail: one that is made from a name must not tell it.
    const id = entry?.id || digest(author.name, at ?? '', ordinal);
    messages.push({ id, author, visibility: item.internal ? 'internal' : 'public', at, text: item.text });
    if (item.body) bodies.set(id, item.body);
    if (item.text === '') gaps.push({ kind: 'unreadable', messageId: id });
    if (item.folded) gaps.push({ kind: 'collapsed', messageId: id });
    if (author.kind === 'unknown') gaps.push({ kind: 'author', messageId: id });
    if (at === null) gaps.push({ kind: 'time', messageId: id });
  }
  if (messages.every((message) => message.at)) messages.sort((a, b) => Date.parse(a.at!) - Date.parse(b.at!));
  return { messages, gaps, bodies };
}

async function read(document: Document, ticket: TicketRef, means: Means): Promise<Reading> {
  const { get, pause } = means;
  const [entries, known] = await Promise.all([readEntries(get, ticket.id), readStatus(get, ticket.id), readSolvedNames(get, document)]);
  const pane = activePane(document, ticket.id);
  const thread = pane && first(pane, LANDMARKS.thread);
  const items: Item[] = [];
  for (const article of thread ? all(thread, LANDMARKS.message) : []) {
    await pause();
    // One that stands in another is markup of a message's own, which imitates a message.
    if (article.isConnected && !article.parentElement?.closest(MESSAGE)) items.push(readItem(article));
  }
  const joined = await joinEntries(
    items.map((item) => ({ ...item, fromCustomer: item.type === 'end-user' })),
    entries ?? [],
    pause,
  );
  const shown = pane ? statusShown(pane) : 'unknown';
  const status = shown === 'unknown' ? known : shown;
  const closed = status === 'solved' || status === 'closed' ? await readClosed(get, ticket.id) : undefined;
  const { messages, gaps, bodies } = await messagesOf(items, joined, pause);
  // Meanwhile the pane may show another ticket, or its thread may have been made anew: then nothing of it was read.
  if (activePane(document, ticket.id) !== pane || threadOf(document, ticket.id) !== thread) return read(document, ticket, means);
  const subject = pane && (first(pane, LANDMARKS.subject) as HTMLInputElement | null);
  return {
    page: {
      ticket,
      subject: subject?.value ?? '',
      status,
      ...(closed ? { closed } : {}),
      messages,
      gaps: [...gaps, ...unseen(pane, items.length, entries?.length ?? 0)],
      landmarks: landmarksOf(pane, items),
    },
    bodies,
  };
}

export const zendesk: Helpdesk = {
  id: 'zendesk',
  match(url) {
    const id = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
    return id && url.hostname.endsWith('.zendesk.com') ? { ticket: { helpdesk: 'zendesk', host: url.host, id }, as: 'thread' } : null;
  },
  thread: (document, ticket) => threadOf(document, ticket.id),
  scroller(document, ticket) {
    const thread = threadOf(document, ticket.id);
    return thread && scrollArea(thread);
  },
  read,
  closes,
};
