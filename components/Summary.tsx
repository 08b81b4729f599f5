/** The one line over everything, spoken again when it changes. Its sign is that of the worst finding. */
import { colourOf } from '../lib/colour.ts';
import type { AuditRecord, Finding, TicketState } from '../lib/model.ts';
import { awaitsAuthor, undecided } from '../lib/open.ts';
import { summary, summaryColour, worstOf } from '../lib/words/summary.ts';
import { Icon, type Sign } from './Icon.tsx';
import { useWords } from './words.ts';

function signOf(record: AuditRecord): Sign {
  const worst = worstOf(record);
  if (!worst) return 'none';
  return worst.about === 'ticket' ? 'ticket' : worst.verdict;
}

export function Summary({ ticket }: { ticket: TicketState }) {
  const words = useWords();
  const { t, minute } = words;
  const { record, auditing, checkedAt } = ticket;
  if (!record) {
    return (
      <div class="summary grey" role="status">
        <Icon sign="none" />
        <p>{t(auditing ? 'state_auditing' : 'state_not_audited')}</p>
      </div>
    );
  }
  const forPeople = (findings: readonly Finding[]) => findings.filter((finding) => colourOf(finding) !== 'green' && !awaitsAuthor(finding)).length;
  const all = forPeople(record.findings);
  const decided = all - forPeople(undecided(ticket));
  const aside = [
    ...(decided > 0 ? [t('decided_of', String(decided), String(all))] : []),
    ...(auditing ? [t('state_auditing_again')] : checkedAt ? [t('audited_at', minute(checkedAt))] : []),
  ];
  return (
    <div class={`summary ${summaryColour(record)}`} role="status">
      <Icon sign={signOf(record)} />
      <p>
        {summary(record, words)} <span class="meta">{aside.join(' · ')}</span>
      </p>
    </div>
  );
}
