/** The one honest line over the findings. It says what was found and what was not read; it never says that all is well. Pure. */
import { countVerdicts } from '../lib/colour.ts';
import type { AuditRecord, Gap, Verdict } from '../lib/model.ts';
import type { Words } from './words.ts';

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported', 'unverifiable'];
const UNREAD: readonly Gap['kind'][] = ['not-loaded', 'collapsed', 'unreadable', 'merged', 'language'];

/** E.g. "4 claims found: 1 supported, 3 unsupported. 2 messages not read." */
export function summary(record: AuditRecord, words: Words): string {
  const counts = countVerdicts(record);
  const verdicts = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => words.t(`count_${verdict}`, String(counts[verdict])));
  const aboutTicket = record.findings.filter((finding) => finding.about === 'ticket').length;
  const parts = [
    counts.claims > 0
      ? words.count('claims_found', counts.claims, verdicts.join(', '))
      : `${words.t('no_claim_found')} ${words.count('messages_read', record.page.messages.length)}`,
  ];
  if (aboutTicket > 0) parts.push(words.count('ticket_findings', aboutTicket));
  const unread = notRead(record.page.gaps, words);
  if (unread) parts.push(unread);
  return parts.join(' ');
}

/** A gap whose number is not known makes the whole number unknown. */
function notRead(gaps: Gap[], words: Words): string | null {
  const unread = gaps.filter((gap) => UNREAD.includes(gap.kind)).map((gap) => gap.count ?? (gap.messageId ? 1 : undefined));
  if (unread.length === 0) return null;
  const total = unread.reduce<number | undefined>((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
  return total === undefined ? words.t('not_read_some') : words.count('not_read', total);
}
