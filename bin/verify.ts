/**
 * `npm run --silent verify -- FILE... [--key FINGERPRINT]`: verifies what Deskcheck exported, offline.
 * Ends with 0: all of it holds and is signed by a key that was given; 1: something does not hold; 2: it could not be run;
 * 3: all of it is consistent, and no key was given to compare with.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { spanOf } from '../lib/trail/index.ts';
import { judgeAgain } from '../lib/verify/again.ts';
import { holds, type Report, verifyExport } from '../lib/verify/index.ts';
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

const key = (id: string) => `verify_${id.replaceAll('-', '_')}`;

/** What does not hold, as a sentence. */
function brokenLine({ name, broken }: Extract<Report, { broken: object }>): string {
  const at = 'seq' in broken ? String(broken.seq) : 'digest' in broken ? broken.digest : 'id' in broken ? broken.id : '';
  const part = broken.part === 'file' ? name : `${name}: ${t(key(`at-${broken.part}`), at)}`;
  return `${part} ${t(key(broken.why), ...broken.values)}.`;
}

function wholeLines(report: Extract<Report, { broken: null }>): string[] {
  const { name, kind, whole, files } = report;
  if (!whole) return [`${name} ${t(key(`whole-${kind}`), String(files?.length ?? 0))}.`];
  const { trail, cores, end } = whole;
  const { helpdesk, host, id } = trail.ticket;
  const span = spanOf(cores) ?? { from: '', to: '' };
  const { judgements, same, not } = judgeAgain(trail);
  const left = Object.entries(not).filter(([, count]) => count > 0);
  return [
    `${name} ${t('verify_whole_trail', `${helpdesk} ${host} ${id}`, String(end.count), span.from, span.to, end.head)}.`,
    ...(end.redacted > 0 ? [`  ${t('verify_readings', String(end.redacted))}`] : []),
    ...(judgements > 0 ? [`  ${t('verify_repeated', String(same), String(judgements))}`] : []),
    ...(left.length > 0
      ? [
          `  ${t('verify_not_repeated', String(left.reduce((sum, [, count]) => sum + count, 0)), left.map(([why]) => t(`verify_not_${why}`)).join(', '))}`,
        ]
      : []),
  ];
}

function say(report: Report, indent = ''): void {
  const lines = report.broken === null ? wholeLines(report) : [brokenLine(report)];
  for (const line of lines) console.log(indent + line);
  if (report.broken === null) for (const one of report.files ?? []) say(one, `${indent}  `);
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
    say(report);
    reports.push(report);
  }
  if (!reports.every(holds)) return 1;
  const keys = [...new Set(reports.flatMap((report) => (report.broken === null ? report.keys : [])))].join(', ');
  console.log(t(asked.keys.length > 0 ? 'verify_signed_known' : 'verify_signed_unknown', keys));
  return asked.keys.length > 0 ? 0 : 3;
}

process.exitCode = await run(process.argv.slice(2));
