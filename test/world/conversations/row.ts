/** One row of a file of conversations: what is read of it, and what is wrong with it, in words. Everything else in a row is left alone. */
import * as v from 'valibot';
import { answersOf } from './answers.ts';

const textPart = v.object({ type: v.string(), text: v.optional(v.string()) });

const call = v.union([
  v.object({ id: v.nullish(v.string()), name: v.string(), arguments: v.optional(v.unknown()) }),
  v.object({ id: v.nullish(v.string()), function: v.object({ name: v.string(), arguments: v.optional(v.unknown()) }) }),
]);

const message = v.object({
  role: v.picklist(['system', 'developer', 'user', 'assistant', 'tool']),
  content: v.nullish(v.union([v.string(), v.array(textPart)])),
  tool_calls: v.nullish(v.array(call)),
  tool_call_id: v.nullish(v.string()),
  result: v.optional(v.unknown()),
  error: v.nullish(v.union([v.boolean(), v.string()])),
});

const named = v.object({ name: v.string(), description: v.nullish(v.string()) });

const row = v.object({
  id: v.union([v.string(), v.number()]),
  domain: v.nullish(v.string()),
  model: v.nullish(v.string()),
  tools: v.array(v.union([v.string(), named, v.object({ function: named })])),
  messages: v.array(message),
});

export type Row = v.InferOutput<typeof row>;
export type RowMessage = Row['messages'][number];
export type RowCall = v.InferOutput<typeof call>;

/** @throws Error that names the field, what should stand there, and what stands there. */
export function rowOf(value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('should be one object, {"id": …, "messages": […]}');
  const parsed = v.safeParse(row, value);
  if (parsed.success) {
    answersOf(parsed.output.messages);
    return parsed.output;
  }
  const issue = deepest(parsed.issues[0]);
  const field = v.getDotPath(issue);
  const where = field ? `field ${field}` : 'the row';
  throw new Error(
    issue.received === 'undefined' ? `${where} is missing` : `${where} should be ${issue.expected ?? 'another'}, and is ${issue.received}`,
  );
}

/** Of several shapes that none fits, the one that was followed furthest tells the most. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const within = (issue.issues ?? []).map(deepest).filter((one) => one.path !== undefined);
  const [far] = within.sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
  if (!far) return issue;
  return { ...far, path: [...(issue.path ?? []), ...(far.path ?? [])] as v.BaseIssue<unknown>['path'] };
}
