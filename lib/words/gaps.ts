/** What was not read, in as few lines as there are kinds of it. Pure. */
import type { Gap } from '../model.ts';
import type { Words } from './words.ts';

/** Kinds of gaps that hide messages from the reader. */
const UNREAD: readonly Gap['kind'][] = ['not-loaded', 'collapsed', 'unreadable', 'merged', 'language'];

/** How many messages gaps concern; undefined where one of them does not tell. A message with two gaps is one message. */
export function messagesOf(gaps: readonly Gap[]): number | undefined {
  const ids = new Set(gaps.flatMap((gap) => gap.messageId ?? []));
  const counts = gaps.filter((gap) => gap.messageId === undefined).map((gap) => gap.count);
  return counts.includes(undefined) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), ids.size);
}

export const unread = (gaps: readonly Gap[]): Gap[] => gaps.filter((gap) => UNREAD.includes(gap.kind));

/** One line a kind, with the number of messages where it is known: "2 messages are collapsed and were not read". */
export function gapLines(gaps: readonly Gap[], { t, count }: Words): string[] {
  return [...new Set(gaps.map((gap) => gap.kind))].map((kind) => {
    const messages = messagesOf(gaps.filter((gap) => gap.kind === kind));
    if (kind === 'no-messages') return t('gap_no_messages');
    const stem = kind === 'not-loaded' ? 'gap_not_loaded' : (`gap_${kind}` as const);
    return messages ? count(stem, messages) : t(`${stem}_some`);
  });
}
