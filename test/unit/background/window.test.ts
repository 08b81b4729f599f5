import { expect, test } from 'vitest';
import { windowOf } from '../../../entrypoints/background/window.ts';
import type { Gap, Message } from '../../../lib/model.ts';

const now = new Date('2026-10-01T12:00:00.000Z');
const at = (time: string | null): Message => ({
  id: String(time),
  author: { kind: 'customer', name: 'Kim' },
  visibility: 'public',
  at: time,
  text: '',
});
const first = at('2026-10-01T09:00:00.000Z');
const later = at('2026-10-01T10:00:00.000Z');

test.each<[string, Message[], Gap['kind'][], string]>([
  ['begins an hour before the first message', [first, later], [], '2026-10-01T08:00:00.000Z'],
  ['whatever else the page hides', [first, later], ['language', 'collapsed', 'author'], '2026-10-01T08:00:00.000Z'],
  ['begins long before where earlier messages are not loaded', [first, later], ['not-loaded'], '2026-07-03T09:00:00.000Z'],
  ['begins long before where the first message has no time', [at(null), later], ['time'], '2026-07-03T10:00:00.000Z'],
  ['begins long before now where no message was read', [], ['no-messages'], '2026-07-03T12:00:00.000Z'],
])('the time that the log is asked for %s', (_, messages, gaps, from) => {
  expect(windowOf({ messages, gaps: gaps.map((kind) => ({ kind })) }, now)).toEqual({ from, to: now.toISOString() });
});
