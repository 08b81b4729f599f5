/** Debian's packages of Request Tracker: installed where they are missing and we may, otherwise an error that says what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { CannotStart } from '../../../bin/tool-log/server.ts';

const PACKAGES = ['request-tracker5', 'rt5-standalone', 'rt5-db-sqlite', 'rt5-clients'];

/** Without these, installing would make a database and jobs of its own, which nobody here needs. */
const ANSWERS = ['dbconfig-install', 'install-cronjobs', 'handle-siteconfig-permissions'].map(
  (question) => `request-tracker5 request-tracker5/${question} boolean false`,
);

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return /^Status: \w+ ok installed$/m.test(stdout);
}

function isDebian(): boolean {
  return existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Request Tracker wants something that sends mail. Whatever the machine has stays; msmtp has no daemon, and is never run here. */
function missingPackages(): string[] {
  const missing = PACKAGES.filter((name) => !isInstalled(name));
  return missing.length > 0 && !existsSync('/usr/sbin/sendmail') ? ['msmtp-mta', ...missing] : missing;
}

/** @throws CannotStart where it is not installed and cannot be. */
export function installRequestTracker(say: (line: string) => void): void {
  if (!isDebian()) throw new CannotStart("Request Tracker is run from Debian's packages, and this system is not Debian.");
  const missing = missingPackages();
  if (missing.length === 0) return;
  const apt = ['-y', '--no-install-recommends', 'install', ...missing];
  if (process.geteuid?.() !== 0) {
    const answers = ANSWERS.map((line) => `'${line}'`).join(' ');
    const commands = `printf '%s\\n' ${answers} | sudo debconf-set-selections\nsudo DEBIAN_FRONTEND=noninteractive apt-get ${apt.join(' ')}`;
    throw new CannotStart(`Request Tracker is not installed, and only root can install it. Run this once, then try again:\n${commands}`);
  }
  say(`Installing Debian's packages of Request Tracker, as root, with apt-get (about a minute): ${missing.join(', ')} ...`);
  run('debconf-set-selections', [], `${ANSWERS.join('\n')}\n`);
  run('apt-get', ['-qq', 'update']);
  run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...apt]);
}

function run(command: string, args: string[], input = ''): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr, error } = spawnSync(command, args, { env, input, encoding: 'utf8' });
  if (status !== 0)
    throw new CannotStart(`Request Tracker could not be installed: ${command} ${args.join(' ')} failed.\n${error?.message ?? stderr}`);
}
