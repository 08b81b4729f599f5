/** "Try it on this ticket": asks the log as it is filled in, saved or not, and shows what it answered, or what is in the way. */
import { useState } from 'preact/hooks';
import type { TicketRef } from '../../lib/model.ts';
import type { Tried } from '../../lib/protocol.ts';
import { originOf } from '../../lib/settings-lookup.ts';
import type { LogConfig } from '../../lib/sources/source.ts';
import { key } from '../../lib/words/labels.ts';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { Grant } from './Access.tsx';
import { same, trimmed } from './check.ts';
import type { Setup } from './setup.ts';

const keyOf = ({ helpdesk, host, id }: TicketRef): string => `${helpdesk} ${host} ${id}`;

interface TryLogProps {
  setup: Pick<Setup, 'tickets' | 'tryLog' | 'grant'>;
  filled: LogConfig;
  /** Null where something is wrong with what is filled in. */
  take(): LogConfig | null;
}

export function TryLog({ setup, filled, take }: TryLogProps) {
  const { t } = useWords();
  const task = useTask();
  const [chosen, setChosen] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{ asked: LogConfig; tried: Tried } | null>(null);
  const { tickets } = setup;
  const { ticket } = tickets.find((one) => keyOf(one.ticket) === chosen) ?? tickets[0] ?? {};
  const ask = async () => {
    const asked = take();
    if (!asked || !ticket) return;
    await task.run(async () => setAnswer({ asked, tried: await setup.tryLog(asked, ticket) }));
  };
  // An answer to what is not filled in any more would mislead.
  const current = answer && same(answer.asked, trimmed(filled)) ? answer : null;
  return (
    <details class="part">
      <summary>{t('try_title')}</summary>
      {ticket ? (
        <div class="try">
          <label class="field">
            <span>{t('try_ticket')}</span>
            <select
              value={keyOf(ticket)}
              onChange={(event) => {
                setChosen(event.currentTarget.value);
                setAnswer(null);
              }}
            >
              {tickets.map((one) => (
                <option key={keyOf(one.ticket)} value={keyOf(one.ticket)}>
                  {t('try_option', one.ticket.id, one.subject, one.ticket.host)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" disabled={task.busy} onClick={() => void ask()}>
            {t('try_ask')}
          </button>
        </div>
      ) : (
        <p class="meta">{t('try_no_ticket')}</p>
      )}
      <div role="status">
        {task.busy && <p>{t('try_asking')}</p>}
        {task.failure && <p class="wrong">{task.failure}</p>}
        {current && !task.busy && <Answer tried={current.tried} />}
      </div>
      {current?.tried.coverage.trouble === 'no-permission' && (
        <p class="access">
          <Grant
            pattern={originOf(current.asked.url)}
            label={t('grant_address', current.asked.url)}
            onGrant={async (pattern) => {
              const granted = await setup.grant(pattern);
              if (granted) void ask();
              return granted;
            }}
          />
        </p>
      )}
    </details>
  );
}

function Answer({ tried }: { tried: Tried }) {
  const { t, count, second } = useWords();
  const { conversation, coverage, calls, tools, inventoryComplete } = tried;
  return (
    <div class={coverage.trouble ? 'notice amber' : 'notice'}>
      {conversation !== null && <p>{t('try_asked_for', conversation)}</p>}
      {coverage.trouble && <p>{t(key('trouble', coverage.trouble))}</p>}
      {coverage.detail && <p>{t(key('answer', coverage.detail.id), coverage.detail.value ?? '')}</p>}
      {coverage.trouble === 'nothing-recorded' && <p>{t('try_nothing_hint')}</p>}
      {(!coverage.trouble || calls.length > 0) && (
        <>
          <h4>{count('try_calls', calls.length)}</h4>
          <ol class="calls">
            {calls.map((call, index) => (
              <li key={index}>
                <code>{call.name}</code> {t(key('call', call.status))} <span class="meta">{call.at ? second(call.at) : t('no_time')}</span>
              </li>
            ))}
          </ol>
          <h4>{count('try_tools', tools.length)}</h4>
          <p>
            {tools.length > 0 && <code>{tools.join(', ')}</code>} {t(inventoryComplete ? 'tools_complete' : 'tools_incomplete')}
          </p>
        </>
      )}
    </div>
  );
}
