/** VERIFY: any file that Deskcheck exports, told by what it holds. Pure, but for WebCrypto. */
import { verifyFile } from '../trail/index.ts';
import { strictJson, Unreadable } from '../trail/strict-json.ts';
import { verifyBundle } from './bundle.ts';
import { type PageMeans, verifyPage } from './page.ts';
import { type Report, trouble } from './report.ts';
import { verifyStatement } from './statement.ts';

export { type FileTrouble, holds, type Report } from './report.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * @param expected fingerprints that are known to be the installation's; empty where none is known.
 * @param listed the file stands in a bundle, whose manifest was checked: then a file that cannot be verified by itself holds as it was listed.
 */
export async function verifyExport(name: string, bytes: Uint8Array, expected: readonly string[], means: PageMeans, listed = false): Promise<Report> {
  if (ZIP.every((byte, i) => bytes[i] === byte)) {
    if (listed) return { name, kind: 'unknown', ...trouble('unknown-file') };
    return verifyBundle(name, bytes, expected, (file, inner) => verifyExport(file, inner, expected, means, true));
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const start = text.slice(0, 1_000).trimStart();
  if (start.startsWith('<')) return verifyPage(name, text, expected, means);
  // Lines of JSON are rows for other systems: none of them is a trail.
  if (start.startsWith('{') && !name.endsWith('.jsonl')) {
    const found = await verifyJson(name, text, expected);
    if (found) return found;
  }
  return listed ? { name, kind: 'listed', broken: null, keys: [] } : { name, kind: 'unknown', ...trouble('unknown-file') };
}

/** Null where it is some other JSON. */
async function verifyJson(name: string, text: string, expected: readonly string[]): Promise<Report | null> {
  let value: unknown;
  try {
    value = strictJson(text);
  } catch (error) {
    if (error instanceof Unreadable) return { name, kind: 'unknown', broken: { part: 'file', why: error.id, values: error.values } };
    throw error;
  }
  const fields = Object.keys(value as object);
  if (fields.includes('payloadType')) return verifyStatement(name, value, expected);
  if (!fields.includes('events') && !fields.includes('format')) return null;
  const verified = await verifyFile(text, expected);
  if ('broken' in verified) return { name, kind: 'trail', ...verified };
  return { name, kind: 'trail', broken: null, keys: verified.whole.keys, whole: verified.whole };
}
