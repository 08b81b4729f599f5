/**
 * The real sidebar of one window. No protocol lists it; a page of the same extension can reach its window object, and acts in
 * it as a person with a keyboard does: by the names that buttons and fields have.
 */
import type { Page } from 'puppeteer-core';

export class Sidebar {
  /** A page of the extension, which does nothing by itself. */
  readonly #observer: Page;
  readonly #windowId: number;

  constructor(observer: Page, windowId: number) {
    this.#observer = observer;
    this.#windowId = windowId;
  }

  /** Runs a function on the finding that holds the words `of`, on all of the sidebar where they are ''; null where there is no such place. */
  async #at<A extends unknown[], R>(of: string, work: (place: HTMLElement, ...args: A) => R, ...args: A): Promise<R | null> {
    const json = await this.#observer.evaluate(`(async () => {
      for (const { browser, document } of window.browser.extension.getViews({ type: 'sidebar' })) {
        if ((await browser.windows.getCurrent()).id !== ${this.#windowId}) continue;
        const of = ${JSON.stringify(of)};
        const place = of ? [...document.querySelectorAll('article')].find((one) => one.textContent.includes(of)) : document.body;
        if (place) return JSON.stringify((${work})(place, ...${JSON.stringify(args)}));
      }
      return null;
    })()`);
    return typeof json === 'string' ? (JSON.parse(json) as R) : null;
  }

  /** What a person reads in it, each blank a single space; '' while it is not open. */
  async text(of = ''): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read, and lines are not glued together
    return ((await this.#at(of, (place) => place.innerText)) ?? '').replaceAll(/\s+/g, ' ');
  }

  /** The quote of the finding that has the focus; '' where none has. */
  async focused(): Promise<string> {
    return (await this.#at('', (body) => body.ownerDocument.activeElement?.closest('article')?.querySelector('q')?.textContent)) ?? '';
  }

  /** In pixels. */
  async width(): Promise<number | null> {
    return this.#at('', ({ ownerDocument }) => ownerDocument.defaultView?.innerWidth ?? null);
  }

  /** How many pixels of the panel do not fit into its width. */
  async cutOff(): Promise<number | null> {
    return this.#at('', ({ ownerDocument: { documentElement: root } }) => root.scrollWidth - root.clientWidth);
  }

  async press(name: string, of = ''): Promise<void> {
    const pressed = await this.#at(
      of,
      (place, wanted) => {
        const button = [...place.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === wanted && !one.disabled);
        button?.focus();
        button?.click();
        return button !== undefined;
      },
      name,
    );
    if (!pressed) throw new Error(`there is no button "${name}" to press`);
  }

  /** Types into the field whose label holds these words, in place of what it held. */
  async fill(label: string, value: string, of = ''): Promise<void> {
    const filled = await this.#at(
      of,
      (place, wanted, text) => {
        const field = [...place.querySelectorAll('label')].find((one) => one.textContent.includes(wanted))?.control as HTMLInputElement | undefined;
        field?.focus();
        field?.select();
        return field !== undefined && place.ownerDocument.execCommand('insertText', false, text);
      },
      label,
      value,
    );
    if (!filled) throw new Error(`there is no field "${label}" to fill`);
  }

  /** All of a decision but its last press. */
  async writeDecision(of: string, reason: string, name?: string): Promise<void> {
    await this.press('Confirm', of);
    await this.fill('Why is the finding right?', reason, of);
    if (name) await this.fill('Your name', name, of);
  }

  async decide(of: string, reason: string, name?: string): Promise<void> {
    await this.writeDecision(of, reason, name);
    await this.press('Save decision', of);
  }
}
