/** What a person does with Firefox's own window, and what only Firefox itself can do. These functions run there: they see nothing of this file. */

interface Extension {
  backgroundState: string;
  terminateBackground(how: object): Promise<void>;
}

interface Modules {
  ExtensionParent: { apiManager: { global: { windowTracker: { getId(window: unknown): number } } } };
  event: { synthesizeMouseAtPoint(x: number, y: number, how: object, window: unknown): Promise<void> };
}

interface TextInputProcessor {
  beginInputTransactionForTests(window: unknown): boolean;
  keydown(key: KeyboardEvent): void;
  keyup(key: KeyboardEvent): void;
}

declare const ChromeUtils: { importESModule(url: string): Modules };
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
declare const Cc: Record<string, { createInstance(what: unknown): TextInputProcessor }>;
declare const Ci: Record<string, unknown>;
declare const SidebarController: { _box: HTMLElement };
declare const OpenBrowserWindow: (how: { private: boolean }) => Window & {
  gBrowserInit?: { delayedStartupFinished: boolean };
  gBrowser: { fixupAndLoadURIString(url: string, how: object): void };
};
declare const Services: { scriptSecurityManager: { getSystemPrincipal(): unknown } };

/** The id that extensions know this window by. */
export function windowId(): number {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  return ExtensionParent.apiManager.global.windowTracker.getId(window);
}

/** Presses the extension's button in the toolbar with the mouse. `widget`: the extension's id, with `_` for what no name may hold. */
export async function pressToolbarButton(widget: string): Promise<void> {
  const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs');
  const { left, top, width, height } = document.getElementById(`${widget}-BAP`)!.getBoundingClientRect();
  if (width === 0) throw new Error('the button is not in the toolbar');
  await event.synthesizeMouseAtPoint(left + width / 2, top + height / 2, {}, window);
}

/** Presses Alt, Shift and a letter. */
export function pressAltShift(letter: string): void {
  const keyboard = Cc['@mozilla.org/text-input-processor;1']!.createInstance(Ci.nsITextInputProcessor);
  keyboard.beginInputTransactionForTests(window);
  const keys = [
    { key: 'Alt', code: 'AltLeft' },
    { key: 'Shift', code: 'ShiftLeft' },
    { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
  ].map((key) => new KeyboardEvent('', key));
  for (const key of keys) keyboard.keydown(key);
  for (const key of keys.reverse()) keyboard.keyup(key);
}

/** Puts the worker to sleep, as Firefox does once it has been idle: at once, whatever it was doing. */
export async function sleepWorker(id: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
  if (extension.backgroundState !== 'stopped') throw new Error(`the worker is ${extension.backgroundState}`);
}

/** Draws the sidebar's edge to that width in pixels. */
export function widenSidebar(width: number): void {
  SidebarController._box.style.width = `${width}px`;
}

/** Opens a private window on a page. */
export async function openPrivate(url: string): Promise<void> {
  const opened = OpenBrowserWindow({ private: true });
  // Until it has ended its own start, the window may still load its first page over ours.
  while (!opened.gBrowserInit?.delayedStartupFinished) await new Promise((done) => setTimeout(done, 50));
  opened.gBrowser.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
}
