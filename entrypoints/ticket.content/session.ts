/** Which ticket the tab shows. Everything ends with `signal`: when the tab goes, or when the extension behind this script is gone. */
import { ticketAt } from '../../lib/helpdesks/index.ts';
import type { ToPage } from '../../lib/protocol.ts';
import { answer, call } from '../../lib/wire.ts';
import { installGate } from './gate.ts';
import { openOutbox } from './outbox.ts';
import { openTicket, type TicketView } from './ticket-view.ts';
import { PULSE_MS, pulse, watchUrl } from './watch.ts';

/** `isValid`: false once the extension was updated or removed and this script is an orphan. */
export function startSession({ signal, isValid }: { signal: AbortSignal; isValid: () => boolean }): void {
  let view: TicketView | null = null;
  let leave = () => {};

  const left = () => void call('page.left', {}).catch(() => {});

  function follow(): void {
    const at = ticketAt(new URL(location.href), document);
    if (at && view && at.as === view.as && at.ticket.id === view.ticket.id && at.ticket.helpdesk === view.ticket.helpdesk) return;
    leave();
    if (!at && view) left();
    view = null;
    if (!at) return;
    const stay = new AbortController();
    leave = () => stay.abort();
    view = openTicket(at, AbortSignal.any([signal, stay.signal]));
  }

  const report = openOutbox(signal);
  installGate(window, signal, {
    // An orphan holds nobody: there is no panel any more to decide in.
    closes: (event) => isValid() && (view?.closes(event) ?? false),
    decide: () => view?.decide() ?? { hold: false, outcome: null, findings: [] },
    held: (findings) => view?.held(findings),
    report({ outcome, why, findings }) {
      if (!view || !outcome) return;
      report({ ticket: view.ticket, outcome, ...(why ? { why } : {}), findings, at: new Date().toISOString() });
      view.told(why);
    },
  });

  const stopAnswering = answer<ToPage>(
    {
      verdicts(verdicts) {
        view?.adopt(verdicts);
        return null;
      },
      jump(place) {
        view?.jump(place);
        return null;
      },
    },
    (_, sender) => sender.from === 'extension',
  );
  signal.addEventListener('abort', stopAnswering);

  watchUrl(window, signal, follow);
  // A URL that does not say which ticket it is of: the document may.
  document.addEventListener('DOMContentLoaded', follow, { signal });
  // Asking is what notices that the extension is gone; the signal does the rest.
  pulse(signal, PULSE_MS, () => void isValid());
  window.addEventListener('pagehide', () => view && left(), { signal });
  // Back from the browser's cache of pages: the worker was told that the ticket is gone.
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      leave();
      view = null;
      follow();
    },
    { signal },
  );
  follow();
}
