#!/usr/bin/env node
/**
 * Sets up what a command needs, then runs it: `node bin/setup.mjs [--browser] [--firefox] [-- COMMAND ARGUMENT...]`.
 * Plain JavaScript without dependencies, for the Node that the machine has: the one that the project pins comes with its
 * packages and runs the command. What stands already is not repeated. Speaks on stderr only: stdout is the command's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { findFirefox } from './firefox.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bins = join(root, 'node_modules', '.bin');
const say = (line) => process.stderr.write(`${line}\n`);
const env = { ...process.env, PATH: `${bins}${delimiter}${process.env.PATH}` };

/** Installs the packages of the lock file, unless just these are there. */
function installPackages() {
  const stamp = join(root, 'node_modules', '.deskcheck-setup');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the packages of package-lock.json (about 500 MB on disk, one to two minutes) ...');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (npm.status !== 0) {
    say("The packages could not be installed: see npm's words above. The npm registry must be reachable.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const args = process.argv.slice(2);
const cut = args.indexOf('--');
const options = cut < 0 ? args : args.slice(0, cut);
const command = cut < 0 ? [] : args.slice(cut + 1);

installPackages();
if (options.includes('--browser')) {
  const browser = findBrowser({ root, env, say });
  if (!browser) process.exit(1);
  env.DESKCHECK_BROWSER = browser;
}
if (options.includes('--firefox')) {
  // Without one the rest is run all the same: the step that needs it says why it could not.
  const { path, why } = findFirefox({ env, say });
  Object.assign(env, path ? { DESKCHECK_FIREFOX: path } : { DESKCHECK_FIREFOX: '', DESKCHECK_FIREFOX_WHY: why });
  if (why) say(why);
}
if (command.length > 0) {
  const child = spawn(command[0], command.slice(1), { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`${command[0]} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
