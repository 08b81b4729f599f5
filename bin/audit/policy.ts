/** A policy as it stands in a file: the policy part of the extension's settings, checked by their own schema. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actions } from '../../lib/actions/index.ts';
import { helpdesks } from '../../lib/helpdesks/meta.ts';
import type { Policy } from '../../lib/model.ts';
import { checkSettings, type Known, type Problem } from '../../lib/settings-schema.ts';
import { sourceMetas } from '../../lib/sources/meta.ts';

export type CheckedPolicy = { policy: Policy } | { problems: string[] };

/** What the extension's own options know. */
export const known: Known = { helpdesks, sources: sourceMetas.map(({ id }) => id), actions: actions.map(({ id }) => id) };

/**
 * @param value a policy, `{"limits": […], "destinations": […], "tools": […]}`; its `id` and `version` may be left out.
 * @param id the one that it has where it names none.
 */
export function checkPolicy(value: unknown, id: string): CheckedPolicy {
  if (!isObject(value)) return { problems: ['must be an object, as in { "limits": [ … ], "destinations": [ … ] }'] };
  // A version names the content: where the team gave none, the content's digest does.
  const version = `sha256-${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)}`;
  const checked = checkSettings({ version: 1, helpdesks: [], logs: [], policies: [{ id, version, ...value }] }, known);
  if ('problems' in checked)
    return { problems: checked.problems.map((problem) => worded({ ...problem, field: problem.field.replace(/^policies\.0\.?/, '') })) };
  return { policy: checked.settings.policies[0]! };
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const locale = fileURLToPath(new URL('../../public/_locales/en/messages.json', import.meta.url));
let words: Words | undefined;

/** In the words of the options page. */
export function worded({ field, id, values }: Problem): string {
  words ??= JSON.parse(readFileSync(locale, 'utf8')) as Words;
  const { message, placeholders = {} } = words[`problem_${id}`]!;
  const said = message.replaceAll(/\$(\w+)\$/g, (_, name: string) => values[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '');
  return `${field} ${said}`.trim();
}
