/**
 * A real Chromium with the built extension in it, and the real side panel.
 *
 * Hosts are granted from the extensions page's own API, since the browser's permission dialog cannot be pressed by a program;
 * the panel is opened by a click on the toolbar button, sent through the DevTools protocol.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { readRecords, type StoredRecord } from './records.ts';

export interface BrowserOptions {
  headless: boolean;
  /** `--host-resolver-rules`, e.g. `MAP *.zendesk.com 127.0.0.1:8443`. */
  hosts: string;
  /** Digest of the helpdesk's key: the only certificate that is taken without an authority. */
  spki: string;
  colourScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The built extension's folder, if not the usual one. */
  extension?: string;
}

export class DeskBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly #profile: string;
  #overCdp: Browser | null = null;

  private constructor(context: BrowserContext, id: string, profile: string) {
    this.context = context;
    this.id = id;
    this.#profile = profile;
  }

  static async open(options: BrowserOptions): Promise<DeskBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'deskcheck-browser-'));
    const { width = 1280, height = 860, extension = resolve('.output/chrome-mv3') } = options;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.DESKCHECK_BROWSER,
      headless: options.headless,
      chromiumSandbox: false,
      viewport: null,
      // Whoever started the browser ends it, and clears its profile away.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      colorScheme: options.colourScheme ?? null,
      args: [
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        `--host-resolver-rules=${options.hosts}`,
        `--ignore-certificate-errors-spki-list=${options.spki}`,
        '--remote-debugging-port=0',
        `--window-size=${width},${height}`,
        '--test-type',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return new DeskBrowser(context, new URL(worker.url()).host, profile);
  }

  extensionPage(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** The worker as it lives now; it may have been another one a minute ago. */
  worker(): Worker | undefined {
    return this.context.serviceWorkers().find((worker) => worker.url().includes(this.id));
  }

  /** The browser's id of the tab that shows `page`. */
  async tabId(page: Page): Promise<number> {
    const id = await this.worker()?.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: { tabs: { query(what: object): Promise<{ id: number }[]> } } };
      return (await chrome.tabs.query({ url }))[0]?.id;
    }, page.url());
    if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
    return id;
  }

  /** A page in a window of its own. */
  async newWindow(url: string): Promise<Page> {
    const session = await this.context.browser()!.newBrowserCDPSession();
    const [page] = await Promise.all([this.context.waitForEvent('page'), session.send('Target.createTarget', { url, newWindow: true })]);
    await session.detach();
    await page.waitForLoadState();
    return page;
  }

  /** What the toolbar button's badge shows on a tab. */
  async badge(tabId: number): Promise<string | undefined> {
    return this.worker()?.evaluate((id) => {
      const { chrome } = globalThis as unknown as { chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } } };
      return chrome.action.getBadgeText({ tabId: id });
    }, tabId);
  }

  /** Lets downloads land in a folder under their own names; gives the folder. */
  async downloadsTo(folder: string): Promise<string> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return folder;
  }

  /** The last judgements in the store, read from a page that sends the worker nothing. */
  async records(): Promise<StoredRecord[]> {
    const page = await this.context.newPage();
    await page.goto(this.extensionPage('icons/mark.svg'));
    const found = await page.evaluate(readRecords);
    await page.close();
    return found;
  }

  /** All rows of one table of the store, read within the worker: no tab comes to the front for it. None where there is no store. */
  async stored<Row>(table: string): Promise<Row[]> {
    const worker = this.worker();
    if (!worker) throw new Error('the worker is not alive');
    const rows = await worker.evaluate(async (name) => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const opening = indexedDB.open('deskcheck');
      // To look must not make one.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const db = await asked(opening).catch(() => null);
      try {
        return db?.objectStoreNames.contains(name) ? await asked<unknown[]>(db.transaction(name).objectStore(name).getAll()) : [];
      } finally {
        db?.close();
      }
    }, table);
    return rows as Row[];
  }

  /** Ends the worker as the browser does when it has been idle: at once, whatever it was doing. */
  async killWorker(): Promise<void> {
    const session = await this.context.browser()!.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const workers = targetInfos.filter((target) => target.type === 'service_worker' && target.url.includes(this.id));
    for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }

  /** Lets the extension have match patterns such as `https://acme.zendesk.com/*` without the browser's dialog, as soon as it asks for them. */
  async allow(origins: string[]): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    for (const origin of origins) {
      await page.evaluate(
        ([id, host]) => {
          const { chrome } = globalThis as unknown as {
            chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
          };
          return chrome.developerPrivate.addHostPermission(id as string, host as string);
        },
        [this.id, origin],
      );
    }
    await page.close();
  }

  /** Sets the extension up through its options page, as a person does: the team's settings, access to each host, a key for each log. */
  async setUp({ settingsFile, origins, keys }: { settingsFile: string; origins: string[]; keys: Record<string, string> }): Promise<void> {
    await this.allow(origins);
    const page = await this.context.newPage();
    await page.goto(this.extensionPage('options.html'));
    await page
      .getByLabel('Import settings')
      .setInputFiles({ name: 'deskcheck-settings.json', mimeType: 'application/json', buffer: Buffer.from(settingsFile) });
    const take = page.getByRole('button', { name: 'Take it over' });
    const imported = page.getByText('Settings imported');
    await imported.or(take).waitFor();
    if (await take.isVisible()) await take.click();
    await imported.waitFor();
    for (const origin of origins) {
      await page.getByRole('button', { name: `Grant ${origin}` }).click();
      await page.getByRole('listitem').filter({ hasText: origin }).getByText('Granted').waitFor();
    }
    for (const [log, key] of Object.entries(keys)) {
      const form = page.locator('form').filter({ has: page.getByLabel(`Key for ${log}`) });
      await form.getByLabel(`Key for ${log}`).fill(key);
      await form.getByRole('button', { name: 'Save key' }).click();
      await form.getByText('A key is set').waitFor();
    }
    await page.close();
  }

  /** Clicks the toolbar button of the tab that shows `page`, and gives the real side panel as a page. */
  async openPanel(page: Page): Promise<Page> {
    await page.bringToFront();
    const browser = this.context.browser();
    if (!browser) throw new Error('the browser is gone');
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] } as never);
    const tab = targetInfos.find((target) => target.type === 'tab' && target.url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    await session.send('Extensions.triggerAction' as never, { id: this.id, targetId: tab.targetId } as never);
    await session.detach();
    return this.panel();
  }

  async panel(): Promise<Page> {
    const [panel] = await this.panels(1);
    if (!panel) throw new Error('the side panel is listed but cannot be driven');
    return panel;
  }

  /** The open side panels, one a window, as soon as there are so many. The protocol lists one only to a client that connects after it opened. */
  async panels(count: number): Promise<Page[]> {
    const port = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    const url = this.extensionPage('sidepanel.html');
    for (let left = 50; left > 0; left -= 1) {
      const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { url: string }[];
      if (targets.filter((target) => target.url.startsWith(url)).length >= count) break;
      if (left === 1) throw new Error('the side panel did not open');
      await new Promise((done) => setTimeout(done, 100));
    }
    await this.#overCdp?.close();
    this.#overCdp = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = this.#overCdp.contexts().flatMap((context) => context.pages());
    return pages.filter((page) => page.url().startsWith(url));
  }

  async close(): Promise<void> {
    await this.#overCdp?.close().catch(() => undefined);
    await this.context.close().catch(() => undefined);
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
