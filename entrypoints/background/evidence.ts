/** Asks the log that serves a ticket. The only caller of sources. */
import { browser } from '../../lib/browser.ts';
import type { CoverageTrouble, Evidence, Query, TicketPage } from '../../lib/model.ts';
import { conversationOf, logFor, type Settings } from '../../lib/settings.ts';
import { sourceOf } from '../../lib/sources/index.ts';

/** Milliseconds for one request to a log. */
const TIMEOUT = 10_000;

/** A run may begin before its first message is posted. */
const LEAD = 60 * 60_000;

const nothing = (query: Pick<Query, 'from' | 'to'>, source: string, trouble: CoverageTrouble): Evidence => ({
  calls: [],
  inventory: { tools: [], complete: false },
  coverage: { source, from: query.from, to: query.to, complete: false, trouble, askedAt: query.to },
});

export async function gatherEvidence(
  page: TicketPage,
  settings: Settings,
  keyOf: (log: string) => Promise<string | null>,
  now: Date,
): Promise<Evidence> {
  const first = page.messages.find((message) => message.at !== null)?.at;
  const window = { from: new Date((first ? Date.parse(first) : now.getTime()) - LEAD).toISOString(), to: now.toISOString() };
  const config = logFor(settings, page.ticket);
  const source = config && sourceOf(config.source);
  if (!config || !source) return nothing(window, '', 'not-configured');
  if (!(await browser.permissions.contains({ origins: source.origins(config) }))) return nothing(window, source.id, 'no-permission');
  const query: Query = { ticket: page.ticket, conversation: conversationOf(config, page.ticket), ...window };
  const key = await keyOf(config.id);
  return source.find(query, config, { fetch: fetch.bind(globalThis), key, now, signal: new AbortController().signal, timeout: TIMEOUT });
}
