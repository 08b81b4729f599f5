/** A file of conversations, one JSON object a line, plain or packed by gzip: told by its content, whatever it is called. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Row, rowOf } from './row.ts';

/** A row and where it stands: lines are counted from 1. */
export interface Line {
  line: number;
  row: Row;
}

/** @throws Error in words that a person can act on: which file, which line, which field. */
export function readConversations(path: string): Line[] {
  const name = basename(path);
  const lines: Line[] = [];
  for (const [i, text] of textOf(path).split('\n').entries()) {
    if (text.trim() === '') continue;
    try {
      lines.push({ line: i + 1, row: rowOf(jsonOf(text)) });
    } catch (error) {
      throw new Error(`${name}, line ${i + 1}: ${(error as Error).message}.`);
    }
  }
  if (lines.length === 0) throw new Error(`${name} holds no conversation: it should have one JSON object a line.`);
  return lines;
}

function textOf(path: string): string {
  const bytes = read(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (path.endsWith('.gz')) throw new Error(`${path} is called .gz and is not packed by gzip. Rename it, or pack it.`);
    return bytes.toString('utf8');
  }
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch (error) {
    throw new Error(`${path} cannot be unpacked: ${(error as Error).message}. Was it copied whole?`);
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`There is no file ${path}.`);
    throw new Error(code === 'EISDIR' ? `${path} is a folder; a file of conversations is asked for.` : `${path} cannot be read: ${message}.`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`is not JSON (${(error as Error).message})`);
  }
}
