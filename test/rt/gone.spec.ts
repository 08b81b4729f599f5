/** Nothing of a Request Tracker stays: no process, no port, no folder, however it came to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installRequestTracker } from '../world/rt/install.ts';
import { type Instance, startInstance } from '../world/rt/instance.ts';
import { deliver } from '../world/rt/mail.ts';
import { expect, say, test } from './fixture.ts';

/** All that run for the instance in a folder: each has it in its environment. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DESKCHECK_RT_FOLDER=${folder}`);
    } catch {
      return false;
    }
  });
}

const listens = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const left = async ({ url, folder }: Pick<Instance, 'url' | 'folder'>) => ({
  listens: await listens(url),
  folder: existsSync(folder),
  runs: processesOf(folder).length > 0,
});

const NOTHING = { listens: false, folder: false, runs: false };

test('closed, and started and closed once more, nothing is left of either', async () => {
  for (const _ of ['first', 'second']) {
    const instance = await startInstance([]);
    expect(await left(instance)).toEqual({ listens: true, folder: true, runs: true });
    await instance.close();
    expect(await left(instance)).toEqual(NOTHING);
  }
});

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`where the program that started it is ended by ${signal}, nothing is left`, async () => {
    const module = new URL('../world/rt/instance.ts', import.meta.url).href;
    const script = `
      const { startInstance } = await import(${JSON.stringify(module)});
      const { url, folder } = await startInstance([]);
      console.log(JSON.stringify({ url, folder }));
      setInterval(() => {}, 1000);`;
    const starter = spawn('node', ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(starter.stdout, 'data')) as [Buffer];
    const instance: Pick<Instance, 'url' | 'folder'> = JSON.parse(line.toString());
    expect(await left(instance)).toEqual({ listens: true, folder: true, runs: true });
    starter.kill(signal);
    await expect.poll(() => left(instance)).toEqual(NOTHING);
  });
}

test('where it cannot start, the error holds its own words, and nothing is left', async () => {
  const twins = ['one', 'two'].map((login) => ({ login, realName: login, email: 'same@harborworks.test' }));
  const usual = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-rt-fails-'));
  process.env.TMPDIR = folder;
  try {
    await expect(startInstance(twins)).rejects.toThrow(/Request Tracker did not start:.*two/s);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(folder, { recursive: true });
  }
});

test('a mail that nobody takes is an error, although the gateway would try again later', async () => {
  const instance = await startInstance([]);
  await instance.close();
  const mail = { from: { name: 'Ana', address: 'ana@customers.test' }, subject: 'Hello', text: 'Hello' };
  await expect(deliver(instance.url, mail)).rejects.toThrow(/did not take the mail "Hello" of ana@customers\.test.*refused/s);
});

test('whoever may not install what is missing is told what to run', () => {
  const empty = mkdtempSync(join(tmpdir(), 'deskcheck-no-packages-'));
  const uid = process.geteuid!();
  process.env.DPKG_ADMINDIR = empty;
  if (uid === 0) process.seteuid!('nobody');
  try {
    expect(() => installRequestTracker(say)).toThrow(
      /only root can install it.*sudo debconf-set-selections\nsudo .*apt-get .* install .*request-tracker5/s,
    );
  } finally {
    if (uid === 0) process.seteuid!(uid);
    delete process.env.DPKG_ADMINDIR;
    rmSync(empty, { recursive: true });
  }
});
