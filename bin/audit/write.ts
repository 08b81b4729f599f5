/** Where a run's lines go: to stdout, or into a folder that shows whether it holds a whole run. */

import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRun } from './lines.ts';
import type { RefusedLine } from './run.ts';
import type { Summary } from './summary.ts';
import { inWords } from './summary.ts';
import type { VerdictLine } from './verdict-line.ts';

export interface Output {
  judged(line: VerdictLine): Promise<void> | void;
  refused(line: RefusedLine): Promise<void> | void;
  end(summary: Summary): Promise<void>;
}

/** One JSON line a ticket. */
export function toStdout(): Output {
  return {
    async judged(line) {
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
    },
    refused() {},
    async end() {},
  };
}

/** Written last, and under its own name only when all else is there: a folder with it holds a whole run. */
const MARK = 'summary.json';

/**
 * `findings.jsonl`, `refused.jsonl`, `summary.md` and `summary.json`, which appear together at the end.
 * @param replace whether a whole run that stands there may be written over.
 * @throws CannotRun
 */
export async function toFolder(folder: string, replace: boolean): Promise<Output> {
  const mark = join(folder, MARK);
  if (existsSync(mark) && !replace) {
    throw new CannotRun(`${folder} holds a whole run already. Name another --out, or say --replace to write over it.`);
  }
  const [findings, refused] = await made(folder, async () => {
    mkdirSync(folder, { recursive: true });
    return [await linesInto(join(folder, 'findings.jsonl')), await linesInto(join(folder, 'refused.jsonl'))] as const;
  });
  return {
    judged: (line) => findings.write(line),
    refused: (line) => refused.write(line),
    end: (summary) =>
      made(folder, async () => {
        rmSync(mark, { force: true });
        await findings.end();
        await refused.end();
        writeWhole(join(folder, 'summary.md'), inWords(summary));
        writeWhole(mark, `${JSON.stringify(summary, null, 2)}\n`);
      }),
  };
}

async function made<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw new CannotRun(`--out ${folder} cannot be written: ${(error as Error).message}`);
  }
}

/** Lines gathered until they are worth a write. */
const BLOCK = 256 * 1024;

async function linesInto(path: string) {
  const file = await open(`${path}.part`, 'w', 0o600);
  let held = '';
  const flush = async () => {
    const text = held;
    held = '';
    await file.writeFile(text);
  };
  return {
    async write(line: object) {
      held += `${JSON.stringify(line)}\n`;
      if (held.length > BLOCK) await flush();
    },
    async end() {
      await flush();
      await file.sync();
      await file.close();
      renameSync(`${path}.part`, path);
    },
  };
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.part`, path);
}
