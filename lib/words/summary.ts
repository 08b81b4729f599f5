/** The one honest line over the findings. It says what was found and what was not read; it never says that all is well. Pure. */
import { colourOf, countVerdicts, worse } from '../colour.ts';
import type { AuditRecord, Colour, Finding, Gap, Verdict } from '../model.ts';
import { awaitsAuthor } from '../open.ts';
import { messagesOf, unread } from './gaps.ts';
import { takenBack } from './labels.ts';
import type { Words } from './words.ts';

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported', 'unverifiable'];

/** E.g. "4 claims found: 1 supported, 3 unsupported. 2 messages not read." */
export function summary(record: AuditRecord, words: Words): string {
  const counts = countVerdicts(record);
  // Nobody's claims yet: they wait for one answer, and are no findings of their own until it is given.
  const waiting = record.findings.filter(awaitsAuthor).length;
  counts.unverifiable -= waiting;
  const verdicts = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => words.t(`count_${verdict}`, String(counts[verdict])));
  if (waiting > 0) verdicts.push(words.t('count_waiting', String(waiting)));
  const back = takenBack(record).length;
  if (back > 0) verdicts.push(words.t('count_taken_back', String(back)));
  const claims = counts.claims + back;
  const aboutTicket = record.findings.filter((finding) => finding.about === 'ticket').length;
  const parts = [
    claims > 0
      ? words.count('claims_found', claims, verdicts.join(', '))
      : `${words.t('no_claim_found')} ${words.count('messages_read', record.page.messages.length)}`,
  ];
  if (aboutTicket > 0) parts.push(words.count('ticket_findings', aboutTicket));
  const missed = notRead(record.gaps, words);
  if (missed) parts.push(missed);
  return parts.join(' ');
}

/** A gap whose number is not known makes the whole number unknown. */
function notRead(gaps: readonly Gap[], words: Words): string | null {
  const missed = unread(gaps);
  if (missed.length === 0) return null;
  const total = messagesOf(missed);
  return total === undefined ? words.t('not_read_some') : words.count('not_read', total);
}

/** The finding that gives the summary its colour and sign; claims that wait for their author give none. */
export const worstOf = (record: AuditRecord): Finding | undefined =>
  record.findings.filter((finding) => !awaitsAuthor(finding)).sort((a, b) => worse(colourOf(a), colourOf(b)))[0];

/** Grey where nothing was found that could be judged: nothing found is not clean. */
export const summaryColour = (record: AuditRecord): Colour => {
  const worst = worstOf(record);
  return worst ? colourOf(worst) : 'grey';
};
