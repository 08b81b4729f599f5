/** What the worker does when the panel asks. */
import { text } from '../../lib/browser.ts';
import { exports } from '../../lib/exports/index.ts';
import type { Author, Decision, TicketRef } from '../../lib/model.ts';
import type { FromPanel } from '../../lib/protocol.ts';
import { deskFor, loadSettings, policyFor, type Settings, saveSettings } from '../../lib/settings.ts';
import { basisOf, ticketState, trailOf } from '../../lib/store/read.ts';
import { ticketKey, type Writer } from '../../lib/store/write.ts';
import { callTab, type Handlers } from '../../lib/wire.ts';
import type { AuditLoop } from './audit-loop.ts';
import { openFindings } from './verdicts.ts';

/** How long "close anyway" frees the next press. */
const FREE_MS = 60_000;

const now = () => new Date().toISOString();

type Panel = Pick<FromPanel, Extract<keyof FromPanel, `panel.${string}`>>;

/** What must be said in words: why a finding does not hold for another reason, and what was done to mend it. */
const needsReason = ({ kind, why }: Pick<Decision, 'kind' | 'why'>): boolean =>
  kind === 'mended' || (kind === 'dismissed' && (why ?? 'other') === 'other');

const nameOf = ({ name, id }: Pick<Author, 'name' | 'id'>): string => name.trim() || (id ?? '');

export function panelHandlers(writer: Writer, loop: AuditLoop): Handlers<Panel> {
  const auditAgain = async (ticket: TicketRef): Promise<null> => {
    await writer.auditDue(ticketKey(ticket), now());
    void loop.work();
    return null;
  };

  const decisionOn = async (ticket: TicketRef, word: FromPanel['panel.decide']['request']['decision']): Promise<Decision> => {
    const [{ record }, { reviewer }] = await Promise.all([ticketState(ticket), loadSettings()]);
    const finding = record?.findings.find((one) => one.id === word.findingId);
    if (!finding) throw new Error(text('refused_changed'));
    if (!reviewer.trim()) throw new Error(text('needed_name'));
    if (needsReason(word) && !word.reason.trim()) throw new Error(text('needed_reason'));
    if (word.call !== undefined && !record?.evidence.calls.some((call) => call.id === word.call)) throw new Error(text('refused_changed'));
    const why = word.kind === 'dismissed' ? { why: word.why ?? 'other' } : {};
    const call = word.call === undefined ? {} : { call: word.call };
    const said = { findingId: finding.id, kind: word.kind, reason: word.reason.trim(), ...why, ...call };
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
    'panel.author': async ({ ticket, author, is, rest }) => {
      const [settings, { page }] = await Promise.all([loadSettings(), ticketState(ticket)]);
      const others = rest ? (page?.messages ?? []).map((message) => message.author).filter(({ kind }) => kind === 'unknown') : [];
      await saveSettings(withAuthor(settings, ticket, nameOf(author), is, others.map(nameOf)));
      return auditAgain(ticket);
    },
    'panel.mapTool': async ({ ticket, tool, action, words }) => {
      await saveSettings(withTool(await loadSettings(), ticket, { tool, action, words }));
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
    'panel.export': async ({ ticket, format }) => {
      const one = exports.find((candidate) => candidate.id === format);
      if (!one) throw new Error(`There is no export "${format}".`);
      await writer.append(ticket, now(), { kind: 'export', format });
      const name = `deskcheck-${ticket.helpdesk}-${ticket.id}.${one.extension}`;
      return { name, type: one.type, text: one.render(await trailOf(ticket)) };
    },
  };
}

/** The settings with one author told, and others of the thread told to be people. */
function withAuthor(settings: Settings, ticket: TicketRef, name: string, is: 'ai-agent' | 'person', people: string[]): Settings {
  const desk = deskFor(settings, ticket);
  if (!desk || !name) throw new Error(text('refused_changed'));
  const same = (one: string) => one.toLowerCase() === name.toLowerCase();
  const joined = (list: string[], more: string[]) => [...new Set([...list, ...more])];
  const changed = {
    ...desk,
    agents: is === 'ai-agent' ? joined(desk.agents, [name]) : desk.agents.filter((one) => !same(one)),
    people: joined(
      desk.people.filter((one) => !same(one)),
      is === 'person' ? [name] : people.filter((one) => one !== '' && !same(one)),
    ),
  };
  return { ...settings, helpdesks: settings.helpdesks.map((one) => (one === desk ? changed : one)) };
}

/** The settings with a tool mapped, in the policy that holds for the ticket; a team without one gets one. */
function withTool(settings: Settings, ticket: TicketRef, mapping: { tool: string; action: string; words: string[] }): Settings {
  const desk = deskFor(settings, ticket);
  if (!desk) throw new Error(text('refused_changed'));
  const { tool, action } = mapping;
  const policy = policyFor(settings, ticket);
  const known = policy.tools.find((one) => one.tool === tool && one.action === action);
  const words = action === 'other' || action === 'lookup' ? { words: [...new Set([...(known?.words ?? []), ...mapping.words])] } : {};
  const tools = [...policy.tools.filter((one) => one !== known && !(one.tool === tool && one.action === 'nothing')), { tool, action, ...words }];
  const changed = { ...policy, id: desk.policy, tools };
  const there = settings.policies.some((one) => one.id === desk.policy);
  return {
    ...settings,
    policies: there ? settings.policies.map((one) => (one.id === desk.policy ? changed : one)) : [...settings.policies, changed],
  };
}
