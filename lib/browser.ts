/** The one door to the browser's extension API. Everything else imports `browser` from here. */
import browser from 'webextension-polyfill';

export { browser };

/** Parts of Chromium's API that the polyfill does not type. */
interface ChromiumOnly {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  storage?: { local?: { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> } };
}

const chromium = (globalThis as { chrome?: ChromiumOnly }).chrome;

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a window.
 * Must be the first thing that a listener does: after any `await` the browser no longer counts it as the user's gesture.
 * Resolves to false where the browser refused.
 */
export function openPanel(windowId: number | undefined): Promise<boolean> {
  const done = (opened: Promise<void>) =>
    opened.then(
      () => true,
      () => false,
    );
  if (chromium?.sidePanel) return windowId === undefined ? Promise.resolve(false) : done(chromium.sidePanel.open({ windowId }));
  return done(browser.sidebarAction.open());
}

/** Whether the panel is known to stand open in a window. Firefox says where its sidebars stand; Chromium does not, and opens one when asked. */
export async function panelIsOpen(windowId: number | undefined): Promise<boolean> {
  const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return panels.some((panel) => panel.windowId === windowId);
}

/** The keys that open the panel, as the browser writes them and the person may have changed them; null where there are none. */
export async function panelKeys(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action' || name === '_execute_sidebar_action')?.shortcut || null;
}

/** Keeps settings from content scripts where the browser can (Chromium; Firefox has no such level, so keys never go into `storage.local`). */
export async function keepStorageToOurselves(): Promise<void> {
  await chromium?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Calls back when access to a host is given or taken back, wherever that is done. Returns a way to stop. */
export function onAccess(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const one of [onAdded, onRemoved]) one.addListener(listener);
  return () => {
    for (const one of [onAdded, onRemoved]) one.removeListener(listener);
  };
}

/** The text of a locale key; the key itself where it is missing, so that a gap is seen and not hidden. */
export const text = (key: string, ...substitutions: string[]): string => browser.i18n.getMessage(key, substitutions) || key;
