/** The one line over everything, spoken again when it changes. Its sign is that of the worst finding. */
import { colourOf, colourOfTicket, worse } from '../lib/colour.ts';
import type { AuditRecord, TicketState } from '../lib/model.ts';
import { Icon, type Sign } from './Icon.tsx';
import { summary } from './summary.ts';
import { useWords } from './words.ts';

function signOf(record: AuditRecord): Sign {
  const worst = [...record.findings].sort((a, b) => worse(colourOf(a), colourOf(b)))[0];
  if (!worst) return 'none';
  return worst.about === 'ticket' ? 'ticket' : worst.verdict;
}

export function Summary({ ticket }: { ticket: TicketState }) {
  const words = useWords();
  const { t, minute } = words;
  const { record, decisions, auditing, checkedAt } = ticket;
  if (!record) {
    return (
      <div class="summary grey" role="status">
        <Icon sign="none" />
        <p>{t(auditing ? 'state_auditing' : 'state_not_audited')}</p>
      </div>
    );
  }
  const toDecide = record.findings.filter((finding) => colourOf(finding) !== 'green').length;
  const aside = [
    ...(decisions.length > 0 ? [t('decided_of', String(decisions.length), String(toDecide))] : []),
    ...(auditing ? [t('state_auditing_again')] : checkedAt ? [t('audited_at', minute(checkedAt))] : []),
  ];
  return (
    <div class={`summary ${colourOfTicket(record)}`} role="status">
      <Icon sign={signOf(record)} />
      <p>
        {summary(record, words)} <span class="meta">{aside.join(' · ')}</span>
      </p>
    </div>
  );
}
