/** Asks the log that serves a ticket. The only caller of sources. */
import { browser } from '../../lib/browser.ts';
import type { CoverageTrouble, Evidence, Query, TicketPage } from '../../lib/model.ts';
import { conversationOf, logFor, type Settings, secretsName } from '../../lib/settings.ts';
import { sourceOf } from '../../lib/sources/index.ts';
import type { LogConfig, Means } from '../../lib/sources/source.ts';
import { windowOf } from './window.ts';

/** Milliseconds for one request to a log. */
const TIMEOUT = 10_000;

const nothing = (query: Pick<Query, 'from' | 'to'>, source: string, trouble: CoverageTrouble): Evidence => ({
  calls: [],
  inventory: { tools: [], complete: false },
  coverage: { source, from: query.from, to: query.to, complete: false, trouble, askedAt: query.to },
});

export async function gatherEvidence(
  page: TicketPage,
  settings: Settings,
  secretsOf: (log: string) => Promise<Pick<Means, 'key' | 'headers'>>,
  now: Date,
): Promise<Evidence> {
  const config = logFor(settings, page.ticket);
  return config ? askLog(config, page, await secretsOf(secretsName(config)), now) : nothing(windowOf(page, now), '', 'not-configured');
}

/** Asks one log, as it is set up or being set up, for one ticket. */
export async function askLog(config: LogConfig, page: TicketPage, secrets: Pick<Means, 'key' | 'headers'>, now: Date): Promise<Evidence> {
  const window = windowOf(page, now);
  const source = sourceOf(config.source);
  if (!source) return nothing(window, '', 'not-configured');
  if (!(await browser.permissions.contains({ origins: source.origins(config) }))) return nothing(window, source.id, 'no-permission');
  const conversation = conversationOf(config, page);
  if (conversation === null) return nothing(window, source.id, 'no-id');
  const query: Query = { ticket: page.ticket, conversation, ...window };
  // A header that was taken out of the settings is not sent any more, whatever is still kept of it.
  const headers = Object.fromEntries(Object.entries(secrets.headers).filter(([name]) => config.headers.includes(name)));
  return source.find(query, config, {
    fetch: fetch.bind(globalThis),
    key: secrets.key,
    headers,
    now,
    signal: new AbortController().signal,
    timeout: TIMEOUT,
  });
}
