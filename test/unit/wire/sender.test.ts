/** Whose messages are answered: the sender is what the browser reports, and anything else is refused before a handler runs. */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.stubGlobal('chrome', fakeBrowser);
vi.stubGlobal('browser', fakeBrowser);
const { answer } = await import('../../../lib/wire.ts');
afterAll(() => vi.unstubAllGlobals());

interface Asks {
  greet: { request: { name: string }; reply: string };
}

const { id } = fakeBrowser.runtime;
const page = { id, url: 'https://acme.zendesk.com/agent/tickets/412', frameId: 0, tab: { id: 7, windowId: 3, incognito: false } };
const panel = { id, url: fakeBrowser.runtime.getURL('/sidepanel.html' as never) };

type Envelope = { ok: boolean; value?: unknown; error?: string };

async function send(sender: object, kind = 'greet'): Promise<Envelope | undefined> {
  const message = { deskcheck: 1, kind, request: { name: 'Sam' } };
  const [reply] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined);
  return reply as Envelope | undefined;
}

describe('answer', () => {
  const greeted: string[] = [];
  beforeEach(() => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    greeted.length = 0;
    answer<Asks>(
      {
        greet: ({ name }, sender) => {
          greeted.push(sender.from);
          return `hello ${name}`;
        },
      },
      (_, sender) => sender.from === 'page',
    );
  });

  it('answers a content script in the top frame of a tab', async () => {
    expect(await send(page)).toEqual({ ok: true, value: 'hello Sam' });
    expect(greeted).toEqual(['page']);
  });

  it.each([
    ['a private window', { ...page, tab: { ...page.tab, incognito: true } }],
    ['a frame within a page', { ...page, frameId: 4 }],
    ['another extension', { ...page, id: 'another' }],
    ['a page of our own, where only content scripts may ask', panel],
  ])('refuses %s, and runs no handler', async (_, sender) => {
    expect(await send(sender)).toEqual({ ok: false, error: 'greet: not from here' });
    expect(greeted).toEqual([]);
  });

  it('leaves unanswered what is not for it', async () => {
    expect(await send(page, 'something else')).toBeUndefined();
  });
});
