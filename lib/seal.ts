/**
 * Sealing: canonical JSON (RFC 8785) in which every text leaf stands as salted digests, in the manner of SD-JWT (RFC 9901), so that a text
 * can be taken out of an export and the rest still verifies. Digests are SHA-256, base64url; signatures are WebCrypto's.
 *
 * A leaf is `{"~":[digest,...]}`, one digest a sentence: SHA-256(salt ‖ UTF-8 of the sentence as a JSON string, or of the number).
 * An object with keys that may be data themselves is `{"~pairs":[[leaf,value],...]}`.
 * Leaf salts are derived from one random salt of the sealed value, so that a store keeps 16 bytes and an export reveals leaves one by one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Digest, Disclosure, Json, Sealed, TrailKey } from './model.ts';

/** Canonical JSON of a value, with `undefined` fields left out as JSON does. */
export const canonical = (value: unknown): string => canonicalize(JSON.parse(JSON.stringify(value))) as string;

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** Of a text's UTF-8 bytes. */
export const digestOf = (text: string): Digest => toBase64Url(sha256(utf8ToBytes(text)));

/** 128 random bits. */
export const newSalt = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

const LEAF = '~';

/** A text cut into sentences and lines, so that one of them can be taken out of a message. Their joining gives the text back. */
export function sentencesOf(text: string): string[] {
  const isSpace = (at: number) => /\s/.test(text.charAt(at));
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const ends = text[at] === '\n' || ('.!?'.includes(text.charAt(at)) && isSpace(at + 1));
    if (!ends) continue;
    while (isSpace(at + 1)) at += 1;
    pieces.push(text.slice(start, at + 1));
    start = at + 1;
  }
  return start < text.length ? [...pieces, text.slice(start)] : pieces;
}

const leafDigest = (salt: string, piece: string | number): Digest =>
  toBase64Url(sha256(concatBytes(fromBase64Url(salt), utf8ToBytes(JSON.stringify(piece)))));

/** In the order of the canonical form, in which disclosures stand too; an object of the language has whole numbers first. */
const keysOf = (one: object): string[] => Object.keys(one).sort();

/** What is to be done with a string or number of a value: asked with the keys that lead there, joined by dots, lists passed over. */
export type Plain = (path: string, value: string | number) => boolean;

/** A key that a program wrote. Any other may be data itself (an address, a name), and is sealed with its value. */
const IDENTIFIER = /^(?!__proto__$)[A-Za-z_][\w.$-]{0,63}$/;

/** Marks an object some of whose keys are sealed: a list of pairs. It is no identifier, so no key that stands open can look like it. */
const PAIRS = '~pairs';

/**
 * Seals a value. The same value, salt and `plain` give the same bytes.
 *
 * @param salt 16 random bytes, base64url; kept secret: leaf salts are derived from it.
 */
export function sealValue(value: unknown, salt: string, plain: Plain): Sealed {
  const seed = fromBase64Url(salt);
  const disclosures: Disclosure[] = [];
  const leaf = (one: string | number): Json => {
    const pieces = typeof one === 'number' || one === '' ? [one] : sentencesOf(one);
    return {
      [LEAF]: pieces.map((text) => {
        const count = disclosures.length;
        const own = toBase64Url(sha256(concatBytes(seed, Uint8Array.of(count >>> 24, count >>> 16, count >>> 8, count))).slice(0, 16));
        disclosures.push({ salt: own, text });
        return leafDigest(own, text);
      }),
    };
  };
  const visit = (one: Json, path: string): Json => {
    if (typeof one === 'string') return plain(path, one) ? one.toWellFormed() : leaf(one.toWellFormed());
    if (typeof one === 'number') return plain(path, one) ? one : leaf(one);
    if (Array.isArray(one)) return one.map((item) => visit(item, path));
    if (one === null || typeof one !== 'object') return one;
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    const keys = keysOf(one);
    if (keys.every((key) => IDENTIFIER.test(key))) return Object.fromEntries(keys.map((key) => [key, visit(one[key] as Json, below(key))]));
    return { [PAIRS]: keys.map((key) => [leaf(key.toWellFormed()), visit(one[key] as Json, path)]) };
  };
  const open = JSON.parse(JSON.stringify(value)) as Json;
  return { bytes: canonical(visit(open, '')), disclosures };
}

/** What stands where a text was taken out and nothing is to be read in its stead. */
export const REDACTED = '[redacted]';

/** The digests of a leaf; null where it is none. */
export function leafOf(one: Json): string[] | null {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return null;
  const digests = one[LEAF];
  const isLeaf = Object.keys(one).length === 1 && Array.isArray(digests) && digests.length > 0;
  return isLeaf && digests.every((item) => typeof item === 'string') ? (digests as string[]) : null;
}

/** The pairs of an object with sealed keys; null where it is none. */
export function pairsOf(one: Json): [Json, Json][] | null {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return null;
  const pairs = one[PAIRS];
  const arePairs = Object.keys(one).length === 1 && Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair) && pair.length === 2);
  return arePairs ? (pairs as [Json, Json][]) : null;
}

