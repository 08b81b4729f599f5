/** A new, empty Request Tracker of its own: a folder in the system's temporary one, a free port of this machine, and nothing else. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../../../bin/tool-log/server.ts';
import type { Account } from './people.ts';

export interface Instance {
  /** Without a slash at its end, e.g. `http://127.0.0.1:23471`. */
  url: string;
  /** Holds all of its data, its log (`log/rt.log`) and the mail that it sent (`outbox.mbox`). */
  folder: string;
  /** The root user's password. */
  rootPassword: string;
  /** Of the accounts without a password, by login. */
  tokens: Record<string, string>;
  /** Ends every process of it and removes its folder. It happens by itself too, however this program ends. */
  close(): Promise<void>;
}

const SCRIPTS = fileURLToPath(new URL('./instance/', import.meta.url));
/** Making the database takes seconds; this is for a machine that does much else. */
const START_MS = 120_000;

/** @throws CannotStart with the server's own last words. */
export async function startInstance(staff: Account[]): Promise<Instance> {
  const folder = mkdtempSync(join(tmpdir(), 'deskcheck-rt-'));
  const rootPassword = randomBytes(12).toString('hex');
  writeFileSync(join(folder, 'root-password'), rootPassword);
  writeFileSync(join(folder, 'staff.json'), JSON.stringify(staff));
  const port = await freePort();
  const leash = spawn(join(SCRIPTS, 'leash.sh'), [folder, join(SCRIPTS, 'run.sh')], {
    env: { ...process.env, DESKCHECK_RT_FOLDER: folder, DESKCHECK_RT_PORT: String(port) },
    // In a group of its own, Ctrl+C ends this program first, which then lets the leash go.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [leash.stdout, leash.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2_000);
    });
  }
  const ended = new Promise<void>((resolve) => leash.once('close', () => resolve()));
  const close = () => {
    leash.stdin.end();
    return ended;
  };
  const url = `http://127.0.0.1:${port}`;
  const ready = await Promise.race([answers(url), ended.then(() => false)]);
  if (!ready) {
    await close();
    throw new CannotStart(`Request Tracker did not start:\n${words}`);
  }
  const tokens: Record<string, string> = JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8'));
  return { url, folder, rootPassword, tokens, close };
}

/** Whether it serves its login page, before time is up. */
async function answers(url: string): Promise<boolean> {
  for (const until = Date.now() + START_MS; Date.now() < until; ) {
    const answer = await fetch(`${url}/NoAuth/Login.html`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

/**
 * Its settings name the port before its server takes it. So the port lies below those that systems give to outgoing connections:
 * none of them gets it meanwhile.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
