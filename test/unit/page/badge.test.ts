// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { makeBadge } from '../../../entrypoints/ticket.content/badge.ts';
import type { Mark } from '../../../lib/protocol.ts';

const mark: Mark = { findingId: 'f', messageId: 'm1', quote: 'refunded $48', occurrence: 0, colour: 'red', about: 'claim', label: 'No call' };

test.each<[string, Partial<Mark>, string]>([
  ['not borne out', {}, '×'],
  ['that cannot be told', { colour: 'amber' }, '?'],
  ['taken back', { colour: 'grey' }, '–'],
  ['that a finding about the ticket rests on: amber there is no doubt', { colour: 'amber', about: 'ticket' }, '!'],
])('the badge of words %s has a sign of its own', (_, of, sign) => {
  const badge = makeBadge(
    document,
    { ...mark, ...of },
    () => document.createRange(),
    () => undefined,
  );
  expect([...badge.children].map((child) => child.textContent)).toEqual([sign, 'No call']);
  expect(badge.getAttribute('aria-label')).toBe('No call: “refunded $48”');
});
