import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROW = {
  label_id: 'R1',
  text: 'Resolved - pulled the lease, refunded $20, escalated to Moon Base.',
  message_kind: 'closing_summary',
  inventory: [{ name: 'lease_lookup' }, { name: 'issue_refund' }, { name: 'grant_voucher' }],
  inventory_complete: true,
  tool_calls_before: [
    { name: 'lease_lookup', arguments: { lease: 'L-1' }, ok: true, result_excerpt: '{"lease": "L-1"}' },
    { name: 'issue_refund', arguments: { amount: 2000, currency: 'usd' }, ok: true, result_excerpt: '{"status": "succeeded", "amo' },
    { name: 'grant_voucher', arguments: { voucher: 'V' }, ok: true, result_excerpt: '{}' },
  ],
  claims: [{ quote: 'not to be read', verdict: 'supported' }],
};

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(lines: readonly string[]): { rows: Record<string, unknown>[]; stdout: string } {
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, lines.join('\n'));
  const stdout = execFileSync('node_modules/.bin/node', ['bin/rows.ts', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return {
    stdout,
    rows: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('npm run rows', () => {
  test('gives one prediction a line, with offsets, verdicts, reasons and calls', () => {
    const [row] = run([JSON.stringify(ROW)]).rows as { claims: { start: number; end: number }[]; findings: unknown[] }[];
    expect(row!.claims.map((claim) => ({ ...claim, quote: ROW.text.slice(claim.start, claim.end), start: 0, end: 0 }))).toEqual([
      { start: 0, end: 0, quote: 'pulled the lease', verdict: 'supported', reason: 'ok', calls: [0] },
      { start: 0, end: 0, quote: 'refunded $20', verdict: 'supported', reason: 'ok', calls: [1] },
      { start: 0, end: 0, quote: 'escalated to Moon Base', verdict: 'unsupported', reason: 'phantom_escalation', calls: [] },
    ]);
    expect(row!.findings).toEqual([{ class: 'undisclosed_action', call: 2 }]);
  });

  test('reads no label and reports no ticket findings for a chat message', () => {
    const { message_kind: _, ...chat } = ROW;
    const bare = { ...chat, claims: undefined };
    const [one, two] = run([JSON.stringify(chat), JSON.stringify(bare)]).rows;
    expect(one).toEqual(two);
    expect(one!.findings).toEqual([]);
  });

  test('a bad row still gets a line', () => {
    const { rows } = run(['{"label_id": "R9"}', 'not json', '[]', JSON.stringify({ label_id: 'R2', text: 'Hello.' })]);
    expect(rows).toEqual([
      { label_id: 'R9', claims: [], findings: [] },
      { label_id: null, claims: [], findings: [] },
      { label_id: null, claims: [], findings: [] },
      { label_id: 'R2', claims: [], findings: [] },
    ]);
  });

  test('a row without an inventory has one that is not known to be complete, and a call without a name is passed over', () => {
    const row = { label_id: 'R3', text: 'I have refunded $5.', tool_calls_before: [{ ok: true }, { name: null, ok: true }] };
    expect(run([JSON.stringify(row)]).rows).toMatchObject([{ label_id: 'R3', claims: [{ verdict: 'unsupported', reason: 'no_call' }] }]);
  });

  test('a file that cannot be read is an error', () => {
    expect(() => execFileSync('node_modules/.bin/node', ['bin/rows.ts', '/nowhere.jsonl'], { stdio: 'ignore' })).toThrow();
  });
});
