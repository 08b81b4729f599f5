/** Files of one JSON value a line. */
import { readFileSync } from 'node:fs';

export interface JsonLine {
  value: unknown;
  /** Counted from 1. */
  line: number;
}

/** Blank lines are passed over. A line that is no JSON is an error that names file and line. */
export function readJsonLines(file: string): JsonLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ value: parsed(text, `${file}, line ${index + 1}`), line: index + 1 }]));
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
