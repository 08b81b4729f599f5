/** The tickets that are kept, to be taken along as one zip. */
import { useId, useState } from 'preact/hooks';
import { type ExportId, exportMetas } from '../../lib/exports/meta.ts';
import type { Iso, TicketRef } from '../../lib/model.ts';
import { key } from '../../lib/words/labels.ts';
import { Failure } from '../Failure.tsx';
import { CheckField } from '../options/fields.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface KeptTicket {
  ticket: TicketRef;
  subject: string;
  readAt: Iso;
}

export interface SelectionProps {
  /** Read last first; null until they are known. */
  tickets: readonly KeptTicket[] | null;
  /** As one zip. */
  exportAll(tickets: readonly TicketRef[], formats: readonly ExportId[], redacted: boolean): Promise<void>;
}

const nameOf = ({ helpdesk, host, id }: TicketRef): string => `${helpdesk} ${host} ${id}`;

const toggled = <T,>(set: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> => {
  const next = new Set(set);
  if (on) next.add(one);
  else next.delete(one);
  return next;
};

export function Selection({ tickets, exportAll }: SelectionProps) {
  const { t, count, minute } = useWords();
  const id = useId();
  const task = useTask();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [formats, setFormats] = useState<ReadonlySet<ExportId>>(new Set(['html', 'json']));
  const [redacted, setRedacted] = useState(true);
  if (!tickets) return null;
  const taken = tickets.filter(({ ticket }) => chosen.has(nameOf(ticket)));
  const all = tickets.length > 0 && taken.length === tickets.length;
  return (
    <section id="take" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('workbench_take')}</h2>
      {tickets.length === 0 ? (
        <p>{t('workbench_none')}</p>
      ) : (
        <>
          <table class="tickets">
            <thead>
              <tr>
                <th>
                  <input
                    type="checkbox"
                    aria-label={t('workbench_all')}
                    checked={all}
                    onChange={() => setChosen(all ? new Set() : new Set(tickets.map(({ ticket }) => nameOf(ticket))))}
                  />
                </th>
                <th>{t('workbench_ticket')}</th>
                <th>{t('workbench_subject')}</th>
                <th>{t('workbench_read')}</th>
              </tr>
            </thead>
            <tbody>
              {tickets.map(({ ticket, subject, readAt }) => (
                <tr key={nameOf(ticket)}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('workbench_choose', ticket.id, ticket.host)}
                      checked={chosen.has(nameOf(ticket))}
                      onChange={(event) => setChosen(toggled(chosen, nameOf(ticket), event.currentTarget.checked))}
                    />
                  </td>
                  <td>
                    {ticket.id} <span class="meta">{ticket.host}</span>
                  </td>
                  <td>{subject}</td>
                  <td>{minute(readAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <fieldset class="formats">
            <legend>{t('export_format')}</legend>
            {exportMetas.map((one) => (
              <CheckField
                key={one.id}
                label={t(key('export', one.id))}
                checked={formats.has(one.id)}
                onChecked={(on) => setFormats(toggled(formats, one.id, on))}
              />
            ))}
          </fieldset>
          <CheckField label={t('export_redact')} checked={redacted} onChecked={setRedacted} />
          <div class="buttons">
            <button
              type="button"
              class="main"
              disabled={task.busy || taken.length === 0 || formats.size === 0}
              onClick={() =>
                void task.run(() =>
                  exportAll(
                    taken.map(({ ticket }) => ticket),
                    [...formats],
                    redacted,
                  ),
                )
              }
            >
              {taken.length === 0 ? t('workbench_choose_first') : count('workbench_zip', taken.length)}
            </button>
          </div>
          <Failure of={task} />
        </>
      )}
    </section>
  );
}
