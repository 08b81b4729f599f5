/** What the worker does when a page speaks. Each handler is short: the work itself is the audit loop's. */
import { openPanel } from '../../lib/browser.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import type { TicketRef } from '../../lib/model.ts';
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

  /** Nobody is held for a ticket of which nothing can be kept. */
  const told = async (ticket: TicketRef, carriedOver: boolean): Promise<Verdicts | null> => {
    try {
      if (writer.trailWritable) return await verdicts(ticket, carriedOver);
      // Perhaps it can be written again: the audit will tell.
      await writer.auditDue(ticketKey(ticket), now());
    } catch {
      // The store fails: what a page may know all the same is the loop's to say.
    }
    return loop.verdictsFor(ticket);
  };

  /** What cannot be kept is sent again; until then the page must know that nothing is. */
  const kept = async (tabId: number, ticket: TicketRef, write: Promise<void>): Promise<void> => {
    try {
      await write;
    } catch (error) {
      await loop.showInTab(tabId, ticket);
      throw error;
    }
  };

  const isKept = async (ticket: TicketRef, { tabId }: Sender): Promise<boolean> =>
    tabId === undefined || (await writer.db.views.get(tabId))?.ticket === ticketKey(ticket);

  return {
    'page.read': async ({ page }, sender) => {
      const accepted = acceptPage(page);
      await setUpTicket(accepted.ticket, sender);
      if (sender.tabId === undefined) return null;
      await kept(sender.tabId, accepted.ticket, writer.pageRead(sender.tabId, accepted, now()));
      await showOnToolbar(sender.tabId, await ticketState(accepted.ticket));
      void loop.work();
      return null;
    },
    'page.form': async ({ ticket }, sender) => {
      const ref = await setUpTicket(ticket, sender);
      if (sender.tabId === undefined) return null;
      const carried = await told(ref, true);
      await kept(sender.tabId, ref, writer.formShown(sender.tabId, ref, now()));
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
      const ref = await setUpTicket(ticket, sender);
      const known = await told(ref, false);
      void loop.work();
      // Then the page sends it again.
      if (writer.trailWritable && !(await isKept(ref, sender))) throw new Error('nothing is kept of this page');
      return known;
    },
    'page.show': ({ ticket, findingId }, sender) => {
      // First of all, and without an await: the browser opens the panel only within the user's gesture.
      const opened = openPanel(sender.windowId);
      return opened.then(async (open) => {
        await writer.show(await setUpTicket(ticket, sender), findingId ? String(findingId) : null, now());
        return { hint: open ? null : await openingHint(sender.windowId) };
      });
    },
    'page.gate': async ({ ticket, ...event }, sender) => {
      const ref = await setUpTicket(ticket, sender);
      const { at, ...gate } = acceptGate(event);
      if ((await loadSettings()).gate === 'off') return null;
      const pressed = Math.min(Date.parse(at), Date.now());
      await writer.append(ref, new Date(pressed).toISOString(), { kind: 'gate', ...gate });
      if (gate.why === 'freed') await writer.freeUsed(ref);
      await loop.show(ref);
      return null;
    },
  };
}
