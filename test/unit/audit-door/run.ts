/** Runs the door on files of these lines, in this process, or as a program of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../../bin/audit/run.ts';
import { NO_TEAM, type Team } from '../../../bin/audit/team.ts';
import type { VerdictLine } from '../../../bin/audit/verdict-line.ts';

export const folder = mkdtempSync(join(tmpdir(), 'deskcheck-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export type Content = string | Buffer | readonly (object | string)[];

const textOf = (content: Content): string | Buffer =>
  typeof content === 'string' || Buffer.isBuffer(content)
    ? content
    : content.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

/** A file in the test's folder. */
export function file(name: string, content: Content): string {
  const path = join(folder, name);
  writeFileSync(path, textOf(content));
  return path;
}

export const NOW = '2026-04-01T00:00:00.000Z';

/** What is said of each ticket and of each refused line (`tickets 2: …`). */
export async function audited(tickets: Content, more: { calls?: Content; team?: Team; now?: string | null } = {}) {
  const lines: VerdictLine[] = [];
  const refused: string[] = [];
  const { tally, now } = await run(
    {
      tickets: file('tickets.jsonl', tickets),
      calls: more.calls === undefined ? null : file('calls.jsonl', more.calls),
      team: more.team ?? NO_TEAM,
      now: more.now === undefined ? NOW : more.now,
    },
    {
      judged: (line) => void lines.push(line),
      refused: ({ file, line, problems }) =>
        void refused.push(`${file.slice(folder.length + 1).replace('.jsonl', '')} ${line}: ${problems.join('; ')}`),
    },
  );
  return { lines, refused, tally, now };
}

/** `npm run audit -- ARGS`, without npm. */
export function door(args: readonly string[], options: { env?: Record<string, string>; input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin/node'), ['bin/audit.ts', ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr, lines: stdout.split('\n').filter((line) => line.startsWith('{')) };
}

/** A ticket in which the agent says this, after these calls. */
export const ticket = (id: string | number, text: string, more: object = {}) => ({
  ticket: id,
  messages: [
    { from: 'customer', at: '2026-03-02T09:00:00Z', text: 'Please help.' },
    { from: 'ai-agent', at: '2026-03-02T09:05:00Z', text },
  ],
  ...more,
});

export const refund = (amount: number, more: object = {}) => ({
  name: 'create_refund',
  arguments: { amount, currency: 'USD' },
  result: { status: 'succeeded' },
  startedAt: '2026-03-02T09:04:00Z',
  ...more,
});

/** `supported call-matches` of each claim. */
export const verdicts = (line: VerdictLine | undefined): string[] =>
  (line?.findings ?? []).map((finding) => (finding.about === 'claim' ? `${finding.verdict} ${finding.reason}` : finding.class));
