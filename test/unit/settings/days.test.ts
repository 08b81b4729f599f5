/** Days are the reader's own: what one zone calls 30 June ends at another instant elsewhere. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** In a process of its own: a zone is chosen when it starts. */
const inZone = (zone: string): unknown => {
  const code = `
    const { dayOf, startOfDay, endOfDay } = await import(${JSON.stringify(new URL('../../../lib/days.ts', import.meta.url).href)});
    const days = ['2026-06-30', '2026-03-29', '2026-12-31'];
    console.log(JSON.stringify(days.map((day) => [startOfDay(day), endOfDay(day), dayOf(new Date(startOfDay(day))), dayOf(new Date(endOfDay(day)))])));
  `;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', env: { ...process.env, TZ: zone } }));
};

describe('a day', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'])(
    'in %s is that day from its first to its last instant',
    (zone) => {
      for (const [, , first, last] of inZone(zone) as string[][]) expect(last).toBe(first);
    },
  );

  it('begins and ends where its zone says, also when clocks change', () => {
    expect(inZone('Europe/Berlin')).toEqual([
      ['2026-06-29T22:00:00.000Z', '2026-06-30T21:59:59.999Z', '2026-06-30', '2026-06-30'],
      ['2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z', '2026-03-29', '2026-03-29'],
      ['2026-12-30T23:00:00.000Z', '2026-12-31T22:59:59.999Z', '2026-12-31', '2026-12-31'],
    ]);
  });
});
