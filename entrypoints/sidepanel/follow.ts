/** What the panel follows: the active tab of its window, the ticket that this tab shows, the settings. */

import { useEffect, useState } from 'preact/hooks';
import type { PanelView } from '../../components/view.ts';
import { browser } from '../../lib/browser.ts';
import type { TicketState } from '../../lib/model.ts';
import { loadSettings, onSettings, type Settings } from '../../lib/settings.ts';
import { live, ticketOfTab, ticketState } from '../../lib/store/read.ts';

/**
 * A badge or a held press asks for its finding just before the panel opens; what was asked for earlier is not shown again.
 * Where the browser leaves the opening to the person, a line was read and a button found meanwhile.
 */
const ASKED_MS = 30_000;
const opened = Date.now();

/** Null until it is known. */
export function useActiveTab(): number | null {
  const [tab, setTab] = useState<number | null>(null);
  useEffect(() => {
    const look = async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      setTab(active?.id ?? null);
    };
    void look();
    const changed = () => void look();
    browser.tabs.onActivated.addListener(changed);
    // A tab can be dragged out of this window, or into it.
    browser.tabs.onAttached.addListener(changed);
    browser.tabs.onDetached.addListener(changed);
    return () => {
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onAttached.removeListener(changed);
      browser.tabs.onDetached.removeListener(changed);
    };
  }, []);
  return tab;
}

const fresh = (shown: TicketState['shown']): TicketState['shown'] => (shown && Date.parse(shown.at) > opened - ASKED_MS ? shown : null);

/** Live: again with every change of the store, and when a time that was waited for has come. */
export function useTicket(tabId: number): PanelView {
  const [view, setView] = useState<PanelView>({ kind: 'waiting' });
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
