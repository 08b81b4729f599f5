import { createPublicKey } from 'node:crypto';
import { dsse, crypto as stock } from '@sigstore/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inToto } from '../../../lib/exports/in-toto.ts';
import { derOf, type Envelope, rawOf } from '../../../lib/exports/statement/envelope.ts';
import { newSigner, type Signer } from '../../../lib/seal.ts';
import { verifyExport } from '../../../lib/verify/index.ts';
import { newStore, trailFor } from '../trail/a-trail.ts';
import { ecdsaSigner, meansWith } from './means.ts';

const keys: [string, () => Promise<Signer>][] = [
  ['Ed25519', newSigner],
  ['ECDSA on P-256', ecdsaSigner],
];

describe.each(keys)('an in-toto statement signed by %s', (_, makeSigner) => {
  const made = async () => {
    const { trail, signer } = await trailFor('story', undefined, newStore(), await makeSigner());
    const means = await meansWith(signer);
    return { trail, signer, means, text: await inToto.render(trail, means) };
  };

  it('is verified by a stock library, and not once a byte of it is changed', async () => {
    const { signer, text } = await made();
    const envelope = JSON.parse(text) as Envelope;
    const payload = Buffer.from(envelope.payload, 'base64');
    const key = createPublicKey({ key: signer.key.jwk as never, format: 'jwk' });
    const algorithm = signer.key.algorithm === 'Ed25519' ? undefined : 'sha256';
    const signature = Buffer.from(envelope.signatures[0]!.sig, 'base64');
    expect(stock.verify(dsse.preAuthEncoding(envelope.payloadType, payload), key, signature, algorithm)).toBe(true);
    payload[5]! ^= 1;
    expect(stock.verify(dsse.preAuthEncoding(envelope.payloadType, payload), key, signature, algorithm)).toBe(false);
  });

  it('says of the head of the trail what was found and decided', async () => {
    const { trail, text } = await made();
    const statement = JSON.parse(Buffer.from((JSON.parse(text) as Envelope).payload, 'base64').toString());
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'zendesk/harborworks.zendesk.com/4127', digest: { sha256: Buffer.from(trail.events.at(-1)!.hash, 'base64url').toString('hex') } },
      ],
      predicate: {
        events: trail.events.length,
        judgement: {
          findings: expect.arrayContaining([
            expect.objectContaining({ reason: 'no-such-tool', decision: expect.objectContaining({ kind: 'confirmed' }) }),
          ]),
        },
      },
    });
  });

  it('is verified by us, and not with another payload, type, signature or key', async () => {
    const { signer, means, text } = await made();
    const verify = (value: unknown, expected: string[] = []) =>
      verifyExport('s.json', new TextEncoder().encode(JSON.stringify(value)), expected, means);
    const envelope = JSON.parse(text) as Envelope;
    expect(await verify(envelope, [signer.key.id])).toMatchObject({ kind: 'statement', broken: null });
    expect((await verify(envelope, ['A'.repeat(43)])).broken).toMatchObject({ why: 'other-key' });
    const other = (change: (text: string) => string) => Buffer.from(change(Buffer.from(envelope.payload, 'base64').toString())).toString('base64');
    expect((await verify({ ...envelope, payload: other((one) => one.replace('unsupported', 'supported')) })).broken).toMatchObject({
      why: 'statement-signature',
    });
    expect((await verify({ ...envelope, payloadType: 'application/json' })).broken).not.toBeNull();
    expect(
      (await verify({ ...envelope, signatures: [{ ...envelope.signatures[0]!, sig: Buffer.alloc(64).toString('base64') }] })).broken,
    ).toMatchObject({ why: 'statement-signature' });
    expect((await verify({ ...envelope, signatures: [] })).broken).toMatchObject({ why: 'shape' });
  });
});

it('a signature is written as DER, and read back, whatever its numbers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
      expect(rawOf(derOf(raw))).toEqual(raw);
    }),
  );
  expect(rawOf(new Uint8Array())).toBeNull();
  expect(rawOf(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1, 0))).toBeNull();
});
