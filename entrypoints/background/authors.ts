/** Who wrote it, as the team knows: names and ids from the settings. Pure. */
import type { TicketPage } from '../../lib/model.ts';

/** A name or id that the team set makes an author its AI agent. The vendor's own word is never overruled. */
export function withTeamAuthors(page: TicketPage, agents: string[]): TicketPage {
  const known = new Set(agents.map((name) => name.toLowerCase()));
  const messages = page.messages.map((message) => {
    const { author } = message;
    const named = known.has(author.name.toLowerCase()) || (author.id !== undefined && known.has(author.id.toLowerCase()));
    if (!named || author.knownBy === 'vendor' || author.kind === 'customer') return message;
    return { ...message, author: { ...author, kind: 'ai-agent' as const, knownBy: 'team' as const } };
  });
  return { ...page, messages };
}
