/** The side panel: live queries in, components out. */
import { useEffect, useErrorBoundary } from 'preact/hooks';
import '../../components/style/base.css';
import '../../components/style/panel.css';
import { mount } from '../../components/mount.tsx';
import { Panel } from '../../components/Panel.tsx';
import type { PanelActions, PanelView, Reviewing } from '../../components/view.ts';
import { text } from '../../lib/browser.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';
import { call } from '../../lib/wire.ts';
import { actionsFor, openOptions } from './actions.ts';
import { useActiveTab, useSettings, useTicket } from './follow.ts';

const sourceLabels = Object.fromEntries(sourceMetas.map((source) => [source.id, source.label]));

const nobody = async () => {
  throw new Error(text('state_no_ticket'));
};
const noTicket: PanelActions = { audit: nobody, show: nobody, decide: nobody, closeAnyway: nobody, exportTrail: nobody, openOptions };

function OneTab({ tabId, reviewing }: { tabId: number; reviewing: Reviewing }) {
  const view = useTicket(tabId);
  const ticket = view.kind === 'ticket' ? view.ticket.ticket : null;
  const key = ticket && `${ticket.helpdesk} ${ticket.host} ${ticket.id}`;
  // Evidence is asked anew when the panel opens on a ticket. Its key, not the object, says whether it is another one.
  useEffect(() => {
    // Without the worker there is no audit, and the panel goes on showing the last one with its time.
    if (ticket) call('panel.audit', { ticket }).catch(console.error);
  }, [key]);
  return <Panel view={view} reviewing={reviewing} actions={ticket ? actionsFor(tabId, ticket) : noTicket} />;
}

function App() {
  const tabId = useActiveTab();
  const settings = useSettings();
  const [error] = useErrorBoundary(console.error);
  const reviewing: Reviewing = { reviewer: settings?.reviewer ?? '', gate: settings?.gate ?? 'hold', sourceLabels };
  if (error || tabId === null || !settings) {
    const view: PanelView = error ? { kind: 'error', message: String(error) } : { kind: 'waiting' };
    return <Panel view={view} reviewing={reviewing} actions={noTicket} />;
  }
  return <OneTab key={tabId} tabId={tabId} reviewing={reviewing} />;
}

mount(<App />, text);
