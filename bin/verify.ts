/**
 * `npm run --silent verify -- FILE... [--key FINGERPRINT]`: verifies what Deskcheck exported, offline.
 * Ends with 0: all of it holds and is signed by a key that was given; 1: something does not hold; 2: it could not be run;
 * 3: all of it is consistent, and no key was given to compare with.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { holds, type Report, verifyExport } from '../lib/verify/index.ts';
import { type Told, tellKeys, tellReport } from '../lib/words/verification.ts';
import { wordsOfFiles } from '../lib/words/words.ts';
import { pageScript } from './page-script.ts';
import { t } from './words.ts';

const USAGE = `Usage: npm run --silent verify -- FILE... [--key FINGERPRINT]...
  FILE   an export of Deskcheck: trail (JSON), page (HTML), in-toto statement, or a zip of these
  --key  the fingerprint that the options of the installation show; may be given several times
Ends with 0: all holds, signed by a key that was given; 1: something does not hold; 3: consistent, but no key was given; 2: could not be run.`;

const FINGERPRINT = /^[A-Za-z0-9_-]{43}$/;

function askedBy(args: string[]): { files: string[]; keys: string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    });
    const keys = values.key ?? [];
    if (values.help || positionals.length === 0) return null;
    const wrong = keys.find((key) => !FINGERPRINT.test(key));
    if (wrong === undefined) return { files: positionals, keys };
    console.error(`"${wrong}" is no fingerprint: it has 43 letters, digits, "-" and "_".`);
  } catch (error) {
    console.error((error as Error).message);
  }
  return null;
}

function say({ lines, files }: Told, indent = ''): void {
  for (const [i, line] of lines.entries()) console.log(`${indent}${i > 0 ? '  ' : ''}${line}`);
  for (const one of files) say(one, `${indent}  `);
}

async function run(args: string[]): Promise<number> {
  const asked = askedBy(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const means = { words: wordsOfFiles(t), pageScript: await pageScript() };
  const reports: Report[] = [];
  for (const name of asked.files) {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(resolve(process.env.INIT_CWD ?? '.', name));
    } catch (error) {
      console.error(`${name} cannot be read: ${(error as Error).message}`);
      return 2;
    }
    const report = await verifyExport(name, bytes, asked.keys, means);
    say(tellReport(report, t));
    reports.push(report);
  }
  if (!reports.every(holds)) return 1;
  console.log(tellKeys(reports, asked.keys, t));
  return asked.keys.length > 0 ? 0 : 3;
}

process.exitCode = await run(process.argv.slice(2));
