/** When a ticket is audited again by itself. Pure: now is passed in. */
import type { AuditRecord, Iso } from '../../lib/model.ts';

/** Evidence is asked again so long after the newest message: late spans, queued actions. In minutes. */
const LOOK_AGAIN = [1, 5, 30];

/** After a log that could not be read: 30 s, doubled with every failure, at most 15 minutes. */
const backOff = (attempts: number): number => Math.min(30_000 * 2 ** attempts, 15 * 60_000);

/** About four hours of failures. After that it waits for somebody to look at the ticket again. */
const MOST_ATTEMPTS = 20;

export interface Plan {
  /** When the ticket is to be audited again by itself; null when there is no reason to. */
  next: Iso | null;
  failed: boolean;
}

const at = (ms: number): Iso => new Date(ms).toISOString();

/** @param attempts failures in a row, this one not counted. */
export const retry = (attempts: number, now: Date): Plan => ({
  next: attempts < MOST_ATTEMPTS ? at(now.getTime() + backOff(attempts)) : null,
  failed: true,
});

export function nextAudit(record: AuditRecord, attempts: number, now: Date): Plan {
  const { coverage } = record.evidence;
  // Nothing that time would mend: settings, access, or the page must change first.
  if (coverage.trouble === 'not-configured' || coverage.trouble === 'no-permission' || coverage.trouble === 'no-id')
    return { next: null, failed: false };
  if (coverage.trouble) return retry(attempts, now);
  const newest = Math.max(...record.page.messages.map((message) => (message.at ? Date.parse(message.at) : 0)), 0);
  const settling = now.getTime() - Date.parse(coverage.to);
  const times = [newest + settling + 1_000, ...LOOK_AGAIN.map((minutes) => newest + minutes * 60_000)].filter((time) => time > now.getTime());
  return { next: times.length > 0 ? at(Math.min(...times)) : null, failed: false };
}
