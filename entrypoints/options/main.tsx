/** The options page: a settings file in and out, access to hosts, keys, the reviewer's name, the close gate. */
import { useEffect, useState } from 'preact/hooks';
import '../../components/style/base.css';
import '../../components/style/options.css';
import { download } from '../../components/download.ts';
import { mount } from '../../components/mount.tsx';
import { Options } from '../../components/Options.tsx';
import { actions } from '../../lib/actions/index.ts';
import { browser, text } from '../../lib/browser.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import { exportSettings, loadSettings, onSettings, originsOf, type Problem, parseSettings, type Settings, saveSettings } from '../../lib/settings.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';
import { call } from '../../lib/wire.ts';

const known = { helpdesks, sources: sourceMetas.map((source) => source.id), actions: actions.map((action) => action.id) };

const changed = async () => void (await call('options.changed', {}));

/** Saves one change on top of what is stored now: the panel may have saved a name meanwhile. */
async function change(part: Partial<Settings>): Promise<void> {
  await saveSettings({ ...(await loadSettings()), ...part });
  await changed();
}

/** What is wrong, as a sentence that begins with the field. */
const sentenceOf = ({ field, id, values }: Problem): string => (field ? `${field}: ` : '') + text(`problem_${id}`, ...values);

async function importSettings(file: string): Promise<string[]> {
  const parsed = parseSettings(file, known);
  if ('problems' in parsed) return parsed.problems.map(sentenceOf);
  // A team's file names no reviewer: the name that was given here stays.
  const reviewer = parsed.settings.reviewer || (await loadSettings()).reviewer;
  await change({ ...parsed.settings, reviewer });
  return [];
}

const accessTo = (patterns: string[]) =>
  Promise.all(patterns.map(async (pattern) => ({ pattern, granted: await browser.permissions.contains({ origins: [pattern] }) })));

const withKeys = async () => (await call('options.keys', {})).filter(({ header }) => header === null).map(({ log }) => log);

function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [hosts, setHosts] = useState<{ pattern: string; granted: boolean }[]>([]);
  const [keys, setKeys] = useState<string[]>([]);

  useEffect(() => {
    void loadSettings().then(setSettings);
    void withKeys().then(setKeys);
    return onSettings(setSettings);
  }, []);

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
  const grant = async (pattern: string) => {
    // First, with nothing awaited before it: the browser asks only within the click.
    const granted = await browser.permissions.request({ origins: [pattern] });
    if (granted) await changed();
    return granted;
  };
  const setKey = async (log: string, key: string) => {
    await call('options.key', { log, header: null, key });
    setKeys(await withKeys());
    await changed();
  };
  const save = async () => download({ name: 'deskcheck-settings.json', type: 'application/json', text: exportSettings(await loadSettings()) });
  return (
    <Options
      file={{ onImport: importSettings, onExport: save }}
      inUse={settings}
      access={{ hosts, onGrant: grant }}
      keys={{ logs: settings.logs, set: keys, onKey: setKey }}
      reviewer={{ name: settings.reviewer, onName: (reviewer) => change({ reviewer }) }}
      gate={{ mode: settings.gate, onMode: (gate) => change({ gate }) }}
    />
  );
}

mount(<App />, text);
