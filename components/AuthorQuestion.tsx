/**
 * Who is the AI agent? Asked of the team once, since only its words are judged and a name that looks like a bot's proves nothing.
 * The first answer tells all authors of the thread; later only who is new is asked about.
 */

import { useState } from 'preact/hooks';
import type { TicketPage } from '../lib/model.ts';
import { canBeTold, named, type UnknownAuthor, unknownAuthors } from './authors.ts';
import { Failure } from './Failure.tsx';
import { useTask } from './task.ts';
import type { Desk, PanelActions } from './view.ts';
import { useWords } from './words.ts';

export interface AuthorQuestionProps {
  /** With the team's word on its authors. */
  page: TicketPage;
  desk: Desk;
  onTell: PanelActions['author'];
}

function About({ one }: { one: UnknownAuthor }) {
  const { t, count } = useWords();
  const written = [...(one.replies > 0 ? [count('replies', one.replies)] : []), ...(one.notes > 0 ? [count('notes', one.notes)] : [])];
  return (
    <>
      <strong>
        <bdi>{one.author.name || t('author_unnamed')}</bdi>
        {one.author.id && (one.namesake || !one.author.name) && <span class="meta"> {one.author.id}</span>}
      </strong>
      <span class="meta">{written.join(', ')}</span>
      {one.opening && <q class="meta">{one.opening}</q>}
      {one.alsoPerson && <span class="meta">{t('author_also_person')}</span>}
    </>
  );
}

export function AuthorQuestion({ page, desk, onTell }: AuthorQuestionProps) {
  const { t } = useWords();
  const task = useTask();
  // The answer is kept before the audit that follows from it has ended.
  const [told, setTold] = useState(false);
  const all = unknownAuthors(page);
  const askable = all.filter(canBeTold);
  if (all.length === 0) return null;
  const first = desk.agents.length === 0 && desk.people.length === 0 && named(page, ({ kind }) => kind === 'ai-agent').length === 0;
  const tell = (one: UnknownAuthor, is: 'ai-agent' | 'person', rest: boolean) =>
    void task.run(() => onTell(one.author, is, rest)).then((done) => setTold(done));
  const [somebody] = askable;
  if (told && !task.busy) {
    return (
      <p class="notice" role="status">
        {t('author_told')}
      </p>
    );
  }
  return (
    <section class="notice question" aria-labelledby="author-question">
      <h2 id="author-question">{t(first ? 'author_which' : 'author_new')}</h2>
      <p class="meta">{t(first ? 'author_which_hint' : 'author_new_hint', page.ticket.host)}</p>
      <ul class="authors">
        {askable.map((one) => (
          <li key={`${one.author.name} ${one.author.id}`}>
            {first ? (
              <button type="button" class="choice" disabled={task.busy} onClick={() => tell(one, 'ai-agent', true)}>
                <About one={one} />
              </button>
            ) : (
              <fieldset class="author" aria-label={one.author.name || one.author.id}>
                <About one={one} />
                <div class="buttons">
                  <button type="button" disabled={task.busy} onClick={() => tell(one, 'ai-agent', false)}>
                    {t('author_is_agent')}
                  </button>
                  <button type="button" disabled={task.busy} onClick={() => tell(one, 'person', false)}>
                    {t('author_is_person')}
                  </button>
                </div>
              </fieldset>
            )}
          </li>
        ))}
      </ul>
      {askable.length < all.length && <p class="meta">{t('author_without_name')}</p>}
      {first && somebody && (
        <button type="button" disabled={task.busy} onClick={() => tell(somebody, 'person', true)}>
          {t('author_none_of_them')}
        </button>
      )}
      <Failure of={task} />
    </section>
  );
}
