/** How an execution went: by its status, and by what the body of its result tells. */
import type { Json, ToolCall } from '../model.ts';
import { leaves, top } from './leaves.ts';
import { once } from './once.ts';

export type Outcome = { is: 'done' } | { is: 'failed' | 'pending'; words: string };

const FAILED =
  /^(?:failed|failure|error|errored|declined|denied|rejected|refused|unsuccessful|not[_ ]found|invalid|aborted|blocked_by_policy|bounced|undelivered|expired)$/i;
const PENDING =
  /^(?:pending|queued|processing|scheduled|in[_ ]progress|in[_ ]review|under[_ ]review|on[_ ]hold|held|draft|(?:pending|awaiting|waiting|needs|requires|await)[_ -][\w -]{2,40}|manual_review|restoring|provisioning|initiated|waiting)$/i;
const ERROR_KEY = /^(?:error|errors|error_message|errormessage|exception)$/i;
const STATE_KEY = /^(?:status|state|outcome|result|settlement|delivery_status|deliverystatus)$/i;
const ERROR_TEXT =
  /^\s*(?:error\b|exception\b|failed\b|failure\b|[45]\d\d\b|traceback\b|unauthorized\b|forbidden\b|not found\b|timeout\b|timed out\b)/i;

/** The call itself went wrong, whatever state the record that it gave back is in. */
export const isError = (call: ToolCall): boolean =>
  call.error !== undefined ||
  (typeof call.result === 'string'
    ? ERROR_TEXT.test(call.result)
    : Object.entries(top(call.result) ?? {}).some(
        ([key, value]) => ERROR_KEY.test(key) && Boolean(value) && !(Array.isArray(value) && value.length === 0),
      ));

export const outcomeOf = once((call: ToolCall): Outcome => {
  if (call.status === 'error' || call.error) return { is: 'failed', words: call.error ?? firstText(call) ?? 'error' };
  if (typeof call.result === 'string' && ERROR_TEXT.test(call.result)) return { is: 'failed', words: call.result.slice(0, 200) };
  const body = top(call.result);
  if (!body) return { is: 'done' };
  const inner = nested(body);
  const asked = new Set(leaves(call.arguments).map((leaf) => String(leaf.value).toLowerCase()));
  const small = Object.keys(body).length <= 10;
  let pending: Outcome | undefined;
  for (const [key, value] of [...Object.entries(body), ...inner]) {
    if (ERROR_KEY.test(key) && value && !(Array.isArray(value) && value.length === 0))
      return { is: 'failed', words: typeof value === 'string' ? value : JSON.stringify(value) };
    if (/^(?:success|ok|succeeded|accepted|sent|delivered)$/i.test(key) && value === false)
      return { is: 'failed', words: firstText(call) ?? `${key}: false` };
    if (/^(?:http_?status|status_?code|code|status)$/i.test(key) && typeof value === 'number' && value >= 400 && value < 600)
      return { is: 'failed', words: `${key}: ${value}` };
    if (/^is_?error$/i.test(key) && value === true) return { is: 'failed', words: firstText(call) ?? 'error' };
    if (STATE_KEY.test(key) && typeof value === 'string') {
      if (FAILED.test(value)) return { is: 'failed', words: `${key}: ${value}` };
      if (small && PENDING.test(value) && !asked.has(value.toLowerCase())) pending ??= { is: 'pending', words: `${key}: ${value}` };
    }
    if (small && /^(?:queued|pending|requires_approval|approval_required|dry_run|dryrun|simulated)$/i.test(key) && value === true)
      pending ??= { is: 'pending', words: `${key}: true` };
  }
  return pending ?? { is: 'done' };
});

/** `{"action": {"type": "restore", "status": "queued"}}`: the state of what was set going, one level down. */
const nested = (body: { [key: string]: Json }): [string, Json][] =>
  Object.entries(body).flatMap(([key, value]) =>
    RUN.test(key) && typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
const RUN = /^(?:action|job|task|operation|run|execution|process)$/i;

function firstText(call: ToolCall): string | undefined {
  const body = top(call.result);
  const told = body
    ? ['reason', 'message', 'detail', 'error', 'description'].map((key) => body[key]).find((value) => typeof value === 'string')
    : call.result;
  return typeof told === 'string' ? told.slice(0, 200) : undefined;
}

const MASK = /^(?:\[?\s?(?:masked|redacted|hidden|filtered|removed|scrubbed)\s?\]?|\*{3,}|x{4,}|<redacted>|<masked>)$/i;

/** Were all arguments captured? Masked values and a mark of redaction count as not. */
export function captured(call: ToolCall): boolean {
  if (call.arguments === undefined) return false;
  return !leaves(call.arguments).some(
    (leaf) => (/^(?:redacted|masked|truncated)$/i.test(leaf.key) && leaf.value === true) || (typeof leaf.value === 'string' && MASK.test(leaf.value)),
  );
}
