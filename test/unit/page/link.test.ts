/** The line from a page to the worker, over the real wire: what is told, what is told again, and when the worker counts as gone. */
import { Window } from 'happy-dom';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TicketPage } from '../../../lib/model.ts';
import type { FromPage, Verdicts } from '../../../lib/protocol.ts';

vi.stubGlobal('chrome', fakeBrowser);
vi.stubGlobal('browser', fakeBrowser);
const { openLink } = await import('../../../entrypoints/ticket.content/link.ts');
const { answer } = await import('../../../lib/wire.ts');
afterAll(() => vi.unstubAllGlobals());

// What a browser does with a message of a content script.
const sender = { id: fakeBrowser.runtime.id, url: 'https://acme.zendesk.com/agent/tickets/412', frameId: 0, tab: { id: 7, windowId: 3 } };
fakeBrowser.runtime.sendMessage = (async (message: unknown) =>
  (await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined))[0]) as typeof fakeBrowser.runtime.sendMessage;

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const page: TicketPage = { ticket, subject: '', status: 'open', messages: [], gaps: [], landmarks: { found: [], missing: [] } };
const verdicts: Verdicts = {
  ticket,
  auditing: false,
  marks: [],
  gate: { mode: 'hold', open: [], unjudged: null, freeUntil: null, text: '' },
};

type Told = Pick<FromPage, 'page.read' | 'page.form' | 'page.alive'>;
let told: string[] = [];
/** What the worker does with what it is told; `never`: it does not answer. */
let worker: 'answers' | 'fails' | 'never' = 'answers';
let known: Verdicts | null = null;
let end: AbortController;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new Window().document);
  told = [];
  worker = 'answers';
  known = null;
  end = new AbortController();
  const hear = (what: string) => {
    told.push(what);
    if (worker === 'fails') throw new Error('the store failed');
    return worker === 'never' ? new Promise<never>(() => {}) : known;
  };
  stop = answer<Told>({ 'page.read': () => hear('read') as null, 'page.form': () => hear('form'), 'page.alive': () => hear('alive') }, () => true);
});
afterEach(() => {
  end.abort();
  stop();
  vi.useRealTimers();
});

const open = () => {
  const adopted: Verdicts[] = [];
  return { link: openLink(ticket, end.signal, (one) => adopted.push(one)), adopted };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a thread', () => {
  it('is told once, and then only that it is still looked at', async () => {
    const { link } = open();
    expect(link.reachable()).toBe(false);
    link.send(page, 'one');
    link.send(page, 'one');
    await pass(0);
    expect([told, link.reachable()]).toEqual([['read'], true]);
    await pass(45_000);
    link.send(page, 'one');
    await pass(0);
    expect(told).toEqual(['read', 'alive', 'alive']);
    link.send(page, 'two');
    await pass(0);
    expect(told.at(-1)).toBe('read');
  });
  it('is told again after the worker failed: whatever it had kept may be gone', async () => {
    const { link } = open();
    link.send(page, 'one');
    await pass(0);
    worker = 'fails';
    await pass(20_000);
    expect([told, link.reachable()]).toEqual([['read', 'alive'], false]);
    worker = 'answers';
    await pass(2_000);
    expect([told, link.reachable()]).toEqual([['read', 'alive', 'read'], true]);
  });
  it('has lost its worker when that does not answer in time, and asks it again', async () => {
    const { link } = open();
    link.send(page, 'one');
    await pass(0);
    worker = 'never';
    await pass(20_000);
    expect(link.reachable()).toBe(true);
    await pass(10_000);
    expect(link.reachable()).toBe(false);
    worker = 'answers';
    await pass(2_000);
    expect(link.reachable()).toBe(true);
  });
});

describe('a form', () => {
  it('is told once and answered with what is known of the thread; its heartbeat keeps that fresh', async () => {
    const { link, adopted } = open();
    known = verdicts;
    link.sendForm();
    await pass(0);
    expect([told, adopted, link.reachable()]).toEqual([['form'], [verdicts], true]);
    known = null;
    await pass(20_000);
    // Nothing new is no reason to forget.
    expect([told, adopted]).toEqual([['form', 'alive'], [verdicts]]);
  });
});
