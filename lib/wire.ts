/**
 * `call` and `answer`: the only sender and the only listener of messages between contexts.
 * The sender is checked synchronously, before any handler runs; replies travel in an envelope, so that an error on the
 * other side arrives as an error with its words, and never as a silent `undefined`.
 */
import { browser } from './browser.ts';
import type { Calls, FromPage, FromPanel, ToPage } from './protocol.ts';

type Envelope = { ok: true; value: unknown } | { ok: false; error: string };
type Letter = { deskcheck: 1; kind: string; request: unknown };

/** Who sent a message, as the browser reports it. */
export interface Sender {
  /** `page`: our content script in a tab's top frame. `extension`: one of our own pages, or the worker. */
  from: 'page' | 'extension';
  tabId?: number;
  windowId?: number;
  /** The URL that the browser, not the message, says it came from. */
  url?: string;
}

/** Handlers run synchronously up to their first await: the browser's user gesture holds until then. */
export type Handlers<M> = {
  [K in keyof M]: M[K] extends { request: infer Q; reply: infer R } ? (request: Q, sender: Sender) => R | Promise<R> : never;
};

/** The other side is not there, or said nothing. What it says itself, a refusal or a failure, is another Error. */
export class NoAnswer extends Error {}

async function open(reply: Promise<unknown>): Promise<unknown> {
  const envelope = (await reply.catch((error: unknown) => {
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  })) as Envelope | undefined;
  if (!envelope) throw new NoAnswer('nobody answered');
  if (!envelope.ok) throw new Error(envelope.error);
  return envelope.value;
}

type FromAny = FromPage & FromPanel;

/** Asks the worker. Rejects when it cannot be reached, refuses, or failed. */
export function call<K extends keyof FromAny>(kind: K, request: FromAny[K]['request']): Promise<FromAny[K]['reply']> {
  const letter: Letter = { deskcheck: 1, kind, request };
  return open(browser.runtime.sendMessage(letter)) as Promise<FromAny[K]['reply']>;
}

/** Tells the content script in a tab's top frame. Rejects when there is none. */
export function callTab<K extends keyof ToPage>(tabId: number, kind: K, request: ToPage[K]['request']): Promise<ToPage[K]['reply']> {
  const letter: Letter = { deskcheck: 1, kind, request };
  return open(browser.tabs.sendMessage(tabId, letter, { frameId: 0 })) as Promise<ToPage[K]['reply']>;
}

interface RawSender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; windowId?: number; incognito?: boolean };
}

/** Null where the message is not from this extension, or from a frame that has no business here. */
function senderOf(raw: RawSender): Sender | null {
  if (raw.id !== browser.runtime.id) return null;
  // The manifest keeps us out of private windows; should a browser think otherwise, nothing of them is kept all the same.
  if (raw.tab?.incognito) return null;
  const where = { tabId: raw.tab?.id, windowId: raw.tab?.windowId, url: raw.url };
  if (!raw.tab || raw.url?.startsWith(browser.runtime.getURL(''))) return { from: 'extension', ...where };
  return raw.frameId === 0 ? { from: 'page', ...where } : null;
}

const settle = (run: () => unknown): Promise<Envelope> => {
  const failed = (error: unknown): Envelope => ({ ok: false, error: error instanceof Error ? error.message : String(error) });
  try {
    return Promise.resolve(run()).then((value): Envelope => ({ ok: true, value: value ?? null }), failed);
  } catch (error) {
    return Promise.resolve(failed(error));
  }
};

/** Answers the kinds of `handlers` from senders that `may` allows for that kind; all else is not ours and stays unanswered. Returns a way to stop. */
export function answer<M extends { [K in keyof M]: Calls[string] }>(
  handlers: Handlers<M>,
  may: (kind: keyof M, sender: Sender) => boolean,
): () => void {
  const listener = (message: unknown, raw: RawSender): Promise<Envelope> | undefined => {
    const letter = message as Partial<Letter> | null;
    if (letter?.deskcheck !== 1 || typeof letter.kind !== 'string' || !Object.hasOwn(handlers, letter.kind)) return undefined;
    const kind = letter.kind as keyof M;
    const sender = senderOf(raw);
    if (!sender || !may(kind, sender)) return Promise.resolve({ ok: false, error: `${String(kind)}: not from here` });
    const handler = handlers[kind] as (request: unknown, sender: Sender) => unknown;
    return settle(() => handler(letter.request, sender));
  };
  const typed = listener as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(typed);
  return () => browser.runtime.onMessage.removeListener(typed);
}
