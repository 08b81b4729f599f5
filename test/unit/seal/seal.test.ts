import { describe, expect, it } from 'vitest';
import type { Trail, TrailEvent } from '../../../lib/model.ts';
import { canonical, digest, firstBroken, START, seal } from '../../../lib/seal.ts';

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '1' };
const at = '2026-10-01T09:00:00.000Z';

async function trailOf(...formats: string[]): Promise<Trail> {
  const events: TrailEvent[] = [];
  for (const format of formats) events.push(await seal(events.at(-1) ?? null, at, { kind: 'export', format }));
  return { format: 'deskcheck-trail/1', ticket, events };
}

describe('the seal', () => {
  it('gives the same canonical JSON whatever the order of keys, and leaves undefined fields out', () => {
    expect(canonical({ b: 1, a: [{ d: undefined, c: 'é' }] })).toBe('{"a":[{"c":"é"}],"b":1}');
  });

  it('is SHA-256 of the canonical JSON in lower-case hex', async () => {
    expect(await digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('chains each event to the one before, from a fixed start', async () => {
    const { events } = await trailOf('json', 'csv');
    expect(events[0]).toMatchObject({ seq: 0, previous: START });
    expect(events[1]).toMatchObject({ seq: 1, previous: events[0]?.hash });
    expect(await firstBroken(await trailOf('json', 'csv'))).toBeNull();
  });

  const change = (index: number, part: Partial<TrailEvent>) => (trail: Trail) => void Object.assign(trail.events[index] as TrailEvent, part);
  const tamperings: [string, (trail: Trail) => void, number][] = [
    ['a changed word', change(1, { body: { kind: 'export', format: 'html' } }), 1],
    ['a dropped event', (trail) => void trail.events.splice(1, 1), 2],
    ['two events swapped', (trail) => void trail.events.reverse(), 2],
    ['a changed time', change(0, { at: '2026-10-01T09:00:01.000Z' }), 0],
    ['a forged hash', change(2, { hash: START }), 2],
  ];
  it.each(tamperings)('names the first event that does not fit after %s', async (_, tamper, broken) => {
    const trail = await trailOf('json', 'csv', 'json');
    tamper(trail);
    expect(await firstBroken(trail)).toBe(broken);
  });
});
