/** Which message a quote stands in: whose it is, who sees it, when it was written. */
import type { AuditRecord, Claim } from '../lib/model.ts';
import { useWords } from './words.ts';

export function SaidIn({ claim, record }: { claim: Claim | undefined; record: AuditRecord }) {
  const { t, minute } = useWords();
  const message = record.page.messages.find((candidate) => candidate.id === claim?.messageId);
  if (!message) return null;
  return (
    <p class="meta">
      <bdi>{message.author.name}</bdi>, {t(`message_${message.visibility}`)}
      {message.at && <>, {minute(message.at)}</>}
    </p>
  );
}
