/** Several files as one zip, with a signed manifest of their hashes. Pure, but for the signature. */
import { sha256 } from '@noble/hashes/sha2.js';
import { zipSync } from 'fflate';
import type { Digest, Iso, TrailKey } from '../model.ts';
import { canonical, type Signer, sign, toBase64Url } from '../seal.ts';

export const MANIFEST = 'manifest.json';
export const BUNDLE_FORMAT = 'deskcheck-bundle/1';

export interface Manifest {
  format: typeof BUNDLE_FORMAT;
  exportedAt: Iso;
  files: { name: string; bytes: number; sha256: Digest }[];
  key: TrailKey;
  /** Over the canonical JSON of all other fields, base64url. */
  signature: string;
}

export const digestOfBytes = (bytes: Uint8Array): Digest => toBase64Url(sha256(bytes));

/** What a manifest's signature is over. */
export const signedPart = ({ signature: _, ...rest }: Manifest): string => canonical(rest);

/** zip keeps times without a zone: the same one for all, so that the same files give the same bytes. */
const MTIME = '1980-01-02';

export async function bundleOf(files: Readonly<Record<string, Uint8Array>>, at: Iso, signer: Signer): Promise<Uint8Array> {
  const names = Object.keys(files).sort();
  const listed = names.map((name) => ({ name, bytes: (files[name] as Uint8Array).length, sha256: digestOfBytes(files[name] as Uint8Array) }));
  const manifest: Manifest = { format: BUNDLE_FORMAT, exportedAt: at, files: listed, key: signer.key, signature: '' };
  manifest.signature = await sign(signer, signedPart(manifest));
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return zipSync({ [MANIFEST]: text, ...Object.fromEntries(names.map((name) => [name, files[name] as Uint8Array])) }, { mtime: MTIME });
}
