/** What exports are made with, in tests: real words, the real script. */
import { pageScript } from '../../../bin/page-script.ts';
import type { Means } from '../../../lib/exports/export.ts';
import { newSigner, type Signer } from '../../../lib/seal.ts';
import { wordsOfFiles } from '../../../lib/words/words.ts';
import { translate } from '../components/words.ts';
import { later } from '../trail/a-trail.ts';

/** A key as a browser without Ed25519 makes it. */
export async function ecdsaSigner(): Promise<Signer> {
  const generate = crypto.subtle.generateKey.bind(crypto.subtle) as (...all: unknown[]) => Promise<CryptoKeyPair>;
  const without = (algorithm: { name: string }, ...rest: unknown[]) =>
    algorithm.name === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : generate(algorithm, ...rest);
  Object.assign(crypto.subtle, { generateKey: without });
  try {
    return await newSigner();
  } finally {
    Object.assign(crypto.subtle, { generateKey: generate });
  }
}

export const meansWith = async (signer: Signer): Promise<Means> => ({
  at: later(7),
  signer,
  words: wordsOfFiles(translate),
  pageScript: await pageScript(),
});
