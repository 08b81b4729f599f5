/** What the worker does when the panel asks. */

import { text } from '../../lib/browser.ts';
import { dayOf } from '../../lib/days.ts';
import type { Decision, TicketRef } from '../../lib/model.ts';
import { openFindings } from '../../lib/open.ts';
import type { FromPanel } from '../../lib/protocol.ts';
import { changeSettings, loadSettings, type Settings } from '../../lib/settings.ts';
import { basisOf, isSameBasis, ticketState } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab, type Handlers } from '../../lib/wire.ts';
import type { AuditLoop } from './audit-loop.ts';
import { exportSelection, exportTrail, previewExport } from './exporting.ts';
import { withAuthor, withTool } from './told.ts';

/** How long "close anyway" frees the next press. */
const FREE_MS = 60_000;

const now = () => new Date().toISOString();

type Panel = Pick<FromPanel, Extract<keyof FromPanel, `panel.${string}` | `workbench.${string}`>>;

/** What must be said in words: why a finding does not hold for another reason, and what was done to mend it. */
const needsReason = ({ kind, why }: Pick<Decision, 'kind' | 'why'>): boolean =>
  kind === 'mended' || (kind === 'dismissed' && (why ?? 'other') === 'other');

/** Null: what was told has no place in the settings any more. */
const change = (told: (settings: Settings) => Settings | null): Promise<Settings> =>
  changeSettings((settings) => {
    const changed = told(settings);
    if (!changed) throw new Error(text('refused_not_set_up'));
    return changed;
  });

export function panelHandlers(writer: Writer, loop: AuditLoop): Handlers<Panel> {
  const auditAgain = async (ticket: TicketRef): Promise<null> => {
    await writer.auditDue(ticketKey(ticket), now());
    void loop.work();
    return null;
  };

  const decisionOn = async (ticket: TicketRef, word: FromPanel['panel.decide']['request']['decision']): Promise<Decision> => {
    const [{ record }, { reviewer }] = await Promise.all([ticketState(ticket), loadSettings()]);
    const finding = record?.findings.find((one) => one.id === word.findingId);
    // What was decided on must be what was looked at: another panel or audit may have been faster.
    if (!finding || !isSameBasis(basisOf(finding), word.on)) throw new Error(text('refused_changed'));
    if (!reviewer.trim()) throw new Error(text('needed_name'));
    if (needsReason(word) && !word.reason.trim()) throw new Error(text('needed_reason'));
    if (word.call !== undefined && !record?.evidence.calls.some((call) => call.id === word.call)) throw new Error(text('refused_changed'));
    const why = word.kind === 'dismissed' ? { why: word.why ?? 'other' } : {};
    const call = word.call === undefined ? {} : { call: word.call };
    const { failure, topic } = word;
    const labels = word.kind === 'confirmed' ? { ...(failure ? { failure } : {}), ...(topic?.trim() ? { topic: topic.trim() } : {}) } : {};
    const said = { findingId: finding.id, kind: word.kind, reason: word.reason.trim(), ...why, ...labels, ...call };
    return { ...said, reviewer: reviewer.trim(), at: now(), on: basisOf(finding) };
  };

  return {
    'panel.audit': ({ ticket }) => auditAgain(ticket),
    'panel.decide': async ({ ticket, decision: word }) => {
      const decision = await decisionOn(ticket, word);
      await writer.append(ticket, decision.at, { kind: 'decision', decision });
      await loop.show(ticket);
      return null;
    },
    'panel.author': async ({ ticket, ...told }) => {
      const { page } = await ticketState(ticket);
      await change((settings) => page && withAuthor(settings, page, told));
      return auditAgain(ticket);
    },
    'panel.mapTool': async ({ ticket, ...mapping }) => {
      await change((settings) => withTool(settings, ticket, mapping, dayOf(new Date())));
      return auditAgain(ticket);
    },
    'panel.closeAnyway': async ({ ticket, reason }) => {
      const [state, settings] = await Promise.all([ticketState(ticket), loadSettings()]);
      const reviewer = settings.reviewer.trim();
      if (!reviewer) throw new Error(text('needed_name'));
      if (!reason.trim()) throw new Error(text('needed_reason'));
      const until = new Date(Date.now() + FREE_MS).toISOString();
      const findings = openFindings(state, settings);
      await writer.free(ticket, until, now(), { kind: 'gate', outcome: 'forced', reviewer, reason: reason.trim(), findings });
      await loop.show(ticket);
      return null;
    },
    'panel.jump': async ({ tabId, messageId, quote, occurrence }) => {
      await callTab(tabId, 'jump', { messageId, quote, occurrence }).catch(() => {
        throw new Error(text('refused_quote_gone'));
      });
      return null;
    },
    'panel.export': async ({ ticket, format, redacted }) => exportTrail(writer, ticket, format, redacted, await loadSettings()),
    'workbench.export': async ({ tickets, formats, redacted }) => exportSelection(writer, tickets, formats, redacted, await loadSettings()),
    'panel.preview': async ({ ticket }) => previewExport(ticket, await loadSettings()),
  };
}
