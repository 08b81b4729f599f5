import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical, newSigner } from '../../../lib/seal.ts';
import { fileOf, openEvent, printFile, sealEvent, verifyFile } from '../../../lib/trail/index.ts';
import type { TrailFile } from '../../../lib/trail/schema.ts';
import { type Kept, later, trailFor } from './a-trail.ts';
import { dice, WAYS } from './tamper.ts';

let kept: Kept;
let file: TrailFile;
let other: TrailFile;
beforeAll(async () => {
  kept = await trailFor('story');
  file = await fileOf(kept.trail, later(7), kept.signer);
  // Of another ticket, and under the same key, as one installation signs all of its tickets.
  const second = await trailFor('amount differs', undefined, kept.db);
  expect(second.signer.key.id).toBe(kept.signer.key.id);
  other = await fileOf(second.trail, later(7), second.signer);
});

/** Random tamperings that are tried of each way. */
const EACH = 1_000;

describe('a file of a trail', () => {
  it('holds as it was exported, whatever its spaces and the order of its fields', async () => {
    expect(await verifyFile(printFile(file))).toMatchObject({ whole: { expected: null, end: { redacted: 0 } } });
    expect(await verifyFile(canonical(file), [kept.signer.key.id])).toMatchObject({ whole: { expected: true } });
  });

  it.each(Object.keys(WAYS))(`does not hold after %s, in any of ${EACH} random ways`, async (way) => {
    const before = canonical(file);
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const changed = structuredClone(file);
        WAYS[way]!(changed, dice(seed), other);
        // The same after canonical form is no tampering.
        if (canonical(changed) === before) return;
        tried += 1;
        const verified = await verifyFile(JSON.stringify(changed));
        expect(verified, JSON.stringify(seed)).toHaveProperty('broken');
      }),
      { numRuns: EACH * 1.3 },
    );
    expect(tried).toBeGreaterThanOrEqual(EACH);
  });

  it('does not hold with any byte of its text changed, unless it means the same', async () => {
    const text = printFile(file);
    const before = canonical(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        const same = (() => {
          try {
            return canonical(JSON.parse(changed)) === before;
          } catch {
            return false;
          }
        })();
        if (!same) expect(await verifyFile(changed)).toHaveProperty('broken');
      }),
      { numRuns: EACH },
    );
  });

  it('signed anew by another key is consistent, and caught where the key is known', async () => {
    const forged = await newSigner();
    const { trail } = kept;
    const events: typeof trail.events = [];
    for (const event of trail.events) {
      const core = openEvent(event)!;
      const last = events.at(-1);
      events.push(
        await sealEvent(last ? { seq: events.length - 1, hash: last.hash } : null, core.ticket, core.at, core.body, forged, 'A'.repeat(22)),
      );
    }
    const text = printFile(await fileOf({ ...trail, keys: [forged.key], events }, later(7), forged));
    expect(await verifyFile(text)).toMatchObject({ whole: { keys: [forged.key.id], expected: null } });
    expect(await verifyFile(text, [kept.signer.key.id])).toMatchObject({ broken: { part: 'key', why: 'other-key', values: [forged.key.id] } });
  });
});

describe('a hostile file', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const within = (change: (one: TrailFile & Record<string, unknown>) => void) => {
    const changed = structuredClone(file) as TrailFile & Record<string, unknown>;
    change(changed);
    return JSON.stringify(changed);
  };
  const cases: [string, () => string, object][] = [
    ['nothing', () => '', { why: 'not-json' }],
    ['a picture', () => '\u0089PNG\r\n', { why: 'not-json' }],
    ['null', () => 'null', { why: 'shape' }],
    ['a list', () => '[]', { why: 'shape' }],
    ['a hundred thousand levels', () => deep(100_000), { why: 'too-deep' }],
    ['twenty million levels', () => '['.repeat(20_000_000), { why: 'not-json' }],
    ['a key twice', () => printFile(file).replace('{', '{"format":"deskcheck-trail/3",'), { why: 'twice', values: ['format'] }],
    ['a key twice, written otherwise', () => printFile(file).replace('{', '{"f\\u006frmat":"x",'), { why: 'twice' }],
    ['another prototype', () => printFile(file).replace('{', '{"__proto__":{"polluted":1},'), { why: 'odd-key' }],
    ['numbers for texts', () => within((one) => Object.assign(one.ticket, { id: 412 })), { why: 'shape', values: ['ticket.id', expect.any(String)] }],
    ['a list for contents', () => within((one) => Object.assign(one, { contents: [] })), { why: 'missing-content' }],
    ['a payload that is no base64', () => within((one) => (one.events[0]!.payload = '%%%%')), { why: 'shape' }],
    [
      'a payload that is no UTF-8',
      () => within((one) => (one.events[0]!.payload = '/w==')),
      { why: 'shape', values: ['events.0.payload', 'not UTF-8'] },
    ],
    ['a payload of half a group', () => within((one) => (one.events[0]!.payload = 'A')), { why: 'shape' }],
    ['a key that is no point', () => within((one) => Object.assign(one.keys[0]!.jwk, { x: '' })), { why: 'key-id' }],
    ['fifty thousand events', () => within((one) => (one.events = new Array(50_000).fill(one.events[0]))), { part: 'event', seq: 1, why: 'seq' }],
    [
      'a text of fifty million letters',
      () => within((one) => (one.events[0]!.disclosures = [{ reading: 'x'.repeat(50_000_000) }])),
      { why: 'disclosure' },
    ],
  ];
  it.each(cases)('is refused with a reason: %s', async (_, text, found) => {
    expect(await verifyFile(text())).toMatchObject({ broken: found });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
