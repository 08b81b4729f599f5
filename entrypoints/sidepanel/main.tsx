/** The side panel: live queries in, components out. */
import { useEffect, useErrorBoundary } from 'preact/hooks';
import '../../components/style/base.css';
import '../../components/style/finding.css';
import '../../components/style/panel.css';
import { mount } from '../../components/mount.tsx';
import { Panel } from '../../components/Panel.tsx';
import type { Desk, PanelView, Reviewing } from '../../components/view.ts';
import { text } from '../../lib/browser.ts';
import type { TicketRef } from '../../lib/model.ts';
import { deskFor, logFor, policyFor, type Settings } from '../../lib/settings.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';
import { useAbout } from './about.ts';
import { actionsFor, withoutTicket } from './actions.ts';
import { type ActiveTab, type Followed, useActiveTab, useMissingAccess, useSettings, useTicket } from './follow.ts';
import { hostAt, noTicketAt, ticketUrl } from './place.ts';
import { useWorker } from './worker.ts';

const sourceLabels = Object.fromEntries(sourceMetas.map((source) => [source.id, source.label]));

function deskOf(settings: Settings, ticket: TicketRef): Desk | null {
  const desk = deskFor(settings, ticket);
  const url = ticketUrl(settings, ticket);
  if (!desk || !url) return null;
  const log = logFor(settings, ticket);
  return { agents: desk.agents, people: desk.people, tools: policyFor(settings, ticket).tools, ticketUrl: url, log: log && hostAt(log.url) };
}

type Base = Omit<Reviewing, 'desk' | 'workerSilent'>;

function OneTab({ tab, settings, base }: { tab: ActiveTab; settings: Settings; base: Base }) {
  const followed: Followed = useTicket(tab.id);
  const missing = useMissingAccess(settings);
  const worker = useWorker();
  const ticket = followed.kind === 'ticket' ? followed.ticket.ticket : null;
  const key = ticket && `${ticket.helpdesk} ${ticket.host} ${ticket.id}`;
  // Evidence is asked anew when the panel opens on a ticket. Its key, not the object, says whether it is another one.
  useEffect(() => {
    // Without the worker there is no audit: the panel says so, and goes on showing the last one with its time.
    if (ticket) worker.ask('panel.audit', { ticket }).catch(console.error);
  }, [key]);
  const nowhere = (): PanelView => (missing ? { kind: 'no-ticket', ...noTicketAt(tab.url, settings, missing) } : { kind: 'waiting' });
  const view: PanelView = followed.kind === 'no-ticket' ? nowhere() : followed;
  const reviewing = { ...base, desk: ticket && deskOf(settings, ticket), workerSilent: worker.silent };
  return <Panel view={view} reviewing={reviewing} actions={ticket ? actionsFor(worker.ask, tab.id, ticket) : withoutTicket(tab.id)} />;
}

function App() {
  const tab = useActiveTab();
  const settings = useSettings();
  const about = useAbout();
  const [error] = useErrorBoundary(console.error);
  const { reviewer = '', gate = 'hold', holdMoneyAbove = null } = settings ?? {};
  const base: Base = { reviewer, gate, holdMoneyAbove, sourceLabels, about };
  if (error || !tab || !settings) {
    const view: PanelView = error ? { kind: 'error', message: String(error) } : { kind: 'waiting' };
    return <Panel view={view} reviewing={{ ...base, desk: null, workerSilent: false }} actions={withoutTicket(tab?.id ?? null)} />;
  }
  return <OneTab key={tab.id} tab={tab} settings={settings} base={base} />;
}

mount(<App />, text);
