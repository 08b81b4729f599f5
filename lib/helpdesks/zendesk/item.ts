/** One message as it stands on the page, and whose it is. */
import type { Author } from '../../model.ts';
import { type Fallbacks, first } from '../dom.ts';
import { readText } from '../text.ts';
import { IN_MESSAGE, LANDMARKS, type Landmark } from './landmarks.ts';
import type { Entry } from './log.ts';

const INTERNAL_TAG: Fallbacks = ['[data-test-id="omni-log-internal-note-tag"]'];
const USER_LINK: Fallbacks = ['a[href*="users/"]'];
const NAME: Fallbacks = ['strong', 'a'];
/** Origins of messages that no person typed, though they may stand under a person's name. */
const AUTOMATIC = new Set(['ApiInteraction', 'Trigger']);

/** Names are part of ids. */
const LONGEST_NAME = 100;

export interface Item {
  type: string;
  name: string;
  userId: string | undefined;
  origin: string;
  time: number;
  internal: boolean;
  body: Element | null;
  text: string;
  folded: boolean;
  missing: readonly Landmark[];
}

/** Null where its markup cannot be read, such as a form that names a field `childNodes`: that must not keep the rest of the thread from being read. */
function textOf(body: Element): string | null {
  try {
    return readText(body);
  } catch {
    return null;
  }
}

export function readItem(article: Element): Item {
  const [kind, sender, time, body] = [LANDMARKS.kind, LANDMARKS.sender, LANDMARKS.time, LANDMARKS.body].map((one) => first(article, one));
  const type = kind?.getAttribute('type') ?? '';
  const tag = first(article, INTERNAL_TAG);
  const link = sender && first(sender, USER_LINK)?.getAttribute('href');
  const found = { kind, sender, time, body };
  const text = body ? textOf(body) : '';
  return {
    type,
    name: sender ? readText(first(sender, NAME) ?? sender).slice(0, LONGEST_NAME) : '',
    userId: /users\/(\w+)/.exec(link ?? '')?.[1],
    origin: article.querySelector('[data-originated-from]')?.getAttribute('data-originated-from') ?? '',
    time: Date.parse(time?.getAttribute('datetime') ?? ''),
    internal: type === 'internal' || (tag !== null && !body?.contains(tag)),
    body: text === null ? null : (body ?? null),
    text: text ?? '',
    folded: body?.querySelector('details:not([open])') != null,
    missing: IN_MESSAGE.filter((name) => !found[name]),
  };
}

/** Known by the vendor's word first; a name that merely looks like a bot's proves nothing. */
export function authorOf(item: Item, entry: Entry | null): Author {
  const id = entry?.authorId ?? item.userId;
  const base = { name: item.name || entry?.name || '', ...(id ? { id } : {}) };
  if (entry?.kind === 'ai-agent') return { kind: 'ai-agent', ...base, knownBy: 'vendor' };
  if (entry && entry.kind !== 'unknown') return { kind: entry.kind, ...base };
  if (item.type === 'end-user') return { kind: 'customer', ...base };
  if (item.origin === 'Trigger') return { kind: 'system', ...base };
  return { kind: item.userId && !AUTOMATIC.has(item.origin) ? 'person' : 'unknown', ...base };
}
