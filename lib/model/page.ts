/** The page, as read. */
import type { Iso } from './json.ts';

/**
 * `ai-agent` only where the vendor's explicit author kind or the team's own setting says so (`knownBy`).
 * A name that merely looks like a bot's is `unknown`. `person` is a human member of the support team.
 */
export type AuthorKind = 'ai-agent' | 'person' | 'customer' | 'system' | 'unknown';

export interface Author {
  kind: AuthorKind;
  name: string;
  id?: string;
  knownBy?: 'vendor' | 'team';
}

export interface Message {
  /** Stable within its ticket: the vendor's id where there is one, else made from author, time and ordinal. */
  id: string;
  author: Author;
  visibility: 'public' | 'internal';
  at: Iso | null;
  /** Plain text, with the line breaks that a reader sees. Never HTML. */
  text: string;
}

/** What the page did not show, or what was not read. Said openly; never mistaken for "nothing there". */
export interface Gap {
  kind: 'no-messages' | 'not-loaded' | 'collapsed' | 'unreadable' | 'merged' | 'language' | 'author' | 'time';
  /** How many messages or landmarks it concerns, where known. */
  count?: number;
  messageId?: string;
}

/** Which of the helpdesk's known elements were found: a page half read must never look like a clean one. */
export interface Landmarks {
  found: string[];
  missing: string[];
}

export interface TicketRef {
  /** id of the helpdesk module, e.g. `zendesk`. */
  helpdesk: string;
  /** host name with port where it is not the default, e.g. `acme.zendesk.com`. */
  host: string;
  /** The helpdesk's own ticket id, e.g. `412`. */
  id: string;
}

export interface TicketPage {
  ticket: TicketRef;
  subject: string;
  status: 'open' | 'solved' | 'closed' | 'unknown';
  /** Who solved or closed it last, and when, as the helpdesk's own history tells; absent where it is open or the helpdesk does not tell. */
  closed?: { by: string | null; at: Iso | null };
  /** In the order of time, oldest first. */
  messages: Message[];
  gaps: Gap[];
  landmarks: Landmarks;
}
