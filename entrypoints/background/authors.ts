/** Who wrote it, as the team knows: a thread with the settings' word on its authors. Pure. */
import type { TicketPage } from '../../lib/model.ts';
import { knownAuthor } from '../../lib/settings-lookup.ts';
import type { DeskConfig } from '../../lib/settings-schema.ts';

export function withTeamAuthors(page: TicketPage, desk: DeskConfig | null): TicketPage {
  const messages = page.messages.map((message) => ({ ...message, author: knownAuthor(message.author, desk) }));
  const known = new Set(messages.filter((message) => message.author.kind !== 'unknown').map((message) => message.id));
  // An author whom the team knows is no gap any more.
  const gaps = page.gaps.filter((gap) => gap.kind !== 'author' || gap.messageId === undefined || !known.has(gap.messageId));
  return { ...page, messages, gaps };
}
