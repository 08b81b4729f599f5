/** The policy of a ticket or of a run: the policy part of the extension's settings, or a whole export of them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actions } from '../../lib/actions/index.ts';
import type { Policy } from '../../lib/model.ts';
import { checkSettings, type Problem } from '../../lib/settings-schema.ts';

export type CheckedPolicy = { policy: Policy } | { problems: string[] };

const known = { helpdesks: [], sources: [], actions: actions.map((action) => action.id) };
/** Of a whole export only the policies count here: its helpdesks and logs are the extension's. */
const settingsWith = (policies: unknown[]) => ({ version: 1, helpdesks: [], logs: [], policies });

export const NO_POLICY: Policy = { id: 'none', version: 'none', limits: [], destinations: [], tools: [] };

/**
 * @param value a policy, `{"limits": […], "destinations": […], "tools": […]}`; its `id` and `version` may be left out.
 * @param id the one that it has where it names none.
 */
export function checkPolicy(value: unknown, id: string): CheckedPolicy {
  if (!isObject(value)) return { problems: ['must be an object, as in { "limits": [ … ], "destinations": [ … ] }'] };
  // A version names the content: where the team gave none, the content's digest does.
  const version = `sha256-${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)}`;
  const checked = checkSettings(settingsWith([{ id, version, ...value }]), known);
  if ('problems' in checked) return { problems: checked.problems.map((problem) => worded(problem, /^policies\.0\.?/, '')) };
  return { policy: checked.settings.policies[0]! };
}

/**
 * The text of a policy file.
 * @param id which of several in an export of settings; undefined where it has but one.
 */
export function parsePolicy(text: string, id?: string): CheckedPolicy {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [`is not JSON: ${(error as Error).message}`] };
  }
  if (!isObject(value) || !Array.isArray(value.policies)) return checkPolicy(value, 'file');
  const checked = checkSettings(settingsWith(value.policies), known);
  if ('problems' in checked) return { problems: checked.problems.map((problem) => worded(problem, /^/, '')) };
  const { policies } = checked.settings;
  const names = policies.map((policy) => policy.id);
  const chosen = id === undefined ? (policies.length === 1 ? policies[0] : undefined) : policies.find((policy) => policy.id === id);
  if (chosen) return { policy: chosen };
  if (policies.length === 0) return { problems: ['policies is empty'] };
  return { problems: [`holds the policies ${names.join(', ')}: say which by --policy-id${id === undefined ? '' : `; there is no ${id}`}`] };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const locale = fileURLToPath(new URL('../../public/_locales/en/messages.json', import.meta.url));
let words: Words | undefined;

/** In the words of the options page. */
function worded({ field, id, values }: Problem, prefix: RegExp, root: string): string {
  words ??= JSON.parse(readFileSync(locale, 'utf8')) as Words;
  const { message, placeholders = {} } = words[`problem_${id}`]!;
  const said = message.replaceAll(/\$(\w+)\$/g, (_, name: string) => values[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '');
  return `${field.replace(prefix, '') || root} ${said}`.trim();
}
