/** An exported page: the trail in it holds, and the page says what that trail says. Its own script is not asked. Pure, but for WebCrypto. */
import { CARRIED, pageOf } from '../exports/page/index.ts';
import { parseFile, verifyFile } from '../trail/index.ts';
import type { Words } from '../words/words.ts';
import { type Report, trouble } from './report.ts';

export interface PageMeans {
  words: Words;
  pageScript: string;
}

const SCRIPT = { open: '<script>', close: '</script>\n</body></html>\n' };

function between(text: string, { open, close }: { open: string; close: string }, last = false): string | null {
  const from = last ? text.lastIndexOf(open) : text.indexOf(open);
  const to = from < 0 ? -1 : text.indexOf(close, from + open.length);
  return to < 0 ? null : text.slice(from + open.length, to);
}

export async function verifyPage(name: string, text: string, expected: readonly string[], { words, pageScript }: PageMeans): Promise<Report> {
  const kind = 'page';
  const carried = between(text, CARRIED);
  if (carried === null) return { name, kind, ...trouble('no-trail') };
  const verified = await verifyFile(carried, expected);
  if ('broken' in verified) return { name, kind, ...verified };
  if (between(text, SCRIPT, true) !== pageScript) return { name, kind, ...trouble('other-script') };
  const { trail, end, keys } = verified.whole;
  if (pageOf(parseFile(carried), trail, end, words, pageScript) !== text) return { name, kind, ...trouble('other-page') };
  return { name, kind, broken: null, keys, whole: verified.whole };
}
