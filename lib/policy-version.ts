/** A policy's version names its content: it never stays the same when the content changes. Pure. */
import type { Policy } from './model.ts';

const content = ({ limits, destinations, tools }: Policy): string => JSON.stringify([limits, destinations, tools]);

/** The day, e.g. `2026-11-23`; where that is the version already, `2026-11-23.2`, `.3` and so on. */
export function nextVersion(version: string, today: string): string {
  if (version !== today && !version.startsWith(`${today}.`)) return today;
  const count = Number(version.slice(today.length + 1));
  return `${today}.${Number.isInteger(count) && count > 1 ? count + 1 : 2}`;
}

/** `after` as it is to be kept: with a new version where its content is another one and its version is still that of `before`. */
export function versioned(before: Policy | undefined, after: Policy, today: string): Policy {
  const same = !before || before.version !== after.version || content(before) === content(after);
  return same ? after : { ...after, version: nextVersion(before.version, today) };
}
