/** DSSE (Dead Simple Signing Envelope, v1.0.2): a payload, its type, and signatures over both. Pure, but for WebCrypto. */

import type { TrailKey } from '../../model.ts';
import { fromBase64Url, isSignedBy, type Signer, sign, toBase64Url } from '../../seal.ts';
import { base64Of, bytesOf, toBase64 } from '../../trail/file.ts';

export interface Envelope {
  payloadType: string;
  /** base64 */
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

const lengthOf = (text: string): number => new TextEncoder().encode(text).length;

/** Pre-authentication encoding: what is signed. */
export const pae = (type: string, payload: string): string => `DSSEv1 ${lengthOf(type)} ${type} ${lengthOf(payload)} ${payload}`;

/** ECDSA signatures are DER in DSSE, as OpenSSL and others have them, and r ‖ s in WebCrypto. */
const isPlain = (algorithm: TrailKey['algorithm']): boolean => algorithm === 'Ed25519';

function integer(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1;
  const digits = bytes.subarray(from);
  const body = (digits[0] as number) & 0x80 ? Uint8Array.of(0, ...digits) : digits;
  return Uint8Array.of(2, body.length, ...body);
}

export function derOf(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const body = Uint8Array.of(...integer(raw.subarray(0, half)), ...integer(raw.subarray(half)));
  return Uint8Array.of(0x30, body.length, ...body);
}

/** Of P-256. Null where it is no such signature. */
export function rawOf(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const raw = new Uint8Array(64);
  let at = 2;
  for (const half of [0, 1]) {
    const length = der[at + 1] ?? 0;
    const body = der.subarray(at + 2, at + 2 + length);
    const digits = body[0] === 0 ? body.subarray(1) : body;
    if (der[at] !== 2 || digits.length > 32) return null;
    raw.set(digits, half * 32 + 32 - digits.length);
    at += 2 + length;
  }
  // Only one way to write it is taken.
  return der[0] === 0x30 && at === der.length && derOf(raw).join() === der.join() ? raw : null;
}

export async function enclose(type: string, payload: string, signer: Signer): Promise<Envelope> {
  const raw = fromBase64Url(await sign(signer, pae(type, payload)));
  const sig = base64Of(isPlain(signer.key.algorithm) ? raw : derOf(raw));
  return { payloadType: type, payload: toBase64(payload), signatures: [{ keyid: signer.key.id, sig }] };
}

export async function isEnclosedBy(key: TrailKey, type: string, payload: string, sig: string): Promise<boolean> {
  const bytes = bytesOf(sig);
  const raw = isPlain(key.algorithm) ? bytes : rawOf(bytes);
  return raw !== null && isSignedBy(key, pae(type, payload), toBase64Url(raw));
}
