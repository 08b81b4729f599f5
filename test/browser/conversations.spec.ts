/** Conversations of a file as tickets, visited one after the other as `npm start -- --conversations FILE` does without a display. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { library, silent, vendorShape } from '../unit/world/rows.ts';
import { conversationWorld } from '../world/conversations.ts';
import type { FoundLine } from '../world/review.ts';
import { visitAll } from '../world/tour.ts';
import { expect, test } from './fixture.ts';

/** More messages than the page loads at once. */
const long = {
  ...library,
  id: 'a long/one?',
  messages: [...Array.from({ length: 30 }, (_, i) => ({ role: i % 2 === 0 ? 'user' : 'assistant', content: `Line ${i}.` })), ...library.messages],
};

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-conversations-'));
const file = join(folder, 'rows.jsonl.gz');
writeFileSync(file, gzipSync([library, silent, vendorShape, long].map((row) => JSON.stringify(row)).join('\n')));

test.use({ of: conversationWorld(file).world });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each is audited with its own run, and table, screenshots, trail and transcript are left for whoever checks the marks', async ({ desk }) => {
  const said: string[] = [];
  await visitAll(desk.browser, desk.world, folder, (line) => said.push(line));
  const lines = said.join('\n').split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ticket +claims +supported +contradicted +unsupported +unverifiable +worst finding$/));
  expect(lines).toContainEqual(expect.stringMatching(/^10001 lib-01 +2 +1 +1 +0 +0 +contradicted: call-failed$/));
  expect(lines).toContainEqual(expect.stringMatching(/^10003 7 +1 +1 +0 +0 +0 +supported: call-matches$/));
  expect(lines).toContainEqual(expect.stringMatching(/^10004 a long\/one\? +2 +1 +1 +0 +0 +contradicted: call-failed$/));

  const files = readdirSync(folder).filter((name) => name.startsWith('10004'));
  expect(files.sort()).toEqual(['page.png', 'panel.png', 'review.txt', 'trail.json'].map((ending) => `10004-a-long-one-.${ending}`));
  const transcript = readFileSync(join(folder, '10004-a-long-one-.review.txt'), 'utf8');
  expect(transcript, 'the whole thread was read').toContain('Line 0.');
  expect(transcript).not.toContain('gap:');

  const found = readFileSync(join(folder, 'findings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FoundLine);
  expect(found.map(({ ticket, quote, verdict }) => [ticket, quote, verdict])).toEqual([
    ['10001', 'renewed loan L-204', 'supported'],
    ['10001', 'waived the fine of $4', 'contradicted'],
    ['10003', 'renewed loan L-204', 'supported'],
    ['10004', 'renewed loan L-204', 'supported'],
    ['10004', 'waived the fine of $4', 'contradicted'],
  ]);
});
