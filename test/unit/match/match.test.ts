import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';
import { derivable, moved, sumsTo } from '../../../lib/match/amounts.ts';
import { leaves } from '../../../lib/match/leaves.ts';
import { captured, outcomeOf } from '../../../lib/match/outcome.ts';
import { toolWords } from '../../../lib/match/tool.ts';
import { counts, pair, SURE } from '../../../lib/match.ts';
import type { Json, ToolCall } from '../../../lib/model.ts';

const call = (name: string, args?: Json, result?: Json, more: Partial<ToolCall> = {}): ToolCall => ({
  id: name,
  name,
  status: 'ok',
  startedAt: null,
  endedAt: null,
  source: 'test',
  ...(args === undefined ? {} : { arguments: args }),
  ...(result === undefined ? {} : { result }),
  ...more,
});

/** The names of the calls that surely are what is told. */
function sureOf(text: string, calls: readonly ToolCall[], tools?: readonly { name: string; description?: string }[]): string[] {
  const [claim] = findClaims({ id: 'm', text, visibility: 'internal' });
  const inventory = { tools: [...(tools ?? calls.map((one) => ({ name: one.name })))], complete: true };
  const coverage = {
    source: 't',
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-01-02T00:00:00.000Z',
    complete: true,
    askedAt: '2026-01-02T00:00:00.000Z',
  };
  return pair(claim!, { at: null }, { calls: [...calls], inventory, coverage })
    .filter((match) => match.score >= SURE)
    .map((match) => match.call.name);
}

describe('reads and writes', () => {
  const MODES: readonly (readonly [string, string])[] = [
    ['get_refund_status', 'read'],
    ['listInvoices', 'read'],
    ['MemberLookup', 'read'],
    ['mcp__crm__search_contacts', 'read'],
    ['GET /tenants/{id}', 'read'],
    ['POST /ledger/corrections', 'write'],
    ['issue_refund', 'write'],
    ['kb.articles.publish', 'write'],
    ['set_status', 'write'],
    ['think', 'aside'],
  ];
  for (const [name, mode] of MODES) test(`${name}: ${mode}`, () => expect(toolWords({ name }).mode).toBe(mode));
});

describe('which call it is', () => {
  const HITS: readonly (readonly [string, ToolCall])[] = [
    ['Refunded $5', call('createRefund', { amount: 5 })],
    ['Refunded $5', call('mcp__pay__refund_payment', { amount: 5 })],
    ['Late fee waived', call('waive_fee', { fee: 'F1' })],
    ['Pickup rescheduled to 3 May', call('move_pickup', { date: '2026-05-03' })],
    ['Emailed kim@example.org', call('send_mail', { to: 'kim@example.org' })],
    ['Escalated to Night Crew', call('assign_team', { team: 'Night Crew' })],
    ['Rebooted vm-7', call('restart_server', { id: 'vm-7' })],
    ['Key k_881 rotated', call('apikeys.rotate', { key: 'k_881' })],
    ['Checked the lease', call('lease_lookup', { lease: 'L1' })],
  ];
  for (const [text, one] of HITS) test(`"${text}" is ${one.name}`, () => expect(sureOf(text, [one])).toEqual([one.name]));

  const MISSES: readonly (readonly [string, ToolCall])[] = [
    ['Refunded $5', call('get_refund', { amount: 5 })],
    ['Refunded $5', call('add_note', { body: 'refunded $5' })],
    ['Refunded $5', call('request_refund_approval', { amount: 5 })],
    ['Escalated to Night Crew', call('assign_team', { team: 'Billing' })],
    ['Cancelled the rental', call('create_rental', { id: 1 })],
    ['Checked the lease', call('update_lease', { lease: 'L1' })],
    ['Confirmed billing in Zuora', call('get_ticket', { id: 1 }, { subject: 'billing' })],
  ];
  for (const [text, one] of MISSES) test(`"${text}" is not ${one.name}`, () => expect(sureOf(text, [one])).toEqual([]));

  test('a description decides only where no name does', () => {
    const tools = [{ name: 'cash_desk', description: 'Refund an order.' }];
    const one = call('cash_desk', { order: 'A1', amount: 5 });
    expect(sureOf('Refunded $5', [one], tools)).toEqual(['cash_desk']);
    expect(sureOf('Refunded $7', [one], [...tools, { name: 'issue_refund' }])).toEqual([]);
  });
});

