import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAILURE_TYPES } from '../../../components/Confirm.tsx';
import { actions } from '../../../lib/actions/index.ts';
import { exportMetas } from '../../../lib/exports/meta.ts';
import type {
  AuthorKind,
  Claim,
  CoverageDetail,
  CoverageTrouble,
  Decision,
  Detail,
  DismissedFor,
  Gap,
  GateOutcome,
  LetThroughFor,
  Limit,
  Message,
  Reason,
  TicketClass,
  TicketPage,
  ToolCall,
  TrailBody,
  Verdict,
} from '../../../lib/model.ts';
import type { Kind } from '../../../lib/redaction/index.ts';
import type { Problem } from '../../../lib/settings-schema.ts';
import { sourceMetas } from '../../../lib/sources/meta.ts';
import type { Broken } from '../../../lib/trail/index.ts';
import type { Again } from '../../../lib/verify/again.ts';
import type { FileTrouble } from '../../../lib/verify/index.ts';
import { key } from '../../../lib/words/labels.ts';
import { entries } from './words.ts';

/** Lists a union's members; leaving one out, or naming one too many, is a type error. */
const all = <Id extends string>(ids: Record<Id, true>): Id[] => Object.keys(ids) as Id[];

const VERDICTS = all<Verdict>({ supported: true, contradicted: true, unsupported: true, unverifiable: true });
const REASONS = all<Reason>({
  'author-unknown': true,
  'log-unavailable': true,
  'log-incomplete': true,
  'log-unsettled': true,
  'args-not-captured': true,
  'phantom-escalation': true,
  'call-failed': true,
  'amount-differs': true,
  'target-differs': true,
  'match-unsure': true,
  'no-such-tool': true,
  'no-call': true,
  'pending-not-confirmed': true,
  'call-matches': true,
});
const CLASSES = all<TicketClass>({
  'unauthorized-credit': true,
  'duplicate-action': true,
  'undisclosed-action': true,
  'silent-escalation': true,
  'fabricated-failure': true,
});
const TROUBLES = all<CoverageTrouble>({
  'not-configured': true,
  'no-permission': true,
  unreachable: true,
  timeout: true,
  unauthorized: true,
  'rate-limited': true,
  'server-error': true,
  garbage: true,
  truncated: true,
  'nothing-recorded': true,
  'no-id': true,
});
const ANSWERS = all<CoverageDetail['id']>({
  'http-status': true,
  'retry-after': true,
  code: true,
  'no-connection': true,
  'no-whole-answer': true,
  withdrawn: true,
  'too-large': true,
  address: true,
  'key-over-http': true,
  'key-characters': true,
  'no-such-api': true,
  'more-traces': true,
  'shared-trace': true,
  empty: true,
  'web-page': true,
  'broken-json': true,
  'not-otlp': true,
});
const PROBLEMS = all<Problem['id']>({
  time: true,
  empty: true,
  number: true,
  currency: true,
  url: true,
  scheme: true,
  plain_url: true,
  template: true,
  pattern: true,
  header: true,
  domain: true,
  order: true,
  choice: true,
  shape: true,
  twice: true,
  no_log: true,
  no_pattern: true,
  unknown_id: true,
  not_json: true,
});
/** Each is said of a number of messages, and where their number is not known. */
const GAPS = all<Exclude<Gap['kind'], 'no-messages'>>({
  'not-loaded': true,
  collapsed: true,
  unreadable: true,
  merged: true,
  language: true,
  author: true,
  time: true,
});

const BROKEN = all<Broken['why']>({
  'too-large': true,
  'not-json': true,
  'too-deep': true,
  twice: true,
  'odd-key': true,
  shape: true,
  'not-canonical': true,
  hash: true,
  seq: true,
  chain: true,
  'other-ticket': true,
  'unknown-key': true,
  'key-id': true,
  'idle-key': true,
  signature: true,
  disclosure: true,
  'missing-content': true,
  digest: true,
  'idle-content': true,
  'no-events': true,
  count: true,
  head: true,
  redacted: true,
  changed: true,
  'other-key': true,
});
const FILE_TROUBLES = all<FileTrouble['why']>({
  'unknown-file': true,
  'no-trail': true,
  'other-page': true,
  'other-script': true,
  statement: true,
  'statement-signature': true,
  'no-zip': true,
  'no-manifest': true,
  'manifest-signature': true,
  'not-in-manifest': true,
  'not-in-zip': true,
  'other-bytes': true,
});