/** The sealed bytes as a value, its objects' keys in the order in which disclosures stand. */
export const structureOf = ({ bytes }: Sealed): Json => JSON.parse(bytes) as Json;

export interface Opening {
  /** How a text that stands for one that was taken out is shown; as it is by default. */
  reading?(text: string): string;
}

/** The value that was sealed, with readings where texts were taken out; null where a disclosure does not fit its digest. */
export function openSealed<T>(sealed: Sealed, { reading = (text) => text }: Opening = {}): T | null {
  const { disclosures } = sealed;
  let next = 0;
  let fits = true;
  const piece = (digest: string): string | number => {
    const disclosure = disclosures[next++];
    if (disclosure && 'reading' in disclosure) return reading(disclosure.reading);
    if (disclosure && leafDigest(disclosure.salt, disclosure.text) === digest) return disclosure.text;
    fits = false;
    return '';
  };
  const visit = (one: Json): Json => {
    if (one === null || typeof one !== 'object') return one;
    if (Array.isArray(one)) return one.map(visit);
    const leaf = leafOf(one);
    if (leaf) {
      const pieces = leaf.map(piece);
      return pieces.length === 1 ? (pieces[0] as Json) : pieces.join('');
    }
    const pairs = pairsOf(one);
    const opened: [string, Json][] = pairs
      ? pairs.map(([key, value]) => [String(visit(key)), visit(value)])
      : keysOf(one).map((key) => [key, visit(one[key] as Json)]);
    return Object.fromEntries(opened);
  };
  const value = visit(structureOf(sealed));
  return fits && next === disclosures.length ? (value as T) : null;
}

/** The value as it is shown, with other disclosures: `change` gets those of each leaf, and the key under which it stands ('' in a key itself). */
export function withDisclosures(sealed: Sealed, change: (leaf: Disclosure[], key: string) => Disclosure[]): Sealed {
  const disclosures: Disclosure[] = [];
  let next = 0;
  const take = (one: Json, key: string): Disclosure[] | null => {
    const leaf = leafOf(one);
    if (!leaf) return null;
    const own = sealed.disclosures.slice(next, next + leaf.length);
    next += leaf.length;
    disclosures.push(...change(own, key));
    return own;
  };
  const visit = (one: Json, key: string): void => {
    if (one === null || typeof one !== 'object' || take(one, key)) return;
    if (Array.isArray(one)) for (const item of one) visit(item, key);
    else {
      const pairs = pairsOf(one);
      for (const [name, value] of pairs ?? []) visit(value, textOf(take(name, '') ?? []));
      if (!pairs) for (const name of keysOf(one)) visit(one[name] as Json, name);
    }
  };
  visit(structureOf(sealed), '');
  return { ...sealed, disclosures };
}

/** The text of a leaf, as far as it is disclosed. */
export const textOf = (leaf: readonly Disclosure[]): string => leaf.map((one) => ('text' in one ? String(one.text) : one.reading)).join('');

/** Signs with a private key that cannot be read out. */
export interface Signer {
  key: TrailKey;
  privateKey: CryptoKey;
}

const ED25519 = { name: 'Ed25519' };
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const paramsOf = (algorithm: TrailKey['algorithm']) => (algorithm === 'Ed25519' ? ED25519 : ECDSA);

/** A new key: Ed25519 where the browser has it, else ECDSA on P-256. The private half cannot leave the browser. */
export async function newSigner(): Promise<Signer> {
  const make = async (algorithm: TrailKey['algorithm']): Promise<Signer> => {
    const pair = (await crypto.subtle.generateKey(paramsOf(algorithm), false, ['sign', 'verify'])) as CryptoKeyPair;
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const jwk = { kty: kty as string, crv: crv as string, x: x as string, ...(y === undefined ? {} : { y }) };
    return { key: { id: digestOf(canonical(jwk)), algorithm, jwk }, privateKey: pair.privateKey };
  };
  try {
    return await make('Ed25519');
  } catch {
    return make('ECDSA-P256-SHA256');
  }
}

export async function sign({ key, privateKey }: Signer, bytes: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(paramsOf(key.algorithm), privateKey, new TextEncoder().encode(bytes))));
}

/** A key that belongs to its id: nobody can put another one under it. */
export const isOwnId = ({ id, jwk }: TrailKey): boolean => digestOf(canonical(jwk)) === id;

/** False also where the key is not the one that its id names, or is none that can be read. */
export async function isSignedBy(key: TrailKey, bytes: string, signature: string): Promise<boolean> {
  if (!isOwnId(key)) return false;
  try {
    const params = paramsOf(key.algorithm);
    const publicKey = await crypto.subtle.importKey('jwk', key.jwk, params, true, ['verify']);
    return await crypto.subtle.verify(params, publicKey, fromBase64Url(signature), new TextEncoder().encode(bytes));
  } catch {
    return false;
  }
}
