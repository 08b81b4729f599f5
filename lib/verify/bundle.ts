/** A zip of exports: its manifest is signed, names every file and nothing else, and each file in it holds. Pure, but for WebCrypto. */
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { BUNDLE_FORMAT, digestOfBytes, MANIFEST, type Manifest, signedPart } from '../exports/bundle.ts';
import { isSignedBy } from '../seal.ts';
import { shaped, WrongShape } from '../trail/file.ts';
import { keySchema } from '../trail/schema.ts';
import { strictJson, Unreadable } from '../trail/strict-json.ts';
import { type Report, trouble } from './report.ts';

const manifestSchema = v.strictObject({
  format: v.literal(BUNDLE_FORMAT),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.array(v.strictObject({ name: v.string(), bytes: v.number(), sha256: v.string() })),
  key: keySchema,
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/)),
});

/** In bytes, unpacked: a small zip can hold more than a machine. */
const MOST = 1_000_000_000;
const MOST_FILES = 20_000;

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let total = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > MOST || count > MOST_FILES) throw new Error('too much');
        return true;
      },
    });
  } catch {
    return null;
  }
}

/** @param verifyOne of one file in it. */
export async function verifyBundle(
  name: string,
  bytes: Uint8Array,
  expected: readonly string[],
  verifyOne: (name: string, bytes: Uint8Array) => Promise<Report>,
): Promise<Report> {
  const kind = 'bundle';
  const files = unpacked(bytes);
  if (!files) return { name, kind, ...trouble('no-zip') };
  const own = files[MANIFEST];
  if (!own) return { name, kind, ...trouble('no-manifest') };
  try {
    const manifest = shaped(manifestSchema, strictJson(new TextDecoder('utf-8', { fatal: true }).decode(own)), MANIFEST) as Manifest;
    const { key } = manifest;
    if (!(await isSignedBy(key, signedPart(manifest), manifest.signature))) return { name, kind, ...trouble('manifest-signature') };
    const listed = new Map(manifest.files.map((file) => [file.name, file]));
    const stranger = Object.keys(files).find((file) => file !== MANIFEST && !listed.has(file));
    if (stranger !== undefined) return { name, kind, ...trouble('not-in-manifest', stranger) };
    for (const file of manifest.files) {
      const there = files[file.name];
      if (!there) return { name, kind, ...trouble('not-in-zip', file.name) };
      if (digestOfBytes(there) !== file.sha256 || there.length !== file.bytes) return { name, kind, ...trouble('other-bytes', file.name) };
    }
    if (expected.length > 0 && !expected.includes(key.id))
      return { name, kind, broken: { part: 'key', id: key.id, why: 'other-key', values: [key.id] } };
    const reports: Report[] = [];
    for (const file of manifest.files) reports.push(await verifyOne(file.name, files[file.name] as Uint8Array));
    return {
      name,
      kind,
      broken: null,
      keys: [...new Set([key.id, ...reports.flatMap((one) => (one.broken === null ? one.keys : []))])],
      files: reports,
    };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof WrongShape)
      return { name, kind, broken: { part: 'file', why: error.id, values: error.values } };
    return { name, kind, ...trouble('no-manifest') };
  }
}
