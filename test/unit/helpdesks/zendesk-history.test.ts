/** Who solved a Zendesk ticket, from histories that tell it in different ways. */
import { describe, expect, it } from 'vitest';
import type { Get } from '../../../lib/helpdesks/helpdesk.ts';
import { readClosed } from '../../../lib/helpdesks/zendesk/closed.ts';

interface Audit {
  created_at: string;
  author_id: number;
  via: { channel: string; source?: { from: { title?: string } } };
  events: object[];
}

const at = (minute: number) => `2026-10-01T09:${String(minute).padStart(2, '0')}:00Z`;
const status = (value: string, previous_value?: string) => ({
  type: previous_value ? 'Change' : 'Create',
  field_name: 'status',
  value,
  previous_value,
});
const audit = (minute: number, events: object[], more: Partial<Audit> = {}): Audit => ({
  created_at: at(minute),
  author_id: 77,
  via: { channel: 'web' },
  events,
  ...more,
});

/** A history in parts, as it is asked for; gives what was asked. */
function history(parts: Audit[][], users: Record<string, string> = { 77: 'Noor Haddad' }) {
  const asked: string[] = [];
  const get: Get = async (path) => {
    asked.push(path);
    const page = Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? 0);
    const user = /users\/(-?\d+)\.json/.exec(path)?.[1];
    if (user) return users[user] ? { status: 200, body: { user: { name: users[user] } } } : { status: 404, body: null };
    const audits = parts[page - 1];
    return audits ? { status: 200, body: { audits, next_page: page < parts.length ? `page ${page + 1}` : null } } : { status: 403, body: null };
  };
  return { get, asked };
}

const cases: [what: string, parts: Audit[][], closed: object | undefined][] = [
  ['the person who solved it', [[audit(5, [status('solved', 'open')])]], { by: 'Noor Haddad', at: '2026-10-01T09:05:00.000Z' }],
  ['a ticket that was solved from its beginning', [[audit(1, [status('solved')])]], { by: 'Noor Haddad', at: '2026-10-01T09:01:00.000Z' }],
  [
    'a rule of the account, by its title',
    [[audit(5, [status('solved', 'pending')], { via: { channel: 'rule', source: { from: { title: 'Solve after 3 days' } } } })]],
    { by: 'Solve after 3 days', at: '2026-10-01T09:05:00.000Z' },
  ],
  ['somebody whose name may not be read', [[audit(5, [status('solved', 'open')], { author_id: 80 })]], { by: null, at: '2026-10-01T09:05:00.000Z' }],
  ['a time that cannot be read', [[audit(5, [status('solved', 'open')], { created_at: 'yesterday' })]], { by: 'Noor Haddad', at: null }],
  ['a history that may not be read', [], undefined],
  ['a history without a close', [[audit(5, [{ type: 'Comment', body: 'solved' }])]], undefined],
];

describe('readClosed', () => {
  it.each(cases)('%s', async (_, parts, closed) => {
    expect(await readClosed(history(parts).get, '412')).toEqual(closed);
  });
  it('asks for no more than the newest part where that tells it', async () => {
    const { get, asked } = history([[audit(9, [{ type: 'Comment' }]), audit(5, [status('solved', 'open')])], [audit(1, [status('solved', 'open')])]]);
    expect((await readClosed(get, '412'))?.at).toBe('2026-10-01T09:05:00.000Z');
    expect(asked.filter((path) => path.includes('audits'))).toHaveLength(1);
  });
  it('finds the newest close also where the oldest come first', async () => {
    const { get } = history([
      [audit(1, [status('solved', 'open')]), audit(2, [status('open', 'solved')])],
      [audit(5, [status('solved', 'open')]), audit(9, [])],
    ]);
    expect((await readClosed(get, '412'))?.at).toBe('2026-10-01T09:05:00.000Z');
  });
});
