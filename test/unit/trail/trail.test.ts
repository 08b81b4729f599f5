import { describe, expect, it } from 'vitest';
import type { Sealed, Trail, TrailBody, TrailEvent } from '../../../lib/model.ts';
import { digestOf, newSalt, newSigner, type Signer } from '../../../lib/seal.ts';
import { changeOf, contentsOf, type ListContent, listOf, openEvent, START, sealContent, sealEvent, verifyTrail } from '../../../lib/trail/index.ts';

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '1' };
const at = '2026-10-01T09:00:00.000Z';

const forced = (reason: string): TrailBody => ({ kind: 'gate', outcome: 'forced', reviewer: 'Zoë "Z" O’Neil', reason, findings: ['f1'] });

async function chain(signer: Signer, bodies: TrailBody[]): Promise<TrailEvent[]> {
  const events: TrailEvent[] = [];
  for (const body of bodies) {
    const last = events.at(-1);
    const previous = last ? { seq: events.length - 1, hash: last.hash } : null;
    events.push(await sealEvent(previous, ticket, at, body, signer, newSalt()));
  }
  return events;
}

async function trailOf(...bodies: TrailBody[]): Promise<Trail> {
  const signer = await newSigner();
  return { ticket, keys: [signer.key], events: await chain(signer, bodies), contents: {} };
}

describe('the trail', () => {
  it('chains each event to the one before, from a fixed start', async () => {
    const trail = await trailOf(forced('one'), forced('two'));
    const cores = trail.events.map((event) => openEvent(event));
    expect(cores.map((core) => core?.seq)).toEqual([0, 1]);
    expect(cores[0]).toMatchObject({ previous: START, ticket, at, body: forced('one') });
    expect(cores[1]?.previous).toBe(trail.events[0]?.hash);
    expect(await verifyTrail(trail)).toBeNull();
  });

  it('shows who and why only through its disclosures', async () => {
    const { bytes } = (await trailOf(forced('line\nbreak \u2028 </script>'))).events[0]!;
    expect(bytes).not.toMatch(/Neil|script/);
    expect(bytes).toContain('"outcome":"forced"');
  });

  it('verifies with a name and a reason taken out', async () => {
    const trail = await trailOf(forced('private'), forced('two'));
    trail.events[0]!.disclosures = trail.events[0]!.disclosures.map(() => ({ reading: '[redacted]' }));
    expect(await verifyTrail(trail)).toBeNull();
    expect(openEvent(trail.events[0]!)?.body).toMatchObject({ reviewer: '[redacted]', reason: '[redacted]' });
  });

  const bytesOf = (trail: Trail, index: number, change: (bytes: string) => string) => {
    const event = trail.events[index]!;
    event.bytes = change(event.bytes);
  };
  const tamperings: [string, (trail: Trail) => unknown, object][] = [
    ['a changed byte', (trail) => bytesOf(trail, 1, (bytes) => bytes.replace('forced', 'held')), { part: 'event', seq: 1, why: 'hash' }],
    [
      'changed bytes with a hash made to fit',
      (trail) => {
        bytesOf(trail, 1, (bytes) => bytes.replace('forced', 'held'));
        trail.events[1]!.hash = digestOf(trail.events[1]!.bytes);
      },
      { part: 'event', seq: 1, why: 'signature' },
    ],
    ['a dropped event', (trail) => trail.events.splice(1, 1), { part: 'event', seq: 1, why: 'seq' }],
    ['two events swapped', (trail) => trail.events.reverse(), { part: 'event', seq: 0, why: 'seq' }],
    [
      'another reason disclosed',
      (trail) => Object.assign(trail.events[2]!.disclosures[0]!, { text: 'harmless' }),
      { part: 'event', seq: 2, why: 'disclosure' },
    ],
    [
      'an event that is no JSON',
      (trail) => Object.assign(trail.events[0]!, { bytes: '{', hash: digestOf('{') }),
      { part: 'event', seq: 0, why: 'not-json' },
    ],
    [
      'an event with a key that stands twice',
      (trail) => {
        bytesOf(trail, 0, (bytes) => bytes.replace('{', '{"seq":7,'));
        trail.events[0]!.hash = digestOf(trail.events[0]!.bytes);
      },
      { part: 'event', seq: 0, why: 'twice' },
    ],
    ['a key left out', (trail) => trail.keys.pop(), { part: 'event', seq: 0, why: 'unknown-key' }],
    ['a key under the fingerprint of another', (trail) => (trail.keys[0]!.jwk.x = START), { part: 'key', why: 'key-id' }],
    ['all events dropped', (trail) => trail.events.splice(0), { part: 'file', why: 'no-events' }],
    ['an event of another ticket', (trail) => (trail.ticket = { ...ticket, id: '2' }), { part: 'event', seq: 0, why: 'other-ticket' }],
  ];
  it.each(tamperings)('names the first event that does not hold after %s', async (_, tamper, found) => {
    const trail = await trailOf(forced('one'), forced('two'), forced('three'));
    tamper(trail);
    expect(await verifyTrail(trail)).toMatchObject(found);
  });

  it('does not hold where an event is signed and says what no event says', async () => {
    const odd = { kind: 'gate', outcome: 'exploded', findings: [] } as unknown as TrailBody;
    expect(await verifyTrail(await trailOf(odd))).toMatchObject({
      part: 'event',
      seq: 0,
      why: 'shape',
      values: ['body.outcome', expect.any(String)],
    });
  });

  it('does not hold where a record names what is not there, or a content is not what its digest says', async () => {
    const record: TrailBody = { kind: 'record', record: { judgement: START, asked: { from: at, to: at, at } } };
    expect(await verifyTrail(await trailOf(record))).toMatchObject({ part: 'event', seq: 0, why: 'missing-content' });
    const trail = await trailOf(forced('one'));
    const content = sealContent('message', { text: 'refunded $48' }, newSalt());
    trail.contents[START] = content;
    expect(await verifyTrail(trail)).toMatchObject({ part: 'content', digest: START, why: 'digest' });
    trail.contents = { [digestOf(content.bytes)]: content };
    expect(await verifyTrail(trail)).toMatchObject({ part: 'content', why: 'idle-content' });
  });
});

describe('lists', () => {
  const steps = [['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd'], [], ['d'], ['d', 'd'], ['a', 'd', 'd']];

  it('are kept as changes of the one before, and read together again', () => {
    const contents: Record<string, Sealed> = {};
    let base: string | null = null;
    let before: string[] = [];
    for (const next of steps) {
      const sealed = sealContent('list', changeOf(base, before, next), '');
      base = digestOf(sealed.bytes);
      contents[base] = sealed;
      expect(listOf(base, contentsOf({ contents }))).toEqual(next);
      before = next;
    }
  });

  it('hold only what is new', () => {
    const before = Array.from({ length: 5_000 }, (_, i) => `call-${i}`);
    const change: ListContent = changeOf('base', before, [...before.slice(0, 100), 'new', ...before.slice(100)]);
    expect(change).toEqual({ base: 'base', at: 100, drop: 0, add: ['new'] });
  });
});
