import { describe, expect, it } from 'vitest';
import { nextAudit, retry } from '../../../entrypoints/background/schedule.ts';
import type { AuditRecord, Coverage, CoverageTrouble } from '../../../lib/model.ts';

const NOON = Date.parse('2026-10-01T12:00:00.000Z');
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();
const now = new Date(NOON);

/** A judgement made at noon of a thread whose newest message was posted so many minutes before. */
function record(minutesAgo: number, coverage: Partial<Coverage> = {}): AuditRecord {
  return {
    page: { messages: [{ at: at(-minutesAgo) }, { at: null }] },
    evidence: { coverage: { complete: true, to: at(0), ...coverage } },
  } as AuditRecord;
}

describe('a ticket is audited again by itself', () => {
  const planned: [string, AuditRecord, string | null][] = [
    ['a minute after its newest message', record(0.5), at(0.5)],
    ['then five minutes after', record(2), at(3)],
    ['then half an hour after', record(10), at(20)],
    ['and no more then', record(31), null],
    ['as soon as the log has settled on the newest message', record(0.1, { to: at(-0.5) }), at(0.4 + 1 / 60)],
    ['not where no log is set up', record(0.5, { complete: false, trouble: 'not-configured' }), null],
    ['not where access was not granted', record(0.5, { complete: false, trouble: 'no-permission' }), null],
  ];
  it.each(planned)('%s', (_, judged, next) => {
    expect(nextAudit(judged, 0, now)).toEqual({ next, failed: false });
  });

  const troubles: CoverageTrouble[] = [
    'unreachable',
    'timeout',
    'unauthorized',
    'rate-limited',
    'server-error',
    'garbage',
    'truncated',
    'nothing-recorded',
  ];
  it.each(troubles)('after half a minute where the log is "%s"', (trouble) => {
    expect(nextAudit(record(600, { complete: false, trouble }), 0, now)).toEqual({ next: at(0.5), failed: true });
  });

  it('later and later while it goes on failing, but at least every quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 19].map((attempts) => retry(attempts, now).next)).toEqual([0.5, 1, 2, 4, 8, 15, 15].map(at));
  });

  it('no more after twenty failures in a row, until somebody looks at the ticket again', () => {
    expect(retry(20, now)).toEqual({ next: null, failed: true });
  });
});
