/** Files that the browser downloads. */
import { readFileSync } from 'node:fs';

/** What a download of JSON holds; undefined until all of it is there: the file stands before its words do. */
export function whole(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
