/**
 * What Firefox's WebDriver BiDi can do and Puppeteer does not offer: pages of extensions, closed shadow roots, and scripts in
 * Firefox's own windows. It reaches Puppeteer's connection under an internal name, which is why that version is pinned.
 */
import type { Browser, Page } from 'puppeteer-core';

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Context {
  context: string;
  /** Names the window: a page's is that of the window which shows it. */
  clientWindow: string;
}

type Remote = { sharedId?: string; value?: { shadowRoot?: Remote } };

/** Where a script runs: a page's context, or a window of Firefox itself. */
const PRIVILEGED = { 'moz:scope': 'chrome' };

export class Bidi {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  async #send<T>(method: string, params: object): Promise<T> {
    return (await this.#connection.send(method, params)).result as T;
  }

  #contextOf(page: Page): string {
    return (page.mainFrame() as unknown as { _id: string })._id;
  }

  /** Opens a page of the extension; Puppeteer's own `goto` would wait for a load that it never hears of. */
  async navigate(page: Page, url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#contextOf(page), url, wait: 'none' });
    for (let left = 100; left > 0; left -= 1) {
      const at = await page.evaluate(() => [document.readyState, location.href]).catch(() => []);
      if (at[0] === 'complete' && at[1] === url) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${url} did not load`);
  }

  /** Runs a function with Firefox's own rights, in the window that shows `page`. Arguments and result travel as JSON. */
  async inWindowOf<A extends unknown[], R>(page: Page, work: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const all = async (scope: object) => (await this.#send<{ contexts: Context[] }>('browsingContext.getTree', scope)).contexts;
    const shown = (await all({})).find((one) => one.context === this.#contextOf(page));
    const window = (await all(PRIVILEGED)).find((one) => one.clientWindow === shown?.clientWindow);
    if (!window) throw new Error(`no window shows ${page.url()}`);
    const { result, exceptionDetails } = await this.#send<{ result?: { value?: string }; exceptionDetails?: { text: string } }>(
      'script.callFunction',
      {
        target: { context: window.context },
        awaitPromise: true,
        functionDeclaration: `async (args) => JSON.stringify(await (${work})(...JSON.parse(args))) ?? 'null'`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
      },
    );
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result?.value ?? 'null') as R;
  }

  /** Runs a function on the closed shadow root of a page's element; null where there is none. */
  async inShadowOf<R>(page: Page, selector: string, work: (root: ShadowRoot) => R): Promise<R | null> {
    const target = { context: this.#contextOf(page) };
    const found = await this.#send<{ result: Remote }>('script.callFunction', {
      target,
      awaitPromise: false,
      functionDeclaration: '(selector) => document.querySelector(selector)',
      arguments: [{ type: 'string', value: selector }],
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
    });
    const sharedId = found.result.value?.shadowRoot?.sharedId;
    if (!sharedId) return null;
    const { result } = await this.#send<{ result: { value: string } }>('script.callFunction', {
      target,
      awaitPromise: false,
      functionDeclaration: `(root) => JSON.stringify((${work})(root))`,
      arguments: [{ sharedId }],
    });
    return JSON.parse(result.value) as R;
  }
}
