/** A result that is too long to be kept whole: its digest, its length, and the parts that evidence points at. Pure. */
import type { Claim, CutResult, Json, ToolCall } from './model.ts';
import { canonical, digestOf } from './seal.ts';

/** In UTF-16 units of JSON; about 32 kB. */
const LONGEST = 32_000;
const MOST_EXCERPTS = 40;
const LONGEST_EXCERPT = 300;

/** Fields that tell how a call ended, near the top of its result. */
const OUTCOME = /(?:^|_|\b)(?:status|state|error|errors|message|success|ok|is_?error|code)$/i;

/** The call as it is kept: with its result, or with what is left of a long one. `claims`: those of the same judgement. */
export function keptCall(call: ToolCall, claims: readonly Claim[]): ToolCall {
  if (call.result === undefined) return call;
  if (JSON.stringify(call.result).length <= LONGEST) return call;
  const text = canonical(call.result);
  const { result, ...rest } = call;
  return { ...rest, cut: { digest: digestOf(text), length: text.length, excerpts: excerptsOf(result, namedIn(claims)) } };
}

/** Every value that the claims name, as text. */
function namedIn(claims: readonly Claim[]): Set<string> {
  const all = claims.flatMap(({ slots }) => [
    ...slots.ids,
    ...slots.emails,
    ...slots.dates,
    ...slots.cards,
    ...slots.money.flatMap(({ amount }) => [String(amount), amount.toFixed(2), String(Math.round(amount * 100))]),
  ]);
  return new Set(all.map((value) => value.toLowerCase()));
}

function excerptsOf(result: Json, named: ReadonlySet<string>): CutResult['excerpts'] {
  const excerpts: CutResult['excerpts'] = [];
  const visit = (value: Json, path: string, depth: number): void => {
    if (excerpts.length >= MOST_EXCERPTS) return;
    if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item as Json, path === '' ? key : `${path}.${key}`, depth + 1);
      return;
    }
    const text = String(value);
    if (named.has(text.toLowerCase()) || (depth <= 2 && OUTCOME.test(path))) excerpts.push({ path, value: text.slice(0, LONGEST_EXCERPT) });
  };
  visit(result, '', 0);
  return excerpts;
}
