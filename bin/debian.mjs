/** Debian's packages, where this is Debian or made from it, and we are root. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8')) && existsSync('/usr/bin/apt-get');

/** Null where packages can be installed; else why not. */
export function whyNotInstalled() {
  if (!isDebian()) return 'this is no Debian';
  return process.getuid?.() === 0 ? null : 'packages are installed by root only';
}

/** Tries; what came of it is seen by looking for what was to be installed. */
export function installPackages(packages, { env, say }) {
  say(`Installing Debian's ${packages.join(', ')}, as root, with apt-get ...`);
  for (const step of [['update'], ['-y', '--no-install-recommends', 'install', ...packages]]) {
    const apt = spawnSync('apt-get', ['-qq', ...step], { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
    if (apt.status !== 0) say(`apt-get ${step.includes('install') ? 'install' : 'update'} failed:\n${apt.stderr}`);
  }
}
