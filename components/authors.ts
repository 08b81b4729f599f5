/** Who in a thread is not known, with what helps a person to tell who they are. Pure. */
import type { Author, TicketPage } from '../lib/model.ts';

export interface UnknownAuthor {
  author: Author;
  replies: number;
  notes: number;
  /** How their first message begins, on one line. */
  opening: string;
  /** Another author of the thread bears the same name. */
  namesake: boolean;
  /** The helpdesk shows other messages under the same name or id as a person's: telling one tells them all. */
  alsoPerson: boolean;
}

const OPENING = 90;

/** The first words of a text of any length. */
function openingOf(text: string): string {
  const line = text.slice(0, 1_000).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > OPENING ? `${characters.slice(0, OPENING).join('').trimEnd()}…` : line;
}

const same = (a: Author, b: Author): boolean => a.name === b.name && a.id === b.id;
const alike = (a: Author, b: Author): boolean => a.name === b.name || (a.id !== undefined && a.id === b.id);

/** In the order in which they first wrote. */
export function unknownAuthors({ messages }: Pick<TicketPage, 'messages'>): UnknownAuthor[] {
  const found: UnknownAuthor[] = [];
  for (const { author, visibility, text } of messages) {
    if (author.kind !== 'unknown') continue;
    let one = found.find((other) => same(other.author, author));
    if (!one) {
      const namesake = messages.some((other) => other.author.name === author.name && other.author.id !== author.id);
      const alsoPerson = messages.some((other) => other.author.kind === 'person' && alike(other.author, author));
      one = { author, replies: 0, notes: 0, opening: '', namesake, alsoPerson };
      found.push(one);
    }
    one[visibility === 'public' ? 'replies' : 'notes'] += 1;
    one.opening ||= openingOf(text);
  }
  return found;
}

/** Can anything be kept of who they are? */
export const canBeTold = ({ author }: UnknownAuthor): boolean => author.name.trim() !== '' || Boolean(author.id);

/** Authors of one kind by name, each once, in the order in which they first wrote. */
export function named(page: Pick<TicketPage, 'messages'>, of: (author: Author) => boolean): Author[] {
  const seen = new Map<string, Author>();
  for (const { author } of page.messages) if (of(author) && !seen.has(author.name)) seen.set(author.name, author);
  return [...seen.values()];
}
