/** What the worker does when a page or the panel asks. Each handler is short: the work itself is the audit loop's. */

import { openPanel, text } from '../../lib/browser.ts';
import { exports } from '../../lib/exports/index.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import type { Decision, TicketRef } from '../../lib/model.ts';
import type { FromPage, FromPanel, Verdicts } from '../../lib/protocol.ts';
import { loadSettings } from '../../lib/settings.ts';
import { basisOf, ticketState, trailOf } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab, type Handlers, type Sender } from '../../lib/wire.ts';
import type { AuditLoop } from './audit-loop.ts';
import { syncHosts } from './hosts.ts';
import { openingHint } from './opening.ts';
import { acceptIds, acceptPage, acceptTicket } from './shapes.ts';
import { showOnToolbar } from './toolbar.ts';
import { openFindings, verdictsOf } from './verdicts.ts';

/** How long "close anyway" frees the next press. */
const FREE_MS = 60_000;

const OUTCOMES: readonly string[] = ['held', 'let-through', 'closed-before-audit'];

/** A page speaks for its own host only, and for a helpdesk that we know. */
function ownTicket(value: unknown, sender: Sender): TicketRef {
  const ticket = acceptTicket(value);
  if (!sender.url || new URL(sender.url).host !== ticket.host) throw new Error(`ticket refused: this page is not on ${ticket.host}`);
  if (!helpdesks.some((one) => one.id === ticket.helpdesk)) throw new Error(`ticket refused: unknown helpdesk ${ticket.helpdesk}`);
  return ticket;
}

const now = () => new Date().toISOString();

export function pageHandlers(writer: Writer, loop: AuditLoop): Handlers<FromPage> {
  const verdicts = async (ticket: TicketRef): Promise<Verdicts | null> => {
    const [state, settings] = await Promise.all([ticketState(ticket), loadSettings()]);
    // Never red on a cached answer: while an audit is due, the last one is not repeated to the page.
    return state.record && !state.auditing ? verdictsOf(state, settings) : null;
  };
  return {
    'page.read': async ({ page }, sender) => {
      const accepted = acceptPage(page);
      ownTicket(accepted.ticket, sender);
      if (sender.tabId === undefined) return null;
      await writer.pageRead(sender.tabId, accepted, now());
      await showOnToolbar(sender.tabId, await ticketState(accepted.ticket));
      void loop.work();
      return null;
    },
    'page.left': async (_, { tabId }) => {
      if (tabId === undefined) return null;
      await writer.tabLeft(tabId);
      await showOnToolbar(tabId, null);
      return null;
    },
    'page.alive': async ({ ticket }, sender) => {
      void loop.work();
      return verdicts(ownTicket(ticket, sender));
    },
    'page.show': ({ ticket, findingId }, sender) => {
      // First of all, and without an await: the browser opens the panel only within the user's gesture.
      const opened = openPanel(sender.windowId);
      return opened.then(async (open) => {
        await writer.show(ownTicket(ticket, sender), findingId ? String(findingId) : null, now());
        return { hint: open ? null : await openingHint(sender.windowId) };
      });
    },
    'page.gate': async ({ ticket, outcome, findings }, sender) => {
      const ref = ownTicket(ticket, sender);
      if (!OUTCOMES.includes(outcome)) throw new Error(`gate refused: unknown outcome ${outcome}`);
      await writer.append(ref, now(), { kind: 'gate', outcome, findings: acceptIds(findings) });
      if (outcome === 'let-through') await writer.freeUsed(ref);
      await loop.show(ref);
      return null;
    },
  };
}

export function panelHandlers(writer: Writer, loop: AuditLoop): Handlers<FromPanel> {
  const decisionOn = async (ticket: TicketRef, word: Pick<Decision, 'findingId' | 'kind' | 'reason'>): Promise<Decision> => {
    const [{ record }, { reviewer }] = await Promise.all([ticketState(ticket), loadSettings()]);
    const finding = record?.findings.find((one) => one.id === word.findingId);
    if (!finding) throw new Error(text('refused_changed'));
    if (!reviewer.trim()) throw new Error(text('needed_name'));
    if (!word.reason.trim()) throw new Error(text('needed_reason'));
    return { findingId: finding.id, kind: word.kind, reason: word.reason.trim(), reviewer: reviewer.trim(), at: now(), on: basisOf(finding) };
  };
  return {
    'panel.audit': async ({ ticket }) => {
      await writer.auditDue(ticketKey(ticket), now());
      void loop.work();
      return null;
    },
    'panel.decide': async ({ ticket, decision: word }) => {
      const decision = await decisionOn(ticket, word);
      await writer.append(ticket, decision.at, { kind: 'decision', decision });
      await loop.show(ticket);
      return null;
    },
    'panel.closeAnyway': async ({ ticket, reason }) => {
      const [state, { reviewer }] = await Promise.all([ticketState(ticket), loadSettings()]);
      if (!reviewer.trim()) throw new Error(text('needed_name'));
      if (!reason.trim()) throw new Error(text('needed_reason'));
      const until = new Date(Date.now() + FREE_MS).toISOString();
      await writer.free(ticket, until, now(), {
        kind: 'gate',
        outcome: 'forced',
        reviewer: reviewer.trim(),
        reason: reason.trim(),
        findings: openFindings(state),
      });
      await loop.show(ticket);
      return null;
    },
    'panel.jump': async ({ tabId, messageId, quote, occurrence }) => {
      await callTab(tabId, 'jump', { messageId, quote, occurrence }).catch(() => {
        throw new Error(text('refused_quote_gone'));
      });
      return null;
    },
    'panel.export': async ({ ticket, format }) => {
      const one = exports.find((candidate) => candidate.id === format);
      if (!one) throw new Error(`There is no export "${format}".`);
      await writer.append(ticket, now(), { kind: 'export', format });
      const name = `deskcheck-${ticket.helpdesk}-${ticket.id}.${one.extension}`;
      return { name, type: one.type, text: one.render(await trailOf(ticket)) };
    },
    'options.changed': async () => {
      await syncHosts(await loadSettings());
      for (const { ticket } of await writer.db.views.toArray()) await writer.auditDue(ticket, now());
      void loop.work();
      return null;
    },
    'options.key': async ({ log, key }) => {
      await writer.setKey(log, key);
      return null;
    },
    'options.keys': async () => (await writer.db.keys.toArray()).map((row) => row.log),
  };
}
