/** Settings where they live: `storage.local`, one JSON. What makes them valid is in `settings-schema.ts`. */
import { browser } from './browser.ts';
import { checkSettings, defaults, type Problem, type Settings } from './settings-schema.ts';

export { conversationOf, deskFor, knownAuthor, logFor, originOf, originsOf, policyFor, secretsName } from './settings-lookup.ts';
export { type DeskConfig, exportSettings, type Problem, parseSettings, type Settings } from './settings-schema.ts';

const KEY = 'settings';

/** Stored settings that no longer fit the schema are left where they are; the defaults hold until they are mended. */
function read(stored: unknown): Settings {
  if (stored === undefined) return defaults;
  const checked = checkSettings(stored);
  return 'settings' in checked ? checked.settings : defaults;
}

/** What is stored although it does not fit the schema, e.g. of another version, and why; null where all is well. */
export async function unreadSettings(): Promise<{ text: string; problems: Problem[] } | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const checked = stored === undefined ? null : checkSettings(stored);
  return checked && 'problems' in checked ? { text: `${JSON.stringify(stored, null, 2)}\n`, problems: checked.problems } : null;
}

export async function loadSettings(): Promise<Settings> {
  return read((await browser.storage.local.get(KEY))[KEY]);
}

export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/**
 * Changes the settings on top of what is stored now, one change after the other, also from several pages and the worker at once:
 * a name that the panel keeps must not undo an author that was just told. Null saves nothing. Gives what is stored then.
 */
export function changeSettings(change: (now: Settings) => Settings | null): Promise<Settings> {
  return navigator.locks.request(KEY, async () => {
    const now = await loadSettings();
    const changed = change(now);
    if (changed) await saveSettings(changed);
    return changed ?? now;
  });
}

/** Calls back with every change, wherever it was made. Returns a way to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) listener(read(change.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
