/** What is wrong with settings as filled in: the schema's word alone, and only for what a change brings with it. Pure. */
import { checkSettings, type Known, type Problem, type Settings } from '../../lib/settings-schema.ts';
import type { Translate } from '../words.ts';

export type Checked = { settings: Settings } | { problems: Problem[] };

/** Equal as JSON. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Problems that stand in the settings already keep nothing else from being saved. */
export function checkChange(now: Settings, next: Settings, known: Known): Checked {
  const checked = checkSettings(next, known);
  if ('settings' in checked) return checked;
  const before = checkSettings(now, known);
  const old = 'problems' in before ? before.problems : [];
  const problems = checked.problems.filter((one) => !old.some((other) => same(one, other)));
  return problems.length > 0 ? { problems } : { settings: next };
}

export const sentenceOf = ({ id, values }: Problem, t: Translate): string => t(`problem_${id}`, ...values);

/** Without the white space that comes along when something is pasted. */
export function trimmed<T>(value: T): T {
  if (typeof value === 'string') return value.trim() as T;
  if (Array.isArray(value)) return value.map(trimmed) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, trimmed(one)])) as T;
}

/** The list with `value` in the place of the item that `is` finds, else at its end; and where that is. */
export function placed<T>(list: readonly T[], is: (item: T) => boolean, value: (now: T | undefined) => T): { list: T[]; index: number } {
  const found = list.findIndex(is);
  const index = found < 0 ? list.length : found;
  const made = value(list[index]);
  return { list: [...list.slice(0, index), made, ...list.slice(index + 1)], index };
}
