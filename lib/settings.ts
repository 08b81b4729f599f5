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

const loadStored = async (): Promise<Settings> => read((await browser.storage.local.get(KEY))[KEY]);

/** The reviewer's name as the organisation fixes it for this browser profile (managed storage); null where it does not. */
export async function managedReviewer(): Promise<string | null> {
  try {
    const { reviewer } = await browser.storage.managed.get('reviewer');
    return typeof reviewer === 'string' && reviewer.trim() !== '' ? reviewer.trim() : null;
  } catch {
    // Firefox refuses where nothing is managed.
    return null;
  }
}

/** A name that the organisation fixes stands over the one that was typed. */
const withManaged = (settings: Settings, reviewer: string | null): Settings => (reviewer === null ? settings : { ...settings, reviewer });

export async function loadSettings(): Promise<Settings> {
  const [settings, reviewer] = await Promise.all([loadStored(), managedReviewer()]);
  return withManaged(settings, reviewer);
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
    const now = await loadStored();
    const changed = change(now);
    if (changed) await saveSettings(changed);
    return withManaged(changed ?? now, await managedReviewer());
  });
}

/** Calls back with every change, wherever it was made. Returns a way to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    const changed = (area === 'local' && change) || (area === 'managed' && changes.reviewer);
    // Both places say who the reviewer is.
    if (changed) void loadSettings().then(listener);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
