/** Words that a message repeats from one before it: they are judged where they were first written, and by whom. */
import type { Claim, Message } from '../model.ts';

const QUOTE = /^(?:\s*>)+\s*/;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutMarks = (text: string): string => plain(text.replace(/^(?:[^\S\n]*>)+/gm, ''));

/**
 * Does a claim of the message stand in a line quoted from an earlier one, `> You refunded $5`? Only where it really stands there: a mark of
 * quotation alone takes no claim away.
 */
export function quotations(message: Pick<Message, 'text'>, earlier: readonly Pick<Message, 'text'>[]): (claim: Claim) => boolean {
  if (!/^[^\S\n]*>/m.test(message.text)) return () => false;
  const texts = earlier.map(({ text }) => withoutMarks(text));
  return (claim) => {
    const line = lineOf(claim, message.text);
    const words = plain(line.replace(QUOTE, ''));
    return QUOTE.test(line) && texts.some((text) => text.includes(words));
  };
}

function lineOf({ start, end }: Claim, text: string): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? undefined : to);
}
