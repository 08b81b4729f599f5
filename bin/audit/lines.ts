/** The lines of a file of any length, one at a time: what a line is (and is not) stands here and nowhere else. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** A longer line is left out, and not held in memory. In bytes. */
export const MAX_LINE = 64 * 1024 * 1024;

export interface Line {
  /** From 1. */
  number: number;
  /** Where it begins, in bytes from the start of the file. */
  offset: number;
  /** In bytes, without its end mark. */
  length: number;
  /** Without its end mark; null where it cannot be read, and then `problem` says why. */
  text: string | null;
  problem: string;
}

/** The run cannot go on, or begin; the message says what to do. */
export class CannotRun extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NEWLINE = 10;
const RETURN = 13;

/** The file's own lines, in order. Empty ones are left out. @throws CannotRun where the file cannot be read. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const stream: Readable = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1024 * 1024 });
  let held: Buffer[] = [];
  let size = 0;
  let offset = 0;
  let number = 0;
  const end = (): Line => {
    number += 1;
    const line = asLine(size > MAX_LINE ? null : Buffer.concat(held), { number, offset, length: size });
    offset += size + 1;
    held = [];
    size = 0;
    return line;
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (offset === 0 && size === 0) refuseOther(chunk, path);
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        size += at - from;
        if (size <= MAX_LINE) held.push(chunk.subarray(from, at));
        const line = end();
        if (line.text !== '') yield line;
        from = at + 1;
      }
      size += chunk.length - from;
      // A line that has grown too long lets go of its parts.
      if (size <= MAX_LINE) held.push(chunk.subarray(from));
      else held = [];
    }
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (size > 0) {
    const line = end();
    if (line.text !== '') yield line;
  }
}

function asLine(bytes: Buffer | null, place: Pick<Line, 'number' | 'offset' | 'length'>): Line {
  if (bytes === null) return { ...place, text: null, problem: `is longer than ${MAX_LINE / 1024 / 1024} MiB` };
  try {
    return { ...place, text: decode(bytes), problem: '' };
  } catch {
    return { ...place, text: null, problem: 'is not UTF-8' };
  }
}

/** @throws TypeError where the bytes are not UTF-8. */
export function decode(bytes: Buffer): string {
  const text = decoder.decode(bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes).replace(/^\uFEFF/, '');
  return text.trim() === '' ? '' : text;
}

/** Files that are often given by mistake: better one sentence than an error for each of their lines. */
function refuseOther(start: Buffer, path: string): void {
  const [a, b] = start;
  if (a === 0x1f && b === 0x8b) throw new CannotRun(`${path} is compressed. Run: gunzip -c ${path} | npm run --silent audit -- - --now TIME`);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw new CannotRun(`${path} is UTF-16. Save it as UTF-8.`);
  const text = start.subarray(0, 1024).toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (text.startsWith('[')) throw new CannotRun(`${path} is one JSON list. One ticket a line is wanted: jq -c '.[]' ${path} > lines.jsonl`);
}
