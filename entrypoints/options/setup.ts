/** What the options page follows: settings, access, keys, and what was read and recorded so far; and how it saves. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { download } from '../../components/download.ts';
import { checkChange } from '../../components/options/check.ts';
import type { Host, Setup } from '../../components/options/setup.ts';
import { actions } from '../../lib/actions/index.ts';
import { browser } from '../../lib/browser.ts';
import { dayOf } from '../../lib/days.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import { changeSettings, exportSettings, loadSettings, onSettings, originsOf, type Problem, type Settings } from '../../lib/settings.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';
import { call } from '../../lib/wire.ts';

const known = { helpdesks, sources: sourceMetas.map((source) => source.id), actions: actions.map((action) => action.id) };

const changed = async () => void (await call('options.changed', {}));

const accessTo = (patterns: string[]): Promise<Host[]> =>
  Promise.all(patterns.map(async (pattern) => ({ pattern, granted: await browser.permissions.contains({ origins: [pattern] }) })));

/** Null until the settings are loaded. */
export function useSetup(): Setup | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [hosts, setHosts] = useState<Host[]>([]);
  const [keys, setKeys] = useState<Setup['keys']>([]);
  const [tickets, setTickets] = useState<Setup['tickets']>([]);
  const [tools, setTools] = useState<Setup['tools']>(null);

  const lookAgain = useCallback(async () => {
    const [nextKeys, nextTickets, nextTools] = await Promise.all([call('options.keys', {}), call('options.tickets', {}), call('options.tools', {})]);
    setKeys(nextKeys);
    setTickets(nextTickets);
    setTools(nextTools);
  }, []);

  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);

  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void lookAgain().catch(console.error);
    look();
    // A ticket may have been read in another tab meanwhile.
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [lookAgain]);

  useEffect(() => {
    if (!settings) return;
    const look = () => void accessTo(originsOf(settings)).then(setHosts);
    look();
    // Access can be taken back in the browser's own pages while this one is open.
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [settings]);

  if (!settings) return null;
  return {
    settings,
    known,
    sources: sourceMetas,
    helpdesks,
    actions,
    hosts,
    keys,
    tools,
    tickets,
    today: dayOf(new Date()),
    async save(change) {
      let problems: Problem[] = [];
      await changeSettings((now) => {
        const checked = checkChange(now, change(now), known);
        problems = 'problems' in checked ? checked.problems : [];
        return 'problems' in checked ? null : checked.settings;
      });
      if (problems.length > 0) return problems;
      // Before the forms let go of what was filled in: they show what is stored.
      setSettings(await loadSettings());
      await changed();
      await lookAgain();
      return [];
    },
    async grant(pattern) {
      // First, with nothing awaited before it: the browser asks only within the click.
      const granted = await browser.permissions.request({ origins: [pattern] });
      if (granted) await changed();
      return granted;
    },
    async setKey(log, header, key) {
      await call('options.key', { log, header, key });
      await Promise.all([lookAgain(), changed()]);
    },
    tryLog: (log, ticket) => call('options.try', { log, ticket }),
    exportFile: async () => download({ name: 'deskcheck-settings.json', type: 'application/json', text: exportSettings(await loadSettings()) }),
  };
}
