/** Words that a message repeats from one before it: they are judged where they were first written, and by whom. */
import type { Claim, Message } from '../model.ts';

const QUOTE = /^(?:\s*>)+\s*/;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Does the claim stand in a line quoted from an earlier message, `> You refunded $5`? Only where it really stands there: a mark of quotation
 * alone takes no claim away.
 */
export function isQuoted(claim: Claim, message: Pick<Message, 'text'>, earlier: readonly Pick<Message, 'text'>[]): boolean {
  const from = message.text.lastIndexOf('\n', claim.start - 1) + 1;
  const to = message.text.indexOf('\n', claim.end);
  const line = message.text.slice(from, to < 0 ? undefined : to);
  if (!QUOTE.test(line)) return false;
  const words = plain(line.replace(QUOTE, ''));
  return earlier.some(({ text }) =>
    plain(
      text
        .split('\n')
        .map((one) => one.replace(QUOTE, ''))
        .join(' '),
    ).includes(words),
  );
}
