/** What a settings file would change: item by item, value by value. Pure. */
import type { Json } from '../../lib/model.ts';
import type { Settings } from '../../lib/settings-schema.ts';
import { rows } from '../../lib/words/rows.ts';
import { same } from './check.ts';

export interface Change {
  what: 'helpdesk' | 'log' | 'policy' | 'gate' | 'money' | 'keeping' | 'redaction' | 'reviewer';
  /** How the team calls it; empty where there is only one. */
  name: string;
  how: 'added' | 'removed' | 'changed';
  /** The values that differ; empty ones were not there, or will not be. */
  values: { path: string; before: string; after: string }[];
}

function valuesOf(before: unknown, after: unknown): Change['values'] {
  // An empty list is nothing to read.
  const flat = (value: unknown) =>
    new Map((value ? rows(value as Json) : []).filter((row) => row.value !== '[]').map((row) => [row.path, row.value]));
  const [old, next] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((path) => old.get(path) !== next.get(path))
    .map((path) => ({ path, before: old.get(path) ?? '', after: next.get(path) ?? '' }));
}

function changesOf<T>(what: Change['what'], before: readonly T[], after: readonly T[], nameOf: (item: T) => string): Change[] {
  const names = [...new Set([...before, ...after].map(nameOf))];
  return names.flatMap((name): Change[] => {
    const [old, next] = [before, after].map((list) => list.find((item) => nameOf(item) === name));
    if (same(old, next)) return [];
    if (!old || !next) return [{ what, name, how: next ? 'added' : 'removed', values: [] }];
    return [{ what, name, how: 'changed', values: valuesOf(old, next) }];
  });
}

const one = (what: Change['what'], before: unknown, after: unknown): Change[] =>
  same(before, after) ? [] : [{ what, name: '', how: 'changed', values: valuesOf(before, after) }];

export const changesBetween = (before: Settings, after: Settings): Change[] => [
  ...changesOf('helpdesk', before.helpdesks, after.helpdesks, ({ url }) => url),
  ...changesOf('log', before.logs, after.logs, ({ id }) => id),
  ...changesOf('policy', before.policies, after.policies, ({ id }) => id),
  ...one('gate', before.gate, after.gate),
  ...one('money', before.holdMoneyAbove, after.holdMoneyAbove),
  ...one('keeping', before.keepMonths, after.keepMonths),
  ...one('redaction', before.redaction, after.redaction),
  ...one('reviewer', before.reviewer, after.reviewer),
];

/** Nothing that was set up goes: everything is new. */
export const onlyAdds = (settings: Settings): boolean =>
  settings.helpdesks.length === 0 && settings.logs.length === 0 && settings.policies.length === 0;
