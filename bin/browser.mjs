/**
 * Finds a Chromium to run the extension in, or gets one. Never branded Chrome or Edge: they ignore `--load-extension`.
 * Order: DESKCHECK_BROWSER, an installed Chromium, Playwright's own download, Debian's package (as root only).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, whyNotInstalled } from './debian.mjs';

/** A download that takes longer than this is given up. */
const DOWNLOAD_MS = 60_000;

/** A binary that starts and calls itself Chromium or Chrome for Testing. With libraries missing it does not start at all. */
function works(path) {
  if (!path || !existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && /Chromium|Chrome for Testing/.test(stdout);
}

function onPath(env) {
  const folders = (env.PATH ?? '').split(delimiter);
  return ['chromium', 'chromium-browser'].flatMap((name) => folders.map((folder) => join(folder, name))).find(works);
}

/** Where Playwright keeps the Chromium that fits its version, whether it is there or not. */
function playwrightPath(root, env) {
  const script = "import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
  return spawnSync('node', ['-e', script], { cwd: root, env, encoding: 'utf8' }).stdout;
}

function download(root, env, say) {
  say("Downloading Playwright's Chromium (given 60 s) ...");
  spawnSync('playwright', ['install', '--no-shell', 'chromium'], { cwd: root, env, stdio: 'ignore', timeout: DOWNLOAD_MS, killSignal: 'SIGKILL' });
  const path = playwrightPath(root, env);
  if (works(path)) return path;
  say(existsSync(path) ? 'It is there but does not start: libraries are missing.' : 'It could not be downloaded.');
  return undefined;
}

function install(env, say) {
  if (whyNotInstalled()) return undefined;
  installPackages(['chromium', 'fonts-dejavu-core'], { env, say });
  return onPath(env);
}

/** The path of a browser that starts; undefined after a message that says what to do. */
export function findBrowser({ root, env, say }) {
  const named = env.DESKCHECK_BROWSER;
  if (named) {
    if (works(named)) return named;
    say(`DESKCHECK_BROWSER names ${named}, which is no Chromium or Chrome for Testing that starts.`);
    return undefined;
  }
  const there = onPath(env) ?? [playwrightPath(root, env)].find(works);
  const found = there ?? download(root, env, say) ?? install(env, say);
  if (!found) {
    say('No browser: Deskcheck needs Chromium or Chrome for Testing (branded Chrome and Edge do not load extensions from a folder).');
    say('Install the package "chromium", or set DESKCHECK_BROWSER to the path of one, and run this again.');
  }
  return found;
}
