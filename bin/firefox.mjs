/**
 * Finds a Firefox to run the extension in, or gets one. Order: DESKCHECK_FIREFOX, an installed Firefox, Debian's package (as root only).
 * The tests drive Firefox by its own WebDriver BiDi: there is nothing to download for them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, whyNotInstalled } from './debian.mjs';

/** The manifest's `strict_min_version`. */
const OLDEST = 142;

function works(path) {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && Number(/^Mozilla Firefox (\d+)/m.exec(stdout)?.[1] ?? 0) >= OLDEST;
}

function onPath(env) {
  const folders = (env.PATH ?? '').split(delimiter);
  return ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name))).find(works);
}

/** `{ path }` of a Firefox that starts; `{ path: 'none' }` where DESKCHECK_FIREFOX says that it is not wanted; else `{ why }`, a sentence. */
export function findFirefox({ env, say }) {
  const named = env.DESKCHECK_FIREFOX;
  if (named === 'none' || (named && works(named))) return { path: named };
  if (named) return { why: `DESKCHECK_FIREFOX names ${named}, which is no Firefox ${OLDEST} or newer that starts.` };
  const there = onPath(env);
  if (there) return { path: there };
  const whyNot = whyNotInstalled();
  if (!whyNot) installPackages(['firefox-esr', 'fonts-dejavu-core'], { env, say });
  const path = onPath(env);
  if (path) return { path };
  return { why: `No Firefox ${OLDEST} or newer is installed, and ${whyNot ?? "Debian's package did not bring one"}.` };
}
