/** What the panel follows: the active tab of its window, the ticket that this tab shows, the settings, the access that was given. */

import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../components/view.ts';
import { browser, onAccess } from '../../lib/browser.ts';
import type { TicketState } from '../../lib/model.ts';
import { loadSettings, onSettings, type Settings } from '../../lib/settings.ts';
import { live, ticketOfTab, ticketState } from '../../lib/store/read.ts';
import { hostAt } from './place.ts';

/**
 * A badge or a held press asks for its finding just before the panel opens; what was asked for earlier is not shown again.
 * Where the browser leaves the opening to the person, a line was read and a button found meanwhile.
 */
const ASKED_MS = 30_000;
const opened = Date.now();

export interface ActiveTab {
  id: number;
  /** Undefined where the browser does not tell: no access to its host was given. */
  url: string | undefined;
}

/** Of the panel's own window; null until it is known. */
export function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => {
    const look = async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      const next = active?.id === undefined ? null : { id: active.id, url: active.url };
      setTab((before) => (before?.id === next?.id && before?.url === next?.url ? before : next));
    };
    void look();
    const changed = () => void look();
    const { onActivated, onAttached, onDetached, onUpdated } = browser.tabs;
    // A tab can be dragged out of this window, or into it, and go to another page.
    const all = [onActivated, onAttached, onDetached, onUpdated];
    for (const one of all) one.addListener(changed);
    return () => {
      for (const one of all) one.removeListener(changed);
    };
  }, []);
  return tab;
}

/** The hosts of the team's helpdesks to which the browser gives no access, kept up as access is given and taken back; null until they are known. */
export function useMissingAccess(settings: Settings): readonly Host[] | null {
  const [missing, setMissing] = useState<readonly Host[] | null>(null);
  useEffect(() => {
    const look = async () => {
      const hosts = settings.helpdesks.map(({ url }) => hostAt(url));
      const given = await Promise.all(hosts.map(({ origin }) => browser.permissions.contains({ origins: [origin] })));
      setMissing(hosts.filter((_, i) => !given[i]));
    };
    void look();
    return onAccess(() => void look());
  }, [settings]);
  return missing;
}

const fresh = (shown: TicketState['shown']): TicketState['shown'] => (shown && Date.parse(shown.at) > opened - ASKED_MS ? shown : null);

export type Followed = { kind: 'waiting' } | { kind: 'no-ticket' } | { kind: 'error'; message: string } | { kind: 'ticket'; ticket: TicketState };

/** Live: again with every change of the store, and when a time that was waited for has come. */
export function useTicket(tabId: number): Followed {
  const [view, setView] = useState<Followed>({ kind: 'waiting' });
  // Counts up to ask again although nothing in the store changed.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const query = async () => {
      const ticket = await ticketOfTab(tabId);
      return ticket && ticketState(ticket);
    };
    const next = (state: TicketState | null) => {
      setView(state ? { kind: 'ticket', ticket: { ...state, shown: fresh(state.shown) } } : { kind: 'no-ticket' });
      const times = [state?.nextAudit, state?.freeUntil].filter((time) => typeof time === 'string').map((time) => Date.parse(time));
      clearTimeout(timer);
      if (times.length > 0) timer = setTimeout(() => setTurn((before) => before + 1), Math.min(...times) - Date.now() + 50);
    };
    const failed = (error: unknown) => setView({ kind: 'error', message: String(error) });
    const stop = live(query, next, failed);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [tabId, turn]);
  return view;
}

/** Null until they are loaded. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);
  return settings;
}
