/**
 * A real Firefox with the built extension in it, and the real sidebar.
 *
 * Hosts are granted by a press on the options page, with the question of Firefox's own dialog switched off by its preference for
 * that; the sidebar is opened by the mouse on the toolbar button, or by the shortcut, as events of Firefox's own window.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { Bidi } from './firefox/bidi.ts';
import { Sidebar } from './firefox/sidebar.ts';
import { openPrivate, pressAltShift, pressToolbarButton, sleepWorker, windowId } from './firefox/window.ts';
import { readRecords, type StoredRecord } from './records.ts';

export interface FirefoxOptions {
  headless: boolean;
  /** As Chromium's `--host-resolver-rules`: `MAP *.zendesk.com 127.0.0.1:8443`; empty where no host needs mapping. */
  hosts: string;
  /** Match patterns of the hosts that are used, e.g. `https://acme.zendesk.com/*`. */
  origins: string[];
}

/** What `setUp` needs of the try-out world. */
export interface TeamSetUp {
  settingsFile: string;
  origins: string[];
  keys: Record<string, string>;
}

/** Something on the page: its words, and where to press it. */
export interface Spot {
  text: string;
  x: number;
  y: number;
}

export interface Overlay {
  badges: Spot[];
  line: Spot | null;
}

const EXTENSION = resolve('.output/firefox-mv3');
const ID = 'deskcheck@deskcheck.invalid';
/** What Firefox calls our widgets. */
const WIDGET = 'deskcheck_deskcheck_invalid';
/** Firefox gives every installation another one; a page's address needs it. */
const UUID = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';

/** Firefox maps names, and ports, in two places of its own; it takes no patterns. */
function mapping({ hosts, origins }: Pick<FirefoxOptions, 'hosts' | 'origins'>): Record<string, string> {
  const [, suffix, port] = /^MAP \*(\.\S+) 127\.0\.0\.1:(\d+)$/.exec(hosts) ?? [];
  if (!suffix || !port) return {};
  const names = origins.map((origin) => new URL(origin.replace('/*', '/')).hostname).filter((name) => name.endsWith(suffix));
  return { 'network.dns.localDomains': names.join(','), 'network.socket.forcePort': `443=${port}` };
}

export class DeskFirefox {
  readonly browser: Browser;
  readonly bidi: Bidi;
  readonly #folder: string;
  /** Shows a picture of the extension, which sends the worker nothing. */
  readonly #observer: Page;

  private constructor(browser: Browser, observer: Page, folder: string) {
    this.browser = browser;
    this.bidi = new Bidi(browser);
    this.#observer = observer;
    this.#folder = folder;
  }

  static async open(options: FirefoxOptions): Promise<DeskFirefox> {
    const executablePath = process.env.DESKCHECK_FIREFOX;
    if (!executablePath) throw new Error('DESKCHECK_FIREFOX names no Firefox: `npm run test:firefox` finds one');
    const folder = mkdtempSync(join(tmpdir(), 'deskcheck-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless,
      defaultViewport: null,
      // The helpdesk's certificate is its own.
      acceptInsecureCerts: true,
      // Without the flag, BiDi drives no page of an extension and no window of Firefox.
      args: ['--remote-allow-system-access', '--width=1280', '--height=860'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      extraPrefsFirefox: {
        ...mapping(options),
        'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
        'extensions.webextOptionalPermissionPrompts': false,
      },
    });
    const [observer] = await browser.pages();
    const desk = new DeskFirefox(browser, observer!, folder);
    await browser.installExtension(EXTENSION);
    await desk.bidi.navigate(observer!, desk.extensionPage('icons/mark.svg'));
    return desk;
  }

  extensionPage(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  /** A page of the extension in a tab. */
  async openOwn(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await this.bidi.navigate(page, this.extensionPage(path));
    return page;
  }

  /** Runs a function with the extension's rights, in a page that does nothing by itself. */
  inExtension<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.#observer.evaluate(work as never, ...args) as Promise<Awaited<R>>;
  }

  /** The judgements in the store. */
  records(): Promise<StoredRecord[]> {
    return this.inExtension(readRecords);
  }

  /** Sets the extension up through its options page, as a person does: the team's settings, access to each host, a key for each log. */
  async setUp({ settingsFile, origins, keys }: TeamSetUp): Promise<void> {
    const page = await this.openOwn('options.html');
    const says = (words: string, at = 'body') =>
      page.waitForFunction(
        (selector, text) => [...document.querySelectorAll<HTMLElement>(selector)].some((one) => text.every((part) => one.textContent.includes(part))),
        { polling: 50, timeout: 10_000 },
        at,
        words.split('|'),
      );
    const file = join(this.#folder, 'deskcheck-settings.json');
    writeFileSync(file, settingsFile);
    const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await says('Settings imported');
    for (const origin of origins) {
      await page.locator(`::-p-aria(Grant ${origin})`).click();
      await says(`${origin}|Granted`, 'li');
    }
    for (const [log, key] of Object.entries(keys)) {
      await page.locator(`::-p-aria(Key for ${log})`).click();
      await page.keyboard.type(key);
      await page.keyboard.press('Enter');
      await says(`Key for ${log}|A key is set`, 'form');
    }
    await page.close();
  }

  /** A ticket in a tab of its own, or in a window of its own. */
  async openTicket(url: string, type: 'tab' | 'window' = 'tab'): Promise<Page> {
    const page = await this.browser.newPage({ type });
    await page.goto(url);
    return page;
  }

  /** The same ticket in a private window, as soon as that window is there. */
  async openPrivately(url: string): Promise<Page> {
    await this.bidi.inWindowOf(this.#observer, openPrivate, url);
    const target = await this.browser.waitForTarget((one) => one.url() === url, { timeout: 20_000 });
    return (await target.page())!;
  }

  /** What our overlay shows on a page: badges and the line, each with the middle of its box; null where there is no overlay. */
  overlayOf(page: Page): Promise<Overlay | null> {
    return this.bidi.inShadowOf(page, 'deskcheck-marks', (root) => {
      const spot = (element: HTMLElement) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { text: element.ariaLabel ?? element.textContent, x: left + width / 2, y: top + height / 2 };
      };
      const line = root.querySelector<HTMLElement>('.notice');
      return { badges: [...root.querySelectorAll<HTMLElement>('.badge.placed')].map(spot), line: line && spot(line) };
    });
  }

  /** The real sidebar of the window that shows `page`, open or not. */
  async sidebarOf(page: Page): Promise<Sidebar> {
    return new Sidebar(this.#observer, await this.bidi.inWindowOf(page, windowId));
  }

  /** Presses the toolbar button, or the shortcut, in the window that shows `page`. */
  async pressFor(page: Page, what: 'button' | 'keys'): Promise<Sidebar> {
    await page.bringToFront();
    if (what === 'button') await this.bidi.inWindowOf(page, pressToolbarButton, WIDGET);
    else await this.bidi.inWindowOf(page, pressAltShift, 'D');
    return this.sidebarOf(page);
  }

  async sleepWorker(): Promise<void> {
    await this.bidi.inWindowOf(this.#observer, sleepWorker, ID);
  }

  async close(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
