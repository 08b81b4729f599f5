import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/browser.ts', () => ({ browser: {}, text: (key: string) => key }));
const { keptSince } = await import('../../../entrypoints/background/keeping.ts');

describe('trails are kept for months of the calendar', () => {
  it.each([
    ['2026-11-24T10:30:00.000Z', 6, '2026-05-24T10:30:00.000Z'],
    ['2026-08-31T10:30:00.000Z', 6, '2026-02-28T10:30:00.000Z'],
    ['2028-08-31T00:00:00.000Z', 6, '2028-02-29T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 1, '2025-12-15T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 24, '2024-01-15T00:00:00.000Z'],
  ])('on %s, those of the last %i months begin at %s', (now, months, since) => {
    expect(keptSince(new Date(now), months).toISOString()).toBe(since);
  });
});
