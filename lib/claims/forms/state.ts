/** What a told state says: that somebody brought it about, or only that the record stands so. */
import { stem } from '../../actions/stem.ts';
import type { Word } from './words.ts';

/** Deeds that a record seldom shows as a state of its own: who says "is merged" has merged. */
const DEED = new Set(
  (
    'refund credit waiv revers merg mov reset unlock remov add chang updat correct replac swap renew upgrad downgrad extend rebook reschedul redirect ' +
    'rerout activat restor reinstat unblock clear lift transfer reassign rais lower reduc adjust reissu resend resent recalculat delet wip switch grant whitelist allowlist forward queu email notifi send sent'
  ).split(' '),
);
export const tellsState = (verb: Word, between: readonly string[], clause: string): 'state' | 'value' =>
  DEED.has(stem(verb.text)) ||
  between.some((word) => /^(?:now|therefore|hereby|again|just)$/.test(word)) ||
  /\b(?:just now|a moment ago|today|from now on|as (?:requested|asked|agreed))\b/i.test(clause)
    ? 'state'
    : 'value';

/** What made it so: "live" was restored, "closed" was closed. */
export const becameBy = (predicate: string): string =>
  // "On 1 March" is a day.
  /\b(?:live|active|up|on(?! (?:the )?\d)|free|ready)\b/i.test(predicate)
    ? 'activated'
    : /\bback\b/i.test(predicate)
      ? 'restored'
      : /\bopen\b/i.test(predicate)
        ? 'opened'
        : /\bclosed\b/i.test(predicate)
          ? 'closed'
          : /\b(?:off|out|down|gone)\b/i.test(predicate)
            ? 'removed'
            : '';

/** "Your bill has been paid" by the customer; "paid back to you", "paid out" by us. */
export const isPaidByThem = ({ text, end }: Word, clause: string): boolean => text === 'paid' && !/^ (?:back|out|to you)\b/i.test(clause.slice(end));
