import { describe, expect, test } from 'vitest';
import { type Change, changesBetween } from '../../../../components/options/changes.ts';
import { checkChange, placed, trimmed } from '../../../../components/options/check.ts';
import { defaults, type Settings } from '../../../../lib/settings-schema.ts';

const known = { helpdesks: [{ id: 'zendesk' }], sources: ['otel-jaeger'], actions: ['refund'] };
const log = {
  id: 'main',
  source: 'otel-jaeger',
  url: 'https://a.example',
  attribute: 'session.id',
  conversation: '{id}',
  headers: [],
  settlingSeconds: 60,
};
const desk = { helpdesk: 'zendesk', url: 'https://d.example', log: 'main', policy: 'main', agents: [], people: [], others: 'ask' as const };
const now: Settings = { ...defaults, logs: [log], helpdesks: [desk] };

describe('a change of the settings', () => {
  test('that is good comes back as the schema reads it', () => {
    expect(checkChange(now, { ...now, logs: [{ ...log, id: ' main ' }] }, known)).toEqual({ settings: now });
  });

  test('is refused for what it brings with it', () => {
    expect(checkChange(now, { ...now, logs: [{ ...log, url: 'a' }] }, known)).toMatchObject({ problems: [{ field: 'logs.0.url', id: 'url' }] });
    expect(checkChange(now, { ...now, logs: [] }, known)).toMatchObject({ problems: [{ field: 'helpdesks.0.log', id: 'no_log' }] });
  });

  test('is not refused for what was there before it', () => {
    const old = { ...now, helpdesks: [{ ...desk, helpdesk: 'bygone' }] };
    const next = { ...old, reviewer: 'Mia' };
    expect(checkChange(old, next, known)).toEqual({ settings: next });
  });
});

test('white space around a pasted text goes, at any depth', () => {
  expect(trimmed({ a: ' x ', b: [' y', { c: 'z ' }], d: 1, e: null, f: undefined })).toEqual({ a: 'x', b: ['y', { c: 'z' }], d: 1, e: null });
});

test('an item is put in its place, or at the end', () => {
  expect(
    placed(
      ['a', 'b'],
      (one) => one === 'b',
      (before) => `${before}!`,
    ),
  ).toEqual({ list: ['a', 'b!'], index: 1 });
  expect(
    placed(
      ['a'],
      (one) => one === 'x',
      (before) => `${before}!`,
    ),
  ).toEqual({ list: ['a', 'undefined!'], index: 1 });
});

describe('what a file would change', () => {
  const of = (next: Partial<Settings>) => changesBetween(now, { ...now, ...next });

  test('nothing, where it holds the same', () => {
    expect(of({})).toEqual([]);
  });

  test('added, removed and changed items, each by its name', () => {
    const changes = of({
      logs: [
        { ...log, settlingSeconds: 5 },
        { ...log, id: 'eu' },
      ],
      helpdesks: [],
    });
    expect(changes).toEqual<Change[]>([
      { what: 'helpdesk', name: 'https://d.example', how: 'removed', values: [] },
      { what: 'log', name: 'main', how: 'changed', values: [{ path: 'settlingSeconds', before: '60', after: '5' }] },
      { what: 'log', name: 'eu', how: 'added', values: [] },
    ]);
  });

  test('a list that is emptied, value by value', () => {
    const people = ['Mia', 'Sam'];
    const [change] = changesBetween({ ...now, helpdesks: [{ ...desk, people }] }, now);
    expect(change!.values).toEqual([
      { path: 'people[0]', before: 'Mia', after: '' },
      { path: 'people[1]', before: 'Sam', after: '' },
    ]);
  });

  test('single values with what they were', () => {
    expect(of({ gate: 'off', holdMoneyAbove: { amount: 5, currency: 'EUR' } })).toEqual<Change[]>([
      { what: 'gate', name: '', how: 'changed', values: [{ path: '', before: 'hold', after: 'off' }] },
      {
        what: 'money',
        name: '',
        how: 'changed',
        values: [
          { path: 'amount', before: '', after: '5' },
          { path: 'currency', before: '', after: 'EUR' },
        ],
      },
    ]);
  });
});
