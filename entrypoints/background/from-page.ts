/** What the worker does when a page speaks. Each handler is short: the work itself is the audit loop's. */
import { openPanel } from '../../lib/browser.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import type { TicketPage, TicketRef } from '../../lib/model.ts';
import { openFindings } from '../../lib/open.ts';
import type { FromPage, Verdicts } from '../../lib/protocol.ts';
import { deskFor, loadSettings } from '../../lib/settings.ts';
import { ticketState } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import type { Handlers, Sender } from '../../lib/wire.ts';
import type { AuditLoop } from './audit-loop.ts';
import { openingHint } from './opening.ts';
import { acceptGate, acceptPage, acceptTicket } from './shapes.ts';
import { showOnToolbar } from './toolbar.ts';
import { verdictsOf } from './verdicts.ts';

/** A press that was let through accounts for a close that is seen within this time. */
const PRESS_MS = 2 * 60_000;

/** A verdict that is not older may stand on a second page of the ticket until the log was asked anew. */
const CARRIED_MS = 5 * 60_000;

const now = () => new Date().toISOString();

/** A page speaks for its own host only, and for a helpdesk that we know. */
function ownTicket(value: unknown, sender: Sender): TicketRef {
  const ticket = acceptTicket(value);
  if (!sender.url || new URL(sender.url).host !== ticket.host) throw new Error(`ticket refused: this page is not on ${ticket.host}`);
  if (!helpdesks.some((one) => one.id === ticket.helpdesk)) throw new Error(`ticket refused: unknown helpdesk ${ticket.helpdesk}`);
  return ticket;
}

/** ... that the team has set up: access to a host is given for all of its ports, and another program may answer on one of them. */
async function setUpTicket(value: unknown, sender: Sender): Promise<TicketRef> {
  const ticket = ownTicket(value, sender);
  if (!deskFor(await loadSettings(), ticket)) throw new Error(`ticket refused: ${ticket.helpdesk} on ${ticket.host} is not set up`);
  return ticket;
}

export function pageHandlers(writer: Writer, loop: AuditLoop): Handlers<FromPage> {
  const verdicts = async (ticket: TicketRef, carriedOver: boolean): Promise<Verdicts | null> => {
    const [state, settings] = await Promise.all([ticketState(ticket), loadSettings()]);
    const fresh = carriedOver ? Date.now() - Date.parse(state.checkedAt ?? '') < CARRIED_MS : !state.auditing;
    // Never red on a cached answer: while an audit is due, the last one is not repeated to a thread.
    return state.record && fresh ? verdictsOf(state, settings, writer.trailWritable) : null;
  };

  /** The ticket was open when it was last read and is closed now: flagged where red findings were open and no press accounts for it. */
  const noticeClose = async (page: TicketPage): Promise<void> => {
    const [before, settings] = await Promise.all([writer.db.pages.get(ticketKey(page.ticket)), loadSettings()]);
    if (before?.page.status !== 'open' || (page.status !== 'solved' && page.status !== 'closed') || settings.gate === 'off') return;
    const state = await ticketState(page.ticket);
    const findings = openFindings(state, settings);
    const pressed = state.lastLetThrough !== null && Date.now() - Date.parse(state.lastLetThrough) < PRESS_MS;
    if (findings.length > 0 && !pressed) await writer.append(page.ticket, now(), { kind: 'gate', outcome: 'closed-without-review', findings });
  };

  return {
    'page.read': async ({ page }, sender) => {
      const accepted = acceptPage(page);
      await setUpTicket(accepted.ticket, sender);
      if (sender.tabId === undefined) return null;
      await noticeClose(accepted);
      await writer.pageRead(sender.tabId, accepted, now());
      await showOnToolbar(sender.tabId, await ticketState(accepted.ticket));
      void loop.work();
      return null;
    },
    'page.form': async ({ ticket }, sender) => {
      const ref = await setUpTicket(ticket, sender);
      if (sender.tabId === undefined) return null;
      const carried = await verdicts(ref, true);
      await writer.formShown(sender.tabId, ref, now());
      void loop.work();
      return carried;
    },
    'page.left': async (_, { tabId }) => {
      if (tabId === undefined) return null;
      await writer.tabLeft(tabId);
      await showOnToolbar(tabId, null);
      return null;
    },
    'page.alive': async ({ ticket }, sender) => {
      void loop.work();
      return verdicts(await setUpTicket(ticket, sender), false);
    },
    'page.show': ({ ticket, findingId }, sender) => {
      // First of all, and without an await: the browser opens the panel only within the user's gesture.
      const opened = openPanel(sender.windowId);
      return opened.then(async (open) => {
        await writer.show(await setUpTicket(ticket, sender), findingId ? String(findingId) : null, now());
        return { hint: open ? null : await openingHint(sender.windowId) };
      });
    },
    'page.gate': async ({ ticket, ...told }, sender) => {
      const ref = await setUpTicket(ticket, sender);
      const gate = acceptGate(told);
      await writer.append(ref, now(), { kind: 'gate', ...gate });
      if (gate.outcome === 'let-through') await writer.freeUsed(ref);
      await loop.show(ref);
      return null;
    },
  };
}
