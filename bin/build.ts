/**
 * `node bin/build.ts`: the extension for every browser, as folders to load. `node bin/build.ts zip`: packed for the stores, with the
 * sources that Firefox's reviewers ask for. All in `.output`.
 */
import { spawnSync } from 'node:child_process';

const BROWSERS = ['chrome', 'edge', 'firefox'];
const [command = 'build'] = process.argv.slice(2);
if (command !== 'build' && command !== 'zip') {
  console.error(`There is no "${command}": say build or zip.`);
  process.exit(2);
}
const env = { ...process.env, ...(command === 'zip' && { DESKCHECK_STORE: '1' }) };
const failed = BROWSERS.filter((browser) => spawnSync('wxt', [command, '--browser', browser], { stdio: 'inherit', env }).status !== 0);
if (failed.length > 0) {
  console.error(`Failed for ${failed.join(', ')}.`);
  process.exit(1);
}