/** Strings whose key ends in an id of the model. */
const FAMILIES: Record<string, string[]> = {
  verdict: VERDICTS,
  count: VERDICTS,
  short: [...REASONS, ...CLASSES],
  explain: [...REASONS, ...CLASSES],
  explain_promised: ['no-call', 'call-matches'],
  trouble: TROUBLES,
  answer: ANSWERS,
  problem: PROBLEMS,
  gap: [...GAPS.flatMap((kind) => [`${kind}_one`, `${kind}_other`, `${kind}_some`]), 'no-messages'],
  detail_destination: all<Exclude<NonNullable<Detail['destination']>['state'], 'ok'>>({ unknown: true, 'closed-to-ai': true, 'out-of-date': true }),
  status: all<TicketPage['status']>({ open: true, solved: true, closed: true, unknown: true }),
  message: all<Message['visibility']>({ public: true, internal: true }),
  claim: all<Claim['status']>({ done: true, promised: true, denied: true, retracted: true }),
  call: all<ToolCall['status']>({ ok: true, error: true, unknown: true }),
  decided: all<Decision['kind']>({ confirmed: true, dismissed: true, mended: true, 'reopen-needed': true }),
  reason: all<Decision['kind']>({ confirmed: true, dismissed: true, mended: true, 'reopen-needed': true }),
  why: all<DismissedFor>({ 'not-a-claim': true, 'tool-does-it': true, 'outside-log': true, 'wrong-author': true, other: true }),
  outside: CLASSES,
  lapsed: ['changed', 'reopened'],
  action: [...actions.map(({ id }) => id), 'other', 'nothing'],
  doing: actions.map((action) => action.id),
  log: sourceMetas.flatMap(({ fields }) => fields.flatMap(({ id }) => [id, `${id}_hint`])),
  failure: [...FAILURE_TYPES],
  export: exportMetas.map((one) => one.id),
  export_hint: exportMetas.map((one) => one.id),
  taken: all<Kind>({ email: true, phone: true, card: true, account: true, address: true, name: true, field: true, pattern: true }),
  event: all<TrailBody['kind']>({
    record: true,
    decision: true,
    gate: true,
    closed: true,
    policy: true,
    outcome: true,
    export: true,
    anchor: true,
    tombstone: true,
  }),
  gate_did: all<GateOutcome>({ held: true, 'let-through': true, forced: true, 'closed-before-audit': true, 'closed-without-review': true }),
  let_through: all<LetThroughFor>({
    watching: true,
    'nothing-open': true,
    freed: true,
    'no-verdict': true,
    'log-unreadable': true,
    'trail-unwritable': true,
    'no-heartbeat': true,
  }),
  page_author: all<AuthorKind>({ 'ai-agent': true, person: true, customer: true, system: true, unknown: true }),
  standing: ['asserted', 'recorded', 'judged', 'decided'],
  verify: [...BROKEN, ...FILE_TROUBLES, 'at-event', 'at-content', 'at-key', 'at-end', 'whole-statement', 'whole-bundle', 'whole-listed'],
  verify_not: all<keyof Again['not']>({ engine: true, redacted: true, cut: true }),
  detail_limit: all<Limit['per']>({ call: true, ticket: true, day: true }),
  gate: ['hold', 'watch', 'off', 'hold_hint', 'watch_hint', 'off_hint'],
};

const root = join(import.meta.dirname, '../../..');
const sources = ['bin', 'components', 'entrypoints', 'lib']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)))
  .filter((file) => /\.tsx?$/.test(file))
  .concat(join(root, 'wxt.config.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('every id of the model has its words', () => {
  test.each(Object.entries(FAMILIES).flatMap(([family, ids]) => ids.map((id) => ({ family, id }))))('$family of $id', ({ family, id }) => {
    expect(entries[key(family, id)]?.message).toBeTruthy();
  });
});

test.each(Object.keys(FAMILIES))('the family %s is used somewhere', (family) => {
  expect(sources.includes(`key('${family}',`) || sources.includes(`\`${family}_\${`)).toBe(true);
});

test('no string is idle', () => {
  const ofFamilies = new Set<string>(Object.entries(FAMILIES).flatMap(([family, ids]) => ids.map((id) => key(family, id))));
  const named = (name: string) => sources.includes(`'${name}'`) || sources.includes(`__MSG_${name}__`);
  const counted = (name: string) => sources.includes(`count('${name.replace(/_(one|other)$/, '')}',`);
  expect(Object.keys(entries).filter((name) => !ofFamilies.has(name) && !named(name) && !counted(name))).toEqual([]);
});

test('every string that is asked for by name exists', () => {
  const asked = [...sources.matchAll(/\b(?:t|text)\(\s*'(\w+)'/g), ...sources.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]!);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((name) => !entries[name])).toEqual([]);
});

test.each(Object.keys(entries).filter((name) => name.endsWith('_one')))('%s has its other number', (name) => {
  expect(entries[name.replace(/_one$/, '_other')]).toBeDefined();
});

test.each(Object.entries(entries))('%s names exactly the placeholders that it declares', (_, { message, placeholders = {} }) => {
  const inText = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]!.toLowerCase());
  expect([...new Set(inText)].sort()).toEqual(Object.keys(placeholders).sort());
});

test('nothing is ever called clean, safe or fine', () => {
  const praise = Object.entries(entries).filter(([, { message }]) => /\b(clean|safe|fine|all good|no problems?)\b/i.test(message));
  expect(praise).toEqual([]);
});

test('the description fits what stores and browsers allow', () => {
  expect(entries.description!.message.length).toBeLessThanOrEqual(132);
});
