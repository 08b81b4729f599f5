import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../lib/model.ts';
import { canonical, digestOf, isSignedBy, newSalt, newSigner, openSealed, REDACTED, sealValue, sentencesOf, sign } from '../../../lib/seal.ts';

const nothingPlain = () => false;

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and leaves undefined fields out', () => {
    expect(canonical({ b: 1, a: [{ d: undefined, c: 'é' }] })).toBe('{"a":[{"c":"é"}],"b":1}');
  });

  it('has a digest that is SHA-256, base64url', () => {
    expect(digestOf('{}')).toBe('RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o');
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One. ', 'Two! ', 'Three? ', 'Four']],
    ['Refunded $48.50 to v1.2 of it', ['Refunded $48.50 to v1.2 of it']],
    ['a line\n\nanother', ['a line\n\n', 'another']],
    ['', []],
    ['...  ', ['...  ']],
  ])('%j are %j', (text, pieces) => {
    expect(sentencesOf(text)).toEqual(pieces);
  });

  it('join to the text they were cut from', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sentencesOf(text).join('') === text));
  });
});

describe('a sealed value', () => {
  // Object keys of the seal's own shape among them: they must come back as they were.
  const { value } = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    value: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant('~')), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })) as { value: fc.Arbitrary<Json> };

  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(value, (sealed) => {
        const opened = openSealed(sealValue(sealed, newSalt(), nothingPlain));
        // Compared as JSON: -0 is 0 there.
        expect(canonical(opened)).toBe(canonical(sealed));
      }),
    );
  });

  it('opens where keys are empty, or whole numbers', () => {
    for (const sealed of [
      { '': 0, '0': { '': 0 } },
      { b: 1, '10': 'x', '2': 'y', '': 'z' },
    ])
      expect(openSealed(sealValue(sealed, newSalt(), nothingPlain))).toEqual(sealed);
  });

  const said = { text: 'Resolved. Refunded $48.', status: 'solved', amount: 48 };
  const plain = (path: string) => path === 'status';

  it('shows no text and no number that is not plain', () => {
    const { bytes } = sealValue(said, newSalt(), plain);
    expect(bytes).toContain('"status":"solved"');
    for (const word of ['Resolved', 'Refunded', '48'])
      expect(JSON.stringify(JSON.parse(bytes).text) + JSON.stringify(JSON.parse(bytes).amount)).not.toContain(`"${word}`);
    expect(JSON.parse(bytes).text['~']).toHaveLength(2);
  });

  it('gives the same bytes for the same salt, and others for another', () => {
    const salt = newSalt();
    expect(sealValue(said, salt, plain)).toEqual(sealValue(said, salt, plain));
    expect(sealValue(said, newSalt(), plain).bytes).not.toBe(sealValue(said, salt, plain).bytes);
  });

  it('opens with one sentence taken out, the rest as it was', () => {
    const sealed = sealValue(said, newSalt(), plain);
    const at = sealed.disclosures.findIndex((disclosure) => 'text' in disclosure && String(disclosure.text).includes('Refunded'));
    const redacted = { ...sealed, disclosures: sealed.disclosures.with(at, { reading: REDACTED }) };
    expect(openSealed(redacted)).toEqual({ ...said, text: `Resolved. ${REDACTED}` });
    expect(openSealed(redacted, { reading: (text) => `<${text}>` })).toEqual({ ...said, text: `Resolved. <${REDACTED}>` });
  });

  it('shows no key that no program wrote: it may be a name or an address itself', () => {
    const odd = { 'jane@customer.example': { paid: true }, status: 'solved', '~': ['x'], '~pairs': [['a', 'b']] };
    const sealed = sealValue({ result: odd }, newSalt(), plain);
    expect(sealed.bytes).not.toContain('jane');
    expect(openSealed(sealed)).toEqual({ result: odd });
  });

  it('holds no half of a character: it could not be written as bytes', () => {
    expect(openSealed(sealValue({ text: 'a\ud800b', status: '\ud800' }, newSalt(), plain))).toEqual({ text: 'a\ufffdb', status: '\ufffd' });
  });

  it('does not open with a changed word, another salt, or a disclosure too many or too few', () => {
    const sealed = sealValue(said, newSalt(), plain);
    const [first, ...rest] = sealed.disclosures as { salt: string; text: string | number }[];
    const others = [[{ ...first!, text: 49 }, ...rest], [{ ...first!, salt: newSalt() }, ...rest], rest, [...sealed.disclosures, first!]];
    for (const disclosures of others) expect(openSealed({ ...sealed, disclosures })).toBeNull();
  });
});

describe('a signature', () => {
  it('holds for the bytes and the key that made it, and for nothing else', async () => {
    const [mine, other] = [await newSigner(), await newSigner()];
    const signature = await sign(mine, 'bytes');
    expect(await isSignedBy(mine.key, 'bytes', signature)).toBe(true);
    expect(await isSignedBy(mine.key, 'byteS', signature)).toBe(false);
    expect(await isSignedBy(other.key, 'bytes', signature)).toBe(false);
    expect(await isSignedBy({ ...other.key, id: mine.key.id }, 'bytes', signature)).toBe(false);
    expect(await isSignedBy(mine.key, 'bytes', 'no signature')).toBe(false);
  });

  it('is made with a key that cannot be read out', async () => {
    await expect(crypto.subtle.exportKey('pkcs8', (await newSigner()).privateKey)).rejects.toThrow();
  });

  it('is ECDSA on P-256 where the browser has no Ed25519', async () => {
    const generate = crypto.subtle.generateKey.bind(crypto.subtle) as (...all: unknown[]) => Promise<CryptoKeyPair>;
    const without = (algorithm: { name: string }, ...rest: unknown[]) =>
      algorithm.name === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : generate(algorithm, ...rest);
    Object.assign(crypto.subtle, { generateKey: without });
    try {
      const signer = await newSigner();
      expect(signer.key.algorithm).toBe('ECDSA-P256-SHA256');
      expect(await isSignedBy(signer.key, 'bytes', await sign(signer, 'bytes'))).toBe(true);
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'generateKey');
    }
  });
});