describe('what counts as before the message', () => {
  const at = '2026-03-02T10:00:00.000Z';
  const TABLE: readonly (readonly [string, Partial<ToolCall>, boolean])[] = [
    ['a minute before', { startedAt: '2026-03-02T09:59:00.000Z' }, true],
    ['five seconds after', { startedAt: '2026-03-02T10:00:05.000Z' }, true],
    ['six seconds after', { startedAt: '2026-03-02T10:00:06.000Z' }, false],
    [
      'after, in its turn',
      { startedAt: '2026-03-02T10:00:40.000Z', turn: { id: 't', from: '2026-03-02T09:59:00.000Z', to: '2026-03-02T10:01:00.000Z' } },
      true,
    ],
    ['at no known time', {}, true],
  ];
  for (const [name, more, expected] of TABLE) test(name, () => expect(counts(call('x', {}, {}, more), { at })).toBe(expected));
});

describe('how an execution went', () => {
  const TABLE: readonly (readonly [string, ToolCall, string])[] = [
    ['nothing said', call('x', {}, { id: 1 }), 'done'],
    ['a text that begins with Error', call('x', {}, 'Error: no such order'), 'failed'],
    ['a status of 4xx in text', call('x', {}, '422 missing attachment'), 'failed'],
    ['ok: false', call('x', {}, { ok: false }), 'failed'],
    ['a null error is none', call('x', {}, { error: null, id: 4 }), 'done'],
    ['state FAILED in JSON text', call('x', {}, '{"state": "FAILED"}'), 'failed'],
    ['queued', call('x', {}, { status: 'queued' }), 'pending'],
    ['awaiting somebody', call('x', {}, { status: 'awaiting_owner' }), 'pending'],
    ['pending because it was asked for', call('x', { status: 'pending' }, { status: 'pending' }), 'done'],
  ];
  for (const [name, one, is] of TABLE) test(name, () => expect(outcomeOf(one).is).toBe(is));
});

describe('what was captured', () => {
  test('masked, redacted and missing arguments were not', () => {
    expect([call('x'), call('x', { amount: '[MASKED]' }), call('x', { redacted: true }), call('x', { amount: '***' })].map(captured)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(captured(call('x', { amount: 5 }))).toBe(true);
  });

  test('JSON that was cut off is read as far as it goes', () => {
    expect(leaves('{"id": "re_1", "amount": 38.5, "ok": true, "rea')).toEqual([
      { key: 'id', path: 'id', value: 're_1' },
      { key: 'amount', path: 'amount', value: 38.5 },
      { key: 'ok', path: 'ok', value: true },
    ]);
  });
});

describe('amounts', () => {
  test('a call moved what the record did not show before', () => {
    const read = call('get_order', {}, { payments: [{ amount: 90 }] });
    const write = call('edit_order', {}, { payments: [{ amount: 90 }, { amount: -10 }] });
    expect(moved(write, [read, write]).map((amount) => amount.raw)).toEqual([-10]);
  });

  test('a full refund of an amount seen before is told apart by its second mention', () => {
    const read = call('get_order', {}, { payments: [{ amount: 90 }] });
    const write = call('cancel_order', {}, { payments: [{ amount: 90 }, { type: 'refund', amount: 90 }] });
    expect(moved(write, [read, write]).map((amount) => amount.raw)).toEqual([90]);
  });

  test('sums take one value of each call', () => {
    expect(sumsTo(48, [[40, 0.4], [8]])).toBe(true);
    expect(sumsTo(80, [[40], [8]])).toBe(false);
  });

  test('differences and small multiples can be derived', () => {
    expect(derivable(30, [100, 70], false)).toBe(true);
    expect(derivable(60, [20], true)).toBe(true);
    expect(derivable(61, [20], true)).toBe(false);
  });
});
