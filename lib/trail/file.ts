/** A trail as a file, and back. What a stranger's file may hold is decided by `strict-json` and `schema`. Pure, but for the signature of its end. */
import * as v from 'valibot';
import type { Digest, Iso, Json, Sealed, Signed, Trail } from '../model.ts';
import { canonical, digestOf, fromBase64Url, type Signer, toBase64Url } from '../seal.ts';
import { NOT_PROVEN, PROVEN } from './proof.ts';
import { FORMAT, fileSchema, type TrailFile } from './schema.ts';
import { sealEnd } from './sealing.ts';
import { strictJson } from './strict-json.ts';

/** With padding, as `base64 -d` and DSSE have it. */
export const toBase64 = (text: string): string => base64Of(new TextEncoder().encode(text));
export const base64Of = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
};
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
/** @throws where the bytes are not UTF-8 */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

const signatureOf = (base64url: string): string => base64Of(fromBase64Url(base64url));

const sealedOut = ({ bytes, disclosures }: Sealed) => ({ payload: toBase64(bytes), disclosures });

/** The digest that a file's end names: of everything before it. */
export const digestOfFile = ({ end: _, ...rest }: Omit<TrailFile, 'end'> & { end?: unknown }): Digest => digestOf(canonical(rest));

/** The trail with its terminal record, signed now. */
export async function fileOf(trail: Trail, at: Iso, signer: Signer): Promise<TrailFile> {
  const contents = Object.keys(trail.contents).sort();
  const before = {
    format: FORMAT as typeof FORMAT,
    proven: [...PROVEN],
    notProven: [...NOT_PROVEN],
    ticket: trail.ticket,
    keys: trail.keys,
    events: trail.events.map((event) => ({ ...sealedOut(event), hash: event.hash, signature: signatureOf(event.signature) })),
    contents: Object.fromEntries(contents.map((digest) => [digest, sealedOut(trail.contents[digest] as Sealed)])),
  };
  const end = await sealEnd(trail, at, digestOfFile(before), signer);
  return { ...before, end: { payload: toBase64(end.bytes), signature: signatureOf(end.signature) } };
}

/** One field a line: `docs/check-trail.sh` reads it line by line. */
export const printFile = (file: TrailFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** The file is not what its schema says: where, and what valibot says of it. */
export class WrongShape extends Error {
  readonly id = 'shape';
  readonly values: string[];
  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.values = [field, message];
  }
}

/** @throws WrongShape */
export function shaped<T>(schema: v.GenericSchema<unknown, T>, value: unknown, at = ''): T {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new WrongShape([at, v.getDotPath(issue)].filter(Boolean).join('.') || '(file)', issue.message.slice(0, 200));
}

/** @throws Unreadable, WrongShape */
export const parseFile = (text: string): TrailFile => shaped(fileSchema, strictJson(text));

/** The same bytes can be written in several ways: only one is read, so that no letter of a file can change unseen. */
export function strictBytes(field: string, base64: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = bytesOf(base64);
    if (base64Of(bytes) === base64) return bytes;
  } catch {
    // Said below.
  }
  throw new WrongShape(field, 'not base64');
}

/** @throws WrongShape */
export function strictText(field: string, base64: string): string {
  const bytes = strictBytes(field, base64);
  try {
    return textOf(bytes);
  } catch {
    throw new WrongShape(field, 'not UTF-8');
  }
}

const sealedIn = (field: string, { payload, disclosures }: { payload: string; disclosures: Sealed['disclosures'] }): Sealed => ({
  bytes: strictText(`${field}.payload`, payload),
  disclosures,
});

/** @throws WrongShape where a payload is no text */
export function trailOfFile({ ticket, keys, events, contents, end }: TrailFile): { trail: Trail; end: Signed } {
  const inUrl = (field: string, base64: string) => toBase64Url(strictBytes(field, base64));
  const trail: Trail = {
    ticket,
    keys: keys as Trail['keys'],
    events: events.map((event, i) => ({
      ...sealedIn(`events.${i}`, event),
      hash: event.hash,
      signature: inUrl(`events.${i}.signature`, event.signature),
    })),
    contents: Object.fromEntries(Object.entries(contents).map(([digest, one]) => [digest, sealedIn(`contents.${digest}`, one)])),
  };
  return { trail, end: { ...sealedIn('end', { payload: end.payload, disclosures: [] }), signature: inUrl('end.signature', end.signature) } };
}

/** @throws Unreadable, WrongShape */
export const readTrail = (text: string): Trail => trailOfFile(parseFile(text)).trail;

/** A payload as the canonical JSON that it must be. Null where it is not: then two readers may see different things in it. */
export function canonicalJson(bytes: string): Json | null {
  const value = strictJson(bytes);
  return canonical(value) === bytes ? value : null;
}
