import { describe, expect, test } from 'vitest';
import { leaves } from '../../../lib/match/leaves.ts';

describe('the values of what was recorded', () => {
  test('stand with their key and path, the same however often they are asked for', () => {
    const json = { order: { id: 'A-1', items: [{ price: 5 }, { price: 7 }] } };
    const expected = [
      { key: 'id', path: 'order.id', value: 'A-1' },
      { key: 'price', path: 'order.items.price', value: 5 },
      { key: 'price', path: 'order.items.price', value: 7 },
    ];
    expect(leaves(json)).toEqual(expected);
    expect(leaves(json)).toEqual(expected);
    expect(leaves(JSON.stringify(json))).toEqual(expected);
    expect(leaves({ ...json, note: 'x' })).toEqual([...expected, { key: 'note', path: 'note', value: 'x' }]);
  });

  test('are read from JSON that was cut off, as far as it goes', () => {
    expect(leaves('{"status": "ok", "amount": 12.5, "sent": true, "to": "some')).toEqual([
      { key: 'status', path: 'status', value: 'ok' },
      { key: 'amount', path: 'amount', value: 12.5 },
      { key: 'sent', path: 'sent', value: true },
    ]);
  });

  test('of nesting without an end are left out, and those before it are read', () => {
    const deep = `{"status": "ok", "in": ${'{"in":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    // Text that is no JSON that anybody means is read field by field.
    expect(leaves(deep)[0]).toEqual({ key: 'status', path: 'status', value: 'ok' });
    expect(leaves(JSON.parse(deep))).toEqual([{ key: 'status', path: 'status', value: 'ok' }]);
  });
});
