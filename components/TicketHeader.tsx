/** Which ticket this is, and which AI author's words are judged here. */
import type { AuditRecord, Author, TicketPage } from '../lib/model.ts';
import { useWords } from './words.ts';

/** Authors by name, each once, in the order in which they first wrote. */
function named(page: TicketPage, kind: Author['kind']): Author[] {
  const seen = new Map<string, Author>();
  for (const { author } of page.messages) if (author.kind === kind && !seen.has(author.name)) seen.set(author.name, author);
  return [...seen.values()];
}

export function TicketHeader({ page, record }: { page: TicketPage; record: AuditRecord | null }) {
  const { t } = useWords();
  // What was judged is what the record holds: the page may have been read again since.
  const judged = record?.page ?? page;
  const agents = named(judged, 'ai-agent');
  const unknown = named(judged, 'unknown');
  return (
    <header class="ticket">
      <h1>{page.subject || t('no_subject')}</h1>
      <p class="meta">
        {t('ticket_number', page.ticket.id)} · {t(`status_${page.status}`)} · {page.ticket.host}
      </p>
      {agents.map((agent) => (
        <p key={agent.name} class="meta">
          {t(agent.knownBy === 'team' ? 'author_team' : 'author_vendor', agent.name)}
        </p>
      ))}
      {agents.length === 0 && <p class="meta">{t('author_none')}</p>}
      {unknown.length > 0 && <p class="meta">{t('author_not_judged', unknown.map((author) => author.name).join(', '))}</p>}
    </header>
  );
}
