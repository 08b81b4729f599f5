/** One transaction of the history, as the page shows it. Its words stand in stanzas; all else around them is RT's or somebody else's. */
import { all, type Fallbacks, first } from '../dom.ts';
import { leaveOut, readText } from '../text.ts';

/** The keys are the names of the landmarks. */
export const IN_MESSAGE = {
  author: ['.description > .user[data-user-id]', '.description .user', '.metadata .user'],
  description: ['.metadata .description', '.description'],
  body: ['.content .messagebody'],
} satisfies Record<string, Fallbacks>;

const CONTENT: Fallbacks = ['.content'];
/** Quoted text, folded or unfolded again. */
const FOLDS: Fallbacks = ['.message-stanza .message-stanza'];
const FILE = '.downloadattachment:has(.downloadfilename) + .messagebody';
/** Below a transaction's content. */
const NOT_TEXT = [
  // Mail headers, download links, custom fields.
  '.content > :not(.messagebody, .messageattachments)',
  '.messageattachments > :not(.messagebody, .messageattachments)',
  // A mail within the mail: forwarded words.
  '.messageattachments:has(> .message-stanza)',
  '.downloadattachment:has(.downloadfilename) + .messageattachments',
  FILE,
  // "Message body is not shown because it is too large", pictures.
  '.messagebody > :not(.message-stanza)',
  '.message-stanza-folder',
  ...FOLDS,
].join(', ');

export interface Item {
  id: string;
  /** As RT shows it to this reader, e.g. `dana (Dana Whitfield)`, `Ida <ida@customers.test>`. */
  name: string;
  /** RT's number of the user; empty where it is not shown. */
  userId: string;
  /** What happened, in the reader's language, e.g. `Comments added`. */
  description: string;
  /** The ticket that was merged into this one and that it was written on. */
  mergedFrom: string | null;
  body: Element | null;
  text: string;
  /** A part of the text itself is not shown. */
  partly: boolean;
  folds: Element[];
}

export const idOf = (transaction: Element): string => transaction.getAttribute('data-transaction-id') ?? '';

/** A ticket that was opened without a word has a transaction, and no message. */
export const isWordless = (transaction: Element): boolean => first(transaction, CONTENT)?.childElementCount === 0;

export function readItem(transaction: Element): Item {
  const body = first(transaction, CONTENT);
  if (body) leaveOut(body, NOT_TEXT);
  const author = first(transaction, IN_MESSAGE.author);
  const name = author ? readText(author) : '';
  const happened = first(transaction, IN_MESSAGE.description);
  const description = happened
    ? readText(happened)
        .replace(name, '')
        .replace(/^\s*-\s*/, '')
    : '';
  const parts = body ? [...body.querySelectorAll('.messagebody')].filter((part) => !part.matches(FILE)) : [];
  return {
    id: idOf(transaction),
    name,
    userId: author?.getAttribute('data-user-id') ?? '',
    description,
    mergedFrom: /^[^#]{1,40}#(\d+):/.exec(description)?.[1] ?? null,
    body,
    text: body ? readText(body) : '',
    partly: parts.some((part) => part.querySelector(':scope > p') !== null),
    folds: body ? all(body, FOLDS) : [],
  };
}
