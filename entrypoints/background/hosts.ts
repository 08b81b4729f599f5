/** Content scripts live on exactly the helpdesks that are set up and granted: registered at run time, put back after a start or an update. */
import { browser } from '../../lib/browser.ts';
import { originOf, type Settings } from '../../lib/settings.ts';

const SCRIPT = 'content-scripts/ticket.js';
const STYLE = 'content-scripts/ticket.css';

let running: Promise<void> = Promise.resolve();

/** Registers what should be registered, removes the rest, and injects what is new into tabs that are open already. One at a time. */
export function syncHosts(settings: Settings): Promise<void> {
  running = running.catch(() => undefined).then(() => sync(settings));
  return running;
}

async function sync(settings: Settings): Promise<void> {
  const wanted: string[] = [];
  for (const pattern of new Set(settings.helpdesks.map(({ url }) => originOf(url)))) {
    if (await browser.permissions.contains({ origins: [pattern] })) wanted.push(pattern);
  }
  const registered = await browser.scripting.getRegisteredContentScripts();
  const stale = registered.filter((script) => !wanted.includes(script.id)).map((script) => script.id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = wanted.filter((pattern) => !registered.some((script) => script.id === pattern));
  if (missing.length > 0) {
    await browser.scripting.registerContentScripts(
      // At the start of the document, so that the close gate listens before the page does.
      missing.map((id) => ({ id, matches: [id], js: [SCRIPT], css: [STYLE], runAt: 'document_start' as const })),
    );
  }
  // An update drops what was registered, so its orphaned tabs are among these.
  await Promise.all(missing.map(injectIntoOpenTabs));
}

async function injectIntoOpenTabs(pattern: string): Promise<void> {
  for (const tab of await browser.tabs.query({ url: pattern })) {
    if (tab.id === undefined) continue;
    try {
      await browser.scripting.insertCSS({ target: { tabId: tab.id }, files: [STYLE] });
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [SCRIPT] });
    } catch {
      // A tab that is loading or shows an error page gets the script with its next page.
    }
  }
}
