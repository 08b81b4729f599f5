/** What verification found, as sentences: the same in the workbench and on the command line. Pure. */

import { spanOf } from '../trail/index.ts';
import { judgeAgain } from '../verify/again.ts';
import type { Report } from '../verify/index.ts';
import { key } from './labels.ts';
import type { MessageKey, Translate } from './words.ts';

export interface Told {
  holds: boolean;
  /** The first is what counts; the others are what is to be known besides. */
  lines: string[];
  /** Of the files in a bundle. */
  files: Told[];
}

function brokenLine({ name, broken }: Extract<Report, { broken: object }>, t: Translate): string {
  const at = 'seq' in broken ? String(broken.seq) : 'digest' in broken ? broken.digest : 'id' in broken ? broken.id : '';
  const part = broken.part === 'file' ? name : `${name}: ${t(key('verify', `at-${broken.part}`) as MessageKey, at)}`;
  return `${part} ${t(key('verify', broken.why), ...broken.values)}.`;
}

function wholeLines({ name, kind, whole, files }: Extract<Report, { broken: null }>, t: Translate): string[] {
  if (!whole) return [`${name} ${t(key('verify', `whole-${kind}`) as MessageKey, String(files?.length ?? 0))}.`];
  const { trail, cores, end } = whole;
  const { helpdesk, host, id } = trail.ticket;
  const span = spanOf(cores) ?? { from: '', to: '' };
  const { judgements, same, not } = judgeAgain(trail);
  const left = Object.entries(not).filter(([, count]) => count > 0) as [keyof typeof not, number][];
  const unjudged = left.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${name} ${t('verify_whole_trail', `${helpdesk} ${host} ${id}`, String(end.count), span.from, span.to, end.head)}.`,
    ...(end.redacted > 0 ? [t('verify_readings', String(end.redacted))] : []),
    ...(judgements > unjudged ? [t('verify_repeated', String(same), String(judgements - unjudged))] : []),
    ...(unjudged > 0 ? [t('verify_not_repeated', String(unjudged), left.map(([why]) => t(key('verify_not', why))).join(', '))] : []),
  ];
}

export const tellReport = (report: Report, t: Translate): Told => ({
  holds: report.broken === null,
  lines: report.broken === null ? wholeLines(report, t) : [brokenLine(report, t)],
  files: report.broken === null ? (report.files ?? []).map((one) => tellReport(one, t)) : [],
});

/** Whose key it is; null where something does not hold, and nothing is to be said of keys. */
export function tellKeys(reports: readonly Report[], expected: readonly string[], t: Translate): string | null {
  if (reports.some((report) => report.broken !== null)) return null;
  const keys = [...new Set(reports.flatMap((report) => (report.broken === null ? report.keys : [])))];
  if (keys.length === 0) return null;
  return t(expected.length > 0 ? 'verify_signed_known' : 'verify_signed_unknown', keys.join(', '));
}
