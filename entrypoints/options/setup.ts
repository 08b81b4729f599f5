/** What the options page follows: settings, access, keys, and what was read and recorded so far; and how it saves. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { download } from '../../components/download.ts';
import { checkChange } from '../../components/options/check.ts';
import type { Host, Setup, TrailFacts } from '../../components/options/setup.ts';
import { actions } from '../../lib/actions/index.ts';
import { browser, onAccess, text } from '../../lib/browser.ts';
import { dayOf } from '../../lib/days.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import {
  changeSettings,
  exportSettings,
  loadSettings,
  managedReviewer,
  onSettings,
  originsOf,
  type Problem,
  type Settings,
  unreadSettings,
} from '../../lib/settings.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';
import { call } from '../../lib/wire.ts';

const known = { helpdesks, sources: sourceMetas.map((source) => source.id), actions: actions.map((action) => action.id) };

const changed = async () => void (await call('options.changed', {}));

const toFile = (text: string): void => download({ name: 'deskcheck-settings.json', type: 'application/json', text });

const accessTo = (patterns: string[]): Promise<Host[]> =>
  Promise.all(patterns.map(async (pattern) => ({ pattern, granted: await browser.permissions.contains({ origins: [pattern] }) })));

async function trailFacts(): Promise<TrailFacts> {
  const [kept, estimate, persisted] = await Promise.all([
    call('options.trail', {}),
    navigator.storage.estimate().catch(() => ({ usage: undefined, quota: undefined })),
    navigator.storage.persisted().catch(() => null),
  ]);
  const { usage, quota } = estimate;
  return { ...kept, persisted, storage: usage === undefined || quota === undefined ? null : { used: usage, quota } };
}

/** Null until the settings are loaded. */
export function useSetup(): Setup | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [hosts, setHosts] = useState<Host[]>([]);
  const [unread, setUnread] = useState<Awaited<ReturnType<typeof unreadSettings>>>(null);
  const [keys, setKeys] = useState<Setup['keys']>([]);
  const [tickets, setTickets] = useState<Setup['tickets']>([]);
  const [tools, setTools] = useState<Setup['tools']>(null);
  const [managed, setManaged] = useState(false);
  const [trail, setTrail] = useState<Setup['trail']>(null);

  const lookAtKeys = useCallback(async () => setKeys(await call('options.keys', {})), []);

  useEffect(() => {
    void loadSettings().then(setSettings);
    void managedReviewer().then((name) => setManaged(name !== null));
    void unreadSettings().then(setUnread);
    void lookAtKeys().catch(console.error);
    return onSettings(setSettings);
  }, [lookAtKeys]);

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      setTickets(await call('options.tickets', {}));
      setTools(await call('options.tools', {}));
      setTrail(await trailFacts());
    };
    const looked = () => void look().catch(console.error);
    looked();
    // A ticket may have been read in another tab meanwhile.
    document.addEventListener('visibilitychange', looked);
    return () => document.removeEventListener('visibilitychange', looked);
  }, []);

  useEffect(() => {
    if (!settings) return;
    const look = () => void accessTo(originsOf(settings)).then(setHosts);
    look();
    // Access can be taken back in the browser's own pages while this one is open.
    return onAccess(look);
  }, [settings]);

  if (!settings) return null;
  const persist = async () => {
    if (!(await navigator.storage.persist())) throw new Error(text('trail_persist_refused'));
    setTrail(await trailFacts());
  };
  return {
    settings,
    managed,
    unread: unread?.problems ?? [],
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
      setUnread(null);
      await changed();
      await lookAtKeys();
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
      await Promise.all([lookAtKeys(), changed()]);
    },
    tryLog: (log, ticket) => call('options.try', { log, ticket }),
    trail,
    persist,
    copy: (words) => navigator.clipboard.writeText(words),
    findKept: (id) => call('options.kept', { id }),
    async erase(ticket) {
      await call('options.erase', { ticket });
      setTrail(await trailFacts());
    },
    exportFile: async () => toFile(exportSettings(await loadSettings())),
    exportUnread: async () => toFile(unread?.text ?? ''),
  };
}
