/** Which ticket this is, who closed it, and whose words are judged here and by whose word. */
import type { TicketPage, TicketState } from '../lib/model.ts';
import { named } from './authors.ts';
import { closedBy, isClosed, reviewState } from './closed.ts';
import { useWords } from './words.ts';

export interface TicketHeaderProps {
  ticket: TicketState;
  page: TicketPage;
  onOptions(): void;
}

function Judged({ page, onOptions }: Pick<TicketHeaderProps, 'page' | 'onOptions'>) {
  const { t } = useWords();
  const agents = named(page, ({ kind }) => kind === 'ai-agent');
  const people = named(page, ({ kind, knownBy }) => kind === 'person' && knownBy === 'team');
  const byTeam = people.length > 0 || agents.some((agent) => agent.knownBy === 'team');
  // Who is not known is asked about below, and not named twice.
  const asked = page.messages.some(({ author }) => author.kind === 'unknown');
  const nobody = agents.length === 0 && !asked;
  const lines = [
    ...agents.map((agent) => t(agent.knownBy === 'team' ? 'author_team' : 'author_vendor', agent.name)),
    ...(people.length > 0 ? [t('author_people', people.map((person) => person.name).join(', '))] : []),
    ...(nobody ? [t('author_none')] : []),
  ];
  return (
    <>
      {lines.map((line, i) => (
        <p key={line} class="meta">
          {line}{' '}
          {i === lines.length - 1 && (byTeam || nobody) && (
            <button type="button" class="quiet" aria-label={t('author_change_label')} onClick={onOptions}>
              {t('author_change')}
            </button>
          )}
        </p>
      ))}
    </>
  );
}

export function TicketHeader({ ticket, page, onOptions }: TicketHeaderProps) {
  const words = useWords();
  const { t } = words;
  const review = isClosed(page) && reviewState(ticket);
  return (
    <header class="ticket">
      <h1>{page.subject || t('no_subject')}</h1>
      <p class="meta">
        {t('ticket_number', page.ticket.id)} · {!isClosed(page) && <>{t(`status_${page.status}`)} · </>}
        {page.ticket.host}
      </p>
      {isClosed(page) && (
        <p class="meta">
          {closedBy(page, words)}
          {review && (
            <>
              {' '}
              · <strong>{t(review)}</strong>
            </>
          )}
        </p>
      )}
      {/* Who is judged is what the record holds: it has the team's word on its authors, and the page may have been read again since. */}
      <Judged page={ticket.record?.page ?? page} onOptions={onOptions} />
    </header>
  );
}
